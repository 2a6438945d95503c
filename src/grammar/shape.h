/* A usual shape of the subject of a rule, read without its pattern: fields and the texts between
 * them.
 *
 * The entries of a failed-files list are nearly all of one shape, and the pattern that can read all
 * of them takes several times as long. A shape only accelerates: what does not fit it exactly goes
 * to the pattern, and what fits must give the fields that the pattern gives, which the tests
 * compare.
 */
#ifndef MARSIFT_GRAMMAR_SHAPE_H
#define MARSIFT_GRAMMAR_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/event.h"

enum { MAX_SHAPE_PARTS = 8 };

/* What a byte is to a path: bits. */
enum { PATH_BYTE_ENDS = 1, PATH_BYTE_NEVER_LAST = 2 };

struct shape {
    struct shape_part {
        enum event_field field; /* FIELD_COUNT for a text, or for any */
        bool is_any;
        struct span text; /* lent by the grammar; of any, what stands behind it */
    } parts[MAX_SHAPE_PARTS];
    size_t count;
    unsigned char path_bytes[256]; /* by byte */
    bool ends_in_bracket;          /* "{path})" is the end */
};

/* Reads "{code}, {path}": the fields are code (0x and eight hexadecimal digits), operation (a word)
 * and path (from a drive on, without characters that no name may hold). {any}, which is no field,
 * has one byte or more without line ends and without the first byte of the text behind it. Behind a
 * path stands a text that begins with such a character, or with a closing parenthesis, or
 * nothing. A name that holds a closing parenthesis fits only where one ends the shape, and its own
 * are in pairs. Anything else is a FAULT_GRAMMAR. `text` is lent to the
 * shape.
 */
bool shape_parse(struct span text, struct shape *shape, struct fault *fault);

/* Whether `subject` begins as the shape does: few others do. */
static inline bool shape_may_begin(const struct shape *shape, struct span subject)
{
    struct span first = shape->parts[0].text;
    bool is_text = first.length > 0 && !shape->parts[0].is_any;
    return !is_text || (subject.length > 0 && subject.bytes[0] == first.bytes[0]);
}

/* Where each part of a subject is over. */
struct shape_place {
    uint32_t ends[MAX_SHAPE_PARTS];
};

/* Whether the whole of `subject`, of at most 4 GiB, has the shape, and where. */
bool shape_find(const struct shape *shape, struct span subject, struct shape_place *place);

/* Stores the fields of a subject that shape_find found, lent by it. */
void shape_fields(const struct shape *shape, struct span subject, const struct shape_place *place,
                  struct span fields[FIELD_COUNT]);

#endif

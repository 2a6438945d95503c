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

/* Whether the whole of `subject` has the shape; then its fields are stored in `fields`. */
bool shape_read(const struct shape *shape, struct span subject, struct span fields[FIELD_COUNT]);

#endif

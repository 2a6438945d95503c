/* One value of a rule's `shapes`: a usual form of its subject, as fields and the texts between
 * them. Subjects of that form need no pattern (fast paths 3 and 6 in match/matcher_private.h). */
#ifndef MARSIFT_GRAMMAR_SHAPE_H
#define MARSIFT_GRAMMAR_SHAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/event.h"

enum { MAX_SHAPE_PARTS = 8 };

/* The roles of a byte in a path: bits. */
enum { PATH_BYTE_ENDS = 1, PATH_BYTE_NEVER_LAST = 2 };

struct shape {
    struct shape_part {
        enum event_field field; /* FIELD_COUNT for a text and for {any} */
        bool is_any;
        struct span text; /* lent by the grammar; of {any}, the text after it */
    } parts[MAX_SHAPE_PARTS];
    size_t count;
    unsigned char path_bytes[256]; /* by byte: PATH_BYTE_ bits */
    bool ends_in_bracket;          /* the shape ends in "{path})" */
};

/* Parses a shape such as "{code}, {path}". The fields are code (0x and eight hexadecimal digits),
 * operation (a word) and path (from a drive on, without characters that no name may contain).
 * {any}, which is no field, is one byte or more without line ends and without the first byte of the
 * text after it. After a path comes a text that begins with a character that no name may contain,
 * or with a closing parenthesis, or nothing. A name that contains a closing parenthesis fits only
 * if one ends the shape and its own are in pairs. Anything else is a FAULT_GRAMMAR. `text` is lent
 * to the shape. */
bool shape_parse(struct span text, struct shape *shape, struct fault *fault);

/* True if `subject` begins like the shape: a cheap test that rejects most others. */
static inline bool shape_may_begin(const struct shape *shape, struct span subject)
{
    struct span first = shape->parts[0].text;
    bool is_text = first.length > 0 && !shape->parts[0].is_any;
    return !is_text || (subject.length > 0 && subject.bytes[0] == first.bytes[0]);
}

/* The offset at which each part of a subject ends. */
struct shape_match {
    uint32_t ends[MAX_SHAPE_PARTS];
};

/* Matches the whole of `subject`, of at most 4 GiB, with the shape. */
bool shape_find(const struct shape *shape, struct span subject, struct shape_match *match);

/* Stores the fields of a subject that shape_find has matched. They are lent by the subject. */
void shape_fields(const struct shape *shape, struct span subject, const struct shape_match *match,
                  struct span fields[FIELD_COUNT]);

#endif

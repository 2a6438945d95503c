/* Makes text out of the input harmless for each target. Names of files come from anybody who could
 * write to the disk that was backed up: they may hold control characters, characters that turn the
 * direction of text, formulas. Input that is valid UTF-8 is expected; a byte that is not becomes
 * U+FFFD, so the output always is. */
/* clang-format off */
/*   target   unsafe characters   invisible characters   the rest
 *   people   \x1b, \u{202e}      \u{200b}               stays, also the backslash of a Windows path
 *   JSON     \u001b, \u202e      \u200b                 a reader gets back exactly the text
 *   CSV      \x1b, \u{202e}      stay                   RFC 4180 without line breaks: a row is a line */
/* clang-format on */
/* For people a variation selector stays after a character of the script that needs it. */
#ifndef MARSIFT_OUTPUT_WRITE_ESCAPE_H
#define MARSIFT_OUTPUT_WRITE_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "output/write/writer.h"

enum { GLYPH_BYTES = 16 };

/* A character as people see it: its own UTF-8, or its escape in ASCII. */
struct glyph {
    char bytes[GLYPH_BYTES];
    size_t length;
    uint32_t code_point;
    bool is_escaped;
};

/* Reads the glyph at `offset`, which must be below text.length, and returns the length of its
 * character in the text. */
size_t escape_read_glyph(struct span text, size_t offset, struct glyph *glyph);

/* Writes text for people. */
void escape_for_people(struct writer *writer, struct span text);

/* Writes a JSON string, quotes included. */
void escape_for_json(struct writer *writer, struct span text);

/* Writes a CSV cell, in quotes if it contains a comma or a quote, or starts or ends with a blank.
 * With `is_safe`, a cell that a spreadsheet would take for a formula gets an apostrophe in front,
 * and so does what follows a semicolon in it, which parts cells in some countries. */
void escape_for_csv(struct writer *writer, struct span text, bool is_safe);

#endif

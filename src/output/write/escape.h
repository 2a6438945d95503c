/* Foreign text made harmless for each target. Names of files come from whoever could write to the
 * backed-up disk: they may hold control characters, text that turns its direction, formulas.
 *
 *   people  what commands a terminal, turns or hides text is shown as \x1b or \u{202e}; a backslash
 * of a Windows path stays as it is JSON    a reader gets back exactly what was there; the same
 * characters travel as \u001b CSV     RFC 4180 without line breaks in cells, so that a row is a
 * line: what commands or turns is shown as for people, invisible joiners stay. JSON is the exact
 * format
 *
 * The input is valid UTF-8; should a byte not be, it becomes U+FFFD, so that the output always is.
 */
#ifndef MARSIFT_OUTPUT_WRITE_ESCAPE_H
#define MARSIFT_OUTPUT_WRITE_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "output/write/writer.h"

/* What a character may do to a reader. */
enum character_kind {
    CHARACTER_PLAIN,
    CHARACTER_INVISIBLE, /* zero width: joiners, soft hyphen, U+FEFF ... */
    CHARACTER_UNSAFE,    /* C0, DEL, C1, direction controls, line and paragraph separators */
};

enum character_kind character_kind(uint32_t code_point);

/* Reads the character at `offset` (below text.length) and returns how many bytes it takes, at least
 * 1; a byte that is not UTF-8 reads as U+FFFD and takes 1. */
size_t escape_read_character(struct span text, size_t offset, uint32_t *code_point);

enum { GLYPH_BYTES = 16 };

/* A character as people see it: its own bytes, or its escape in ASCII. */
struct glyph {
    char bytes[GLYPH_BYTES];
    size_t length;
    uint32_t code_point;
    bool is_escaped;
};

/* The glyph at `offset`; returns how many bytes of the text it stands for. */
size_t escape_read_glyph(struct span text, size_t offset, struct glyph *glyph);

/* Writes text for people. */
void escape_for_people(struct writer *writer, struct span text);

/* Writes a JSON string, quotes included. */
void escape_for_json(struct writer *writer, struct span text);

/* Writes a CSV cell, in quotes when it holds a comma or a quote or has a blank at an end. `safe`
 * puts an apostrophe before a cell that a spreadsheet would take for a formula. */
void escape_for_csv(struct writer *writer, struct span text, bool safe);

#endif

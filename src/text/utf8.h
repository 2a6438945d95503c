/* UTF-8 as Unicode defines it (chapter 3, table 3-7): without overlong forms, surrogates and code
 * points above U+10FFFF. */
#ifndef MARSIFT_TEXT_UTF8_H
#define MARSIFT_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* True for the second and later bytes of a character. */
static inline bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Returns how many bytes at the start of `text` are ASCII. */
size_t utf8_ascii_length(struct span text);

/* Returns how many bytes at the start of `text` make complete, valid characters. */
size_t utf8_valid_length(struct span text);

/* Returns the length of the character that `text` (not empty) begins with. If it is not valid,
 * returns 0 and stores in `*bad_bytes` how many bytes (1 to 3) one U+FFFD replaces. */
size_t utf8_character_length(struct span text, size_t *bad_bytes);

/* Decodes the character that `text` (not empty) begins with and returns its length; 0 and U+FFFD if
 * it is not valid. */
size_t utf8_read(struct span text, uint32_t *code_point);

/* Encodes `code_point`, a Unicode scalar value, at `out`, which has room for 4 bytes. Returns the
 * length. */
size_t utf8_write(char *out, uint32_t code_point);

/* Counts the repaired lines of a text while it is written from its start on. Start as {0}. */
struct utf8_replacements {
    uint64_t lines;
    size_t counted_to; /* offset in the text where the last repair ended */
};

/* Counts a repair, with which the text written so far ends: `length` bytes at `text`. Repairs of
 * one line count once. */
void utf8_note_replacement(struct utf8_replacements *replacements, const char *text, size_t length);

/* Appends U+FFFD to `out` and counts the repair. False with the fault set. */
bool utf8_append_replacements(struct utf8_replacements *replacements, struct buffer *out,
                              struct fault *fault);

/* Appends `text` to `out` with U+FFFD in place of invalid bytes. If `ends_inside`, the text was cut
 * at its end: an incomplete character there is dropped and does not count as a repair. False with
 * the fault set. */
bool utf8_repair(struct span text, bool ends_inside, struct buffer *out,
                 struct utf8_replacements *replacements, struct fault *fault);

#endif

/* UTF-8 as Unicode defines it (chapter 3, table 3-7): no overlong forms, no surrogates, nothing
 * beyond U+10FFFF. */
#ifndef MARSIFT_TEXT_UTF8_H
#define MARSIFT_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

/* How many bytes at the start of `text` are below 0x80. */
size_t utf8_ascii_length(struct span text);

/* How many bytes at the start of `text` are whole, valid characters. */
size_t utf8_valid_length(struct span text);

/* The length of the character that `text` (not empty) begins with; when it is none, 0 and in
 * `*bad_bytes` (1 to 3) how much of it one U+FFFD stands for. */
size_t utf8_character_length(struct span text, size_t *bad_bytes);

/* Decodes the character that `text` (not empty) begins with and returns its length; 0 and U+FFFD if
 * it is not valid. */
size_t utf8_read(struct span text, uint32_t *code_point);

/* Writes `code_point` (a Unicode scalar value) at `out`, which has room for 4 bytes. Its length. */
size_t utf8_write(char *out, uint32_t code_point);

/* Counts the lines that were repaired while text is written from its start on. Start as {0}. */
struct utf8_replacements {
    uint64_t lines;
    size_t counted_to; /* where in the text the last repair ended */
};

/* A repair was written, after which `text` has `length` bytes. Repairs of one line count once. */
void utf8_note_replacement(struct utf8_replacements *replacements, const char *text, size_t length);

/* Appends U+FFFD to `out` and notes the repair. */
bool utf8_append_replacements(struct utf8_replacements *replacements, struct buffer *out,
                              struct fault *fault);

/* Appends `text` to `out` with U+FFFD in place of what is not valid. `ends_inside` says that the
 * text was cut at its end: half a character there is dropped and no repair. */
bool utf8_repair(struct span text, bool ends_inside, struct buffer *out,
                 struct utf8_replacements *replacements, struct fault *fault);

#endif

/* The form of the lines of a log in which it changes: tools of Windows append UTF-16 to a log that
 * others write in 8 bits, and the other way round. */
#ifndef MARSIFT_INPUT_ENCODING_LINE_FORM_H
#define MARSIFT_INPUT_ENCODING_LINE_FORM_H

#include <stddef.h>

#include "base/span.h"
#include "input/encoding/encoding.h"

enum line_form { LINE_EIGHT_BIT, LINE_UTF16LE, LINE_UTF16BE };

/* Returns the form of the lines of a log that is in `encoding`, whose units are 1 or 2 bytes. */
enum line_form line_form_in(const struct encoding *encoding);

/* Returns the form of the line that `bytes` (not empty) begin with; that of the line before where
 * it shows none of its own, as a short line does. */
enum line_form line_form_of(struct span bytes, enum line_form before);

/* Returns the length of that line with its line feed; 0 if `bytes` have none. */
size_t line_form_end(struct span bytes, enum line_form form);

/* Returns where the first line in another form than `form` begins; the length of `bytes` if none
 * does. A line begins where `bytes` do. */
size_t line_form_find_change(struct span bytes, enum line_form form);

#endif

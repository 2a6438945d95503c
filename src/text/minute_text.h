/* Times as people write them. */
#ifndef MARSIFT_TEXT_MINUTE_TEXT_H
#define MARSIFT_TEXT_MINUTE_TEXT_H

#include "base/datetime.h"
#include "base/language.h"
#include "base/span.h"

enum { MINUTE_TEXT_BYTES = 48 };

/* "2024-07-18 23:00", for tables and sentences; `zone` follows as in datetime_format. "" if unset.
 * "07-18 23:00 (year unknown)" without a year, "2024-07-18" without an hour. */
const char *minute_text(struct datetime time, const char *zone, enum language language,
                        char text[MINUTE_TEXT_BYTES]);

/* The length of the note "(year unknown)" that the text begins with, in any language; 0 without
 * one. */
size_t minute_text_note_length(struct span text);

#endif

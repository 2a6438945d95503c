/* Descriptions of failure codes in words. */
#ifndef MARSIFT_CATALOG_CODE_DESCRIPTION_H
#define MARSIFT_CATALOG_CODE_DESCRIPTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/language.h"

struct catalog;

enum { CODE_TEXT_BYTES = 512 };

/* Describes the code in words: by the title of its row; else by the system's message; else by the
 * title of its category if it has a row, and without one as a Win32 error, or by what its family or
 * facility is, severity, facility and number. Never empty,
 * without a full stop; what does not fit is cut off before a whole character. Returns `text`. */
const char *catalog_code_describe(const struct catalog *catalog, uint32_t code,
                                  enum language language, char text[CODE_TEXT_BYTES]);

/* True if the catalog has the message that Windows prints for the code. */
bool catalog_code_has_message(const struct catalog *catalog, uint32_t code);

#endif

/* Descriptions of failure codes in words. */
#ifndef MARSIFT_CATALOG_CODE_DESCRIPTION_H
#define MARSIFT_CATALOG_CODE_DESCRIPTION_H

#include <stdint.h>

#include "base/language.h"

struct catalog;

enum { CODE_TEXT_BYTES = 512 };

/* Describes the code in words: by the system's message where it is known, else by the words of its
 * symbol, else by severity, facility (its name where it is known) and number. Never empty, without
 * a full stop; what does not fit is cut off before a whole character. Returns `text`. */
const char *catalog_code_describe(const struct catalog *catalog, uint32_t code,
                                  enum language language, char text[CODE_TEXT_BYTES]);

#endif

/* The locale in which libarchive reads names that an archive marks as UTF-8 or UTF-16: it converts
 * them to the encoding of the locale, and in "C" they would be lost. */
#ifndef MARSIFT_INPUT_ARCHIVE_UTF8_LOCALE_H
#define MARSIFT_INPUT_ARCHIVE_UTF8_LOCALE_H

#include <locale.h>
#include <stdbool.h>

#include "base/fault.h"

/* Opens the locale for uselocale and loads all that it needs, so that nothing can fail later. Sets
 * `*locale` to 0 where the system has no such locale. False with the fault set when memory fails.
 */
bool utf8_locale_open(locale_t *locale, struct fault *fault);

/* 0 is allowed. */
void utf8_locale_close(locale_t locale);

#endif

/* The locale in which libarchive understands names that an archive marks as UTF-8 or UTF-16: it
 * converts them into the encoding of the locale, and they are lost in "C". */
#ifndef MARSIFT_INPUT_ARCHIVE_UTF8_LOCALE_H
#define MARSIFT_INPUT_ARCHIVE_UTF8_LOCALE_H

#include <locale.h>
#include <stdbool.h>

#include "base/fault.h"

/* Ready for use by uselocale: nothing more will be loaded, so that nothing can fail later. 0 in
 * `*locale` where the system has no such locale; false with the fault set when memory fails. */
bool utf8_locale_open(locale_t *locale, struct fault *fault);

/* 0 is allowed. */
void utf8_locale_close(locale_t locale);

#endif

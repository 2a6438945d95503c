#include "input/archive/utf8_locale.h"

#include <errno.h>
#include <string.h>
#include <wchar.h>

/* Converts one character, at which the C library loads its converters. */
static bool load_converters(locale_t locale)
{
    static const char character[] = "\xC3\xA9";
    mbstate_t state;
    wchar_t wide;
    memset(&state, 0, sizeof state);
    locale_t before = uselocale(locale);
    bool is_loaded =
        mbrtowc(&wide, character, sizeof character - 1, &state) == sizeof character - 1;
    uselocale(before);
    return is_loaded;
}

bool utf8_locale_open(locale_t *locale, struct fault *fault)
{
    errno = 0;
    *locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (*locale == (locale_t)0)
        return errno != ENOMEM || fault_no_memory(fault);
    if (load_converters(*locale))
        return true;
    utf8_locale_close(*locale);
    *locale = (locale_t)0;
    return fault_no_memory(fault);
}

void utf8_locale_close(locale_t locale)
{
    if (locale != (locale_t)0)
        freelocale(locale);
}

#include "input/encoding/encoding_preload.h"

/* gcc takes the -1 that iconv_open gives where it fails for something to be closed. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

static void hold(struct encoding_preload *conversions, const char *name)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter != (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr): as iconv_open has it */
        conversions->converters[conversions->count++] = converter;
}

bool encoding_preload_open(struct encoding_preload *conversions, const char *name,
                           struct fault *fault)
{
    /* One of a pair serves both byte orders, and a module both directions. */
    static const char *const detectable[] = {"CP932", "CP1252", "UTF-16LE", "UTF-32LE"};
    if (name != NULL) {
        if (!encoding_by_name(name, &conversions->named, fault))
            return false;
        conversions->forced = &conversions->named;
        hold(conversions, conversions->named.name);
    }
    for (size_t i = 0; i < sizeof detectable / sizeof *detectable; i++)
        hold(conversions, detectable[i]);
    conversions->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    return true;
}

void encoding_preload_close(struct encoding_preload *conversions)
{
    while (conversions->count > 0)
        iconv_close(conversions->converters[--conversions->count]);
    if (conversions->locale != (locale_t)0)
        freelocale(conversions->locale);
    *conversions = (struct encoding_preload){0};
}

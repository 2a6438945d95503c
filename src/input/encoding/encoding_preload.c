#include "input/encoding/encoding_preload.h"

#include <assert.h>

#include "base/count_of.h"

/* gcc mistakes the -1 of a failed iconv_open for a resource that must be closed. */
#if defined __GNUC__ && !defined __clang__
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

static void preload_converter(struct encoding_preload *preload, const char *name)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter != (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr): as iconv_open has it */
        preload->converters[preload->count++] = converter;
}

bool encoding_preload_open(struct encoding_preload *preload, const char *name, struct fault *fault)
{
    /* One module serves both byte orders and both directions. */
    static const char *const detectable[] = {"UTF-16LE", "UTF-32LE"};
    static_assert(COUNT_OF(detectable) + 1 <= ENCODING_PRELOAD_MAX,
                  "room for a named encoding and all that can be detected");
    if (name != NULL) {
        if (!encoding_by_name(name, &preload->named, fault))
            return false;
        preload->forced = &preload->named;
        preload_converter(preload, preload->named.name);
    }
    for (size_t i = 0; i < COUNT_OF(detectable); i++)
        preload_converter(preload, detectable[i]);
    preload->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    return true;
}

void encoding_preload_close(struct encoding_preload *preload)
{
    while (preload->count > 0)
        iconv_close(preload->converters[--preload->count]);
    if (preload->locale != (locale_t)0)
        freelocale(preload->locale);
    *preload = (struct encoding_preload){0};
}

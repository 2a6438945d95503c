#include "text/template.h"

#include <assert.h>

bool template_append(struct buffer *text, const char *template, const struct span *arguments,
                     size_t count, struct fault *fault)
{
    struct span whole = span_of(template);
    size_t start = 0;
    for (size_t i = 0; i + 2 < whole.length; i++) {
        char digit = whole.bytes[i + 1];
        if (whole.bytes[i] != '{' || digit < '1' || digit > '9' || whole.bytes[i + 2] != '}')
            continue;
        size_t number = (size_t)(digit - '1');
        assert(number < count);
        if (!buffer_append(text, span_slice(whole, start, i), fault) ||
            !buffer_append(text, arguments[number], fault))
            return false;
        i += 2;
        start = i + 1;
    }
    return buffer_append(text, span_slice(whole, start, whole.length), fault);
}

#include "input/encoding/codepage.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

void codepage_release(struct codepage *codepage)
{
    if (codepage->is_open && codepage->table == NULL)
        iconv_close(codepage->converter);
    *codepage = (struct codepage){0};
}

#if defined(ANALYZE) && !defined(__clang__)
/* gcc 12 mistakes the (iconv_t)-1 of a failed iconv_open for a resource that must be closed. */
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif

static bool open_converter(const char *to, const char *from, iconv_t *converter)
{
    *converter = iconv_open(to, from);
    return *converter != (iconv_t)-1; /* NOLINT(performance-no-int-to-ptr): as iconv_open has it */
}

bool codepage_select(struct codepage *codepage, const char *name, size_t unit_bytes)
{
    if (codepage->is_open && strcmp(codepage->name, name) == 0)
        return true;
    codepage_release(codepage);
    codepage->table = codepage_table_find(name);
    codepage->is_open =
        codepage->table != NULL || open_converter("UTF-8", name, &codepage->converter);
    if (!codepage->is_open)
        return false;
    codepage->unit_bytes = unit_bytes;
    snprintf(codepage->name, sizeof codepage->name, "%s", name);
    return true;
}

/* Casts const away: iconv does not write to its input, but its type does not say so. */
static char *input_of(struct span text)
{
    return (char *)(uintptr_t)text.bytes; /* NOLINT(performance-no-int-to-ptr): takes off const */
}

bool codepage_convert(struct codepage *codepage, struct span raw, bool ends_inside,
                      struct buffer *out, struct utf8_replacements *replacements,
                      struct fault *fault)
{
    if (codepage->table != NULL)
        return codepage_table_convert(codepage->table, raw, ends_inside, out, replacements, fault);
    char *in = input_of(raw);
    size_t left = raw.length;
    iconv(codepage->converter, NULL, NULL, NULL, NULL);
    while (left > 0) {
        if (!buffer_reserve(out, left * 2 + 16, fault))
            return false;
        char *end = out->bytes + out->length;
        size_t room = out->capacity - out->length;
        size_t result = iconv(codepage->converter, &in, &left, &end, &room);
        int reason = result == (size_t)-1 ? errno : 0;
        out->length = (size_t)(end - out->bytes);
        if (reason == 0 || reason == E2BIG)
            continue;
        if (reason == EINVAL && ends_inside)
            break;
        if (!utf8_append_replacements(replacements, out, fault))
            return false;
        size_t step = left < codepage->unit_bytes ? left : codepage->unit_bytes;
        in += step;
        left -= step;
    }
    return true;
}

size_t codepage_transcode(const char *from, const char *to, struct span text, char *out,
                          size_t room)
{
    const struct codepage_table *table = codepage_table_find(to);
    iconv_t converter;
    if (table != NULL && strcmp(from, "UTF-8") == 0)
        return codepage_table_encode(table, text, out, room);
    if (!open_converter(to, from, &converter))
        return SIZE_MAX;
    char *in = input_of(text);
    size_t left = text.length;
    char *end = out;
    size_t result = iconv(converter, &in, &left, &end, &room);
    iconv_close(converter);
    return result == (size_t)-1 ? SIZE_MAX : (size_t)(end - out);
}

bool codepage_keeps_ascii(const char *name)
{
    /* Sequences that change the meaning of what follows in ISO-2022, UTF-7 and HZ. */
    static const char shifts[] = "\x1B$B0!\x1B(J~\\~{<:~}+AGE-\x0E!\x0F";
    char text[128 + sizeof shifts];
    size_t length = 0;
    for (int byte = 0; byte < 128; byte++)
        text[length++] = (char)byte;
    memcpy(text + length, shifts, sizeof shifts);
    length += sizeof shifts;
    char out[4 * sizeof text];
    size_t converted =
        codepage_transcode(name, "UTF-8", (struct span){text, length}, out, sizeof out);
    return converted == length && memcmp(out, text, length) == 0;
}

size_t codepage_unit_bytes(const char *name, bool *is_big_endian)
{
    /* The second line feed shows the size: iconv may put a byte order mark before the first. */
    char out[32];
    size_t one = codepage_transcode("UTF-8", name, span_of("\n"), out, sizeof out);
    size_t two = codepage_transcode("UTF-8", name, span_of("\n\n"), out, sizeof out);
    if (one == SIZE_MAX || two == SIZE_MAX)
        return 0;
    size_t unit_bytes = two - one;
    if (unit_bytes != 1 && unit_bytes != 2 && unit_bytes != 4)
        return 0;
    *is_big_endian = unit_bytes > 1 && out[two - 1] == '\n';
    return out[*is_big_endian || unit_bytes == 1 ? two - 1 : two - unit_bytes] == '\n' ? unit_bytes
                                                                                       : 0;
}

#include "input/display_name.h"

#include "base/memory.h"
#include "input/encoding/codepage.h"
#include "input/encoding/encoding_guess.h"
#include "text/utf8.h"

static bool append_decoded(const char *code_page, struct span name, struct buffer *out,
                           struct fault *fault)
{
    struct codepage codepage = {0};
    struct utf8_replacements replacements = {.counted_to = out->length};
    bool done =
        codepage_select(&codepage, code_page, 1)
            ? codepage_convert(&codepage, name, /* ends_inside= */ false, out, &replacements, fault)
            : utf8_repair(name, /* ends_inside= */ false, out, &replacements, fault);
    codepage_release(&codepage);
    return done;
}

bool display_name_append(struct span name, struct buffer *out, struct fault *fault)
{
    if (utf8_valid_length(name) == name.length)
        return buffer_append(out, name, fault);
    switch (encoding_guess_eight_bit(name)) {
    case GUESS_CP932:
        return append_decoded("CP932", name, out, fault);
    case GUESS_CP1252:
        return append_decoded("CP1252", name, out, fault);
    case GUESS_UTF8:
        break;
    }
    struct utf8_replacements replacements = {.counted_to = out->length};
    return utf8_repair(name, /* ends_inside= */ false, out, &replacements, fault);
}

char *display_name_copy(struct span name, struct fault *fault)
{
    struct buffer name_utf8 = {0};
    char *copy = NULL;
    if (display_name_append(name, &name_utf8, fault))
        copy = memory_copy_text(buffer_span(&name_utf8), fault);
    buffer_release(&name_utf8);
    return copy;
}

static bool is_separator(char byte, bool has_backslashes)
{
    return byte == '/' || (has_backslashes && byte == '\\');
}

struct span display_name_last_part(struct span path, bool has_backslashes)
{
    size_t end = path.length;
    while (end > 0 && is_separator(path.bytes[end - 1], has_backslashes))
        end--;
    size_t start = end;
    while (start > 0 && !is_separator(path.bytes[start - 1], has_backslashes))
        start--;
    return span_slice(path, start, end);
}

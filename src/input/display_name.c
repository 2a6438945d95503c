#include "input/display_name.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/memory.h"
#include "input/encoding/codepage.h"
#include "input/encoding/cp932_score.h"
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

/* True for the bytes that are accented letters in code page 437, as in 850. */
static bool is_letter_of_437(char byte)
{
    unsigned char high = (unsigned char)byte;
    return (high >= 0x80 && high <= 0x9A) || (high >= 0xA0 && high <= 0xA5) || high == 0xE1;
}

static bool has_letters_of_437_only(struct span name)
{
    for (size_t i = 0; i < name.length; i++)
        if ((unsigned char)name.bytes[i] >= 0x80 && !is_letter_of_437(name.bytes[i]))
            return false;
    return true;
}

/* True if all that looks Japanese in `name` is a kanji between Latin letters, as two accented
 * letters look: "Gr\x94\xE1e". */
static bool has_lone_kanji_in_words_only(struct span name)
{
    struct cp932_score score = {0};
    cp932_score_add(&score, name);
    for (size_t i = 0; i < name.length; i++) {
        bool is_high = (unsigned char)name.bytes[i] >= 0x80;
        bool is_first = is_high && (i == 0 || (unsigned char)name.bytes[i - 1] < 0x80);
        if (is_first && (i == 0 || !ascii_is_letter(name.bytes[i - 1])))
            return false;
    }
    return score.japanese <= 1;
}

bool display_name_append_of_zip(struct span name, struct buffer *out, struct fault *fault)
{
    if (utf8_valid_length(name) == name.length || !has_letters_of_437_only(name) ||
        (encoding_guess_eight_bit(name) == GUESS_CP932 && !has_lone_kanji_in_words_only(name)))
        return display_name_append(name, out, fault);
    return append_decoded("CP437", name, out, fault);
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

struct span display_name_unpacked(struct span name)
{
    static const char *const suffixes[] = {".gz", ".xz", ".bz2", ".zst", ".lz4", ".lz"};
    for (size_t i = 0; i < COUNT_OF(suffixes); i++) {
        struct span suffix = span_of(suffixes[i]);
        if (name.length > suffix.length && span_ends_with_ignoring_case(name, suffix))
            return span_slice(name, 0, name.length - suffix.length);
    }
    return name;
}

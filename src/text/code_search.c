#include "text/code_search.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/code_notation.h"

enum { PREFIXED_BYTES = 10, BARE_BYTES = 8, DECIMAL_BYTES = 10 };

static bool starts_with_any(struct span word, const char *const *starts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (span_starts_with_ignoring_case(word, span_of(starts[i])))
            return true;
    return false;
}

/* True if the word, with the minus before it if `is_negative`, is written like a failure code. */
static bool looks_like_code(struct span word, bool is_negative)
{
    static const char *const prefix[] = {"0x"};
    static const char *const bare[] = {"8000", "8001", "8002", "8003", "8004", "8005",
                                       "8006", "8007", "8008", "8009", "800B", "8031",
                                       "8041", "8070", "8078", "8085", "8099"};
    static const char *const negative[] = {"213", "214"};
    static const char *const positive[] = {"2147", "2148"};
    if (is_negative)
        return word.length == DECIMAL_BYTES && starts_with_any(word, negative, COUNT_OF(negative));
    if (word.length == BARE_BYTES)
        return starts_with_any(word, bare, COUNT_OF(bare));
    return word.length == PREFIXED_BYTES && (starts_with_any(word, prefix, COUNT_OF(prefix)) ||
                                             starts_with_any(word, positive, COUNT_OF(positive)));
}

/* Reads the word from `start` to `end`, preferably with a minus before it that begins a number. */
static bool read_word(struct span text, size_t start, size_t end, uint32_t *code)
{
    struct span word = span_slice(text, start, end);
    bool is_negative = start > 0 && text.bytes[start - 1] == '-' &&
                       (start == 1 || !ascii_is_letter_or_digit(text.bytes[start - 2]));
    if (is_negative && looks_like_code(word, true))
        return code_notation_read_code(span_slice(text, start - 1, end), code);
    return looks_like_code(word, false) && code_notation_read_code(word, code);
}

bool code_search_next(struct span text, size_t *at, uint32_t *code)
{
    while (*at < text.length) {
        size_t start = *at;
        while (*at < text.length && ascii_is_letter_or_digit(text.bytes[*at]))
            (*at)++;
        if (*at > start && read_word(text, start, *at, code))
            return true;
        if (*at == start)
            (*at)++;
    }
    return false;
}

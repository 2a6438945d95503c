#include "catalog/explain/broken_code.h"

#include <string.h>

#include "base/ascii.h"
#include "text/code_notation.h"

enum { CODE_DIGITS = 8, PREFIX_BYTES = 2, HEX_DIGIT_BITS = 4, HEX_DIGIT_MASK = 0xF };

/* How likely a code is what was meant. */
enum likelihood {
    LIKELY_DOCUMENTED,
    LIKELY_EQUAL_DIGIT,
    LIKELY_LAST_DIGIT,
    LIKELY_MESSAGE,
    LIKELY_OTHER,
    LIKELIHOOD_COUNT,
    UNLIKELY = LIKELIHOOD_COUNT
};

static bool has_prefix(struct span text)
{
    return span_starts_with_ignoring_case(text, span_of("0x"));
}

bool broken_code_lacks_digit(struct span text)
{
    if (text.length != CODE_DIGITS - 1 + PREFIX_BYTES || !has_prefix(text))
        return false;
    char first = ascii_to_lower(text.bytes[PREFIX_BYTES]);
    return first == '8' || first == 'c' || first == 'd';
}

static uint32_t digit_at(uint32_t code, unsigned at)
{
    return code >> (at * HEX_DIGIT_BITS) & HEX_DIGIT_MASK;
}

/* The code without its digit `at`, counted from the last one. */
static uint32_t without_digit(uint32_t code, unsigned at)
{
    uint64_t low = code & ((UINT64_C(1) << (at * HEX_DIGIT_BITS)) - 1);
    uint64_t high = (uint64_t)code >> ((at + 1) * HEX_DIGIT_BITS);
    return (uint32_t)(high << (at * HEX_DIGIT_BITS) | low);
}

static bool is_documented(const struct catalog *catalog, uint32_t code)
{
    return strstr(catalog_code_find(catalog, code)->reference, "/azure/backup/") != NULL;
}

static enum likelihood likelihood_of(const struct catalog *catalog, uint32_t code, uint32_t digits)
{
    unsigned at = 0;
    while (at < CODE_DIGITS && without_digit(code, at) != digits)
        at++;
    if (at == CODE_DIGITS)
        return UNLIKELY;
    if (is_documented(catalog, code))
        return LIKELY_DOCUMENTED;
    if (at + 1 < CODE_DIGITS && digit_at(code, at) == digit_at(code, at + 1))
        return LIKELY_EQUAL_DIGIT;
    if (at == 0)
        return LIKELY_LAST_DIGIT;
    return catalog_code_has_message(catalog, code) ? LIKELY_MESSAGE : LIKELY_OTHER;
}

size_t broken_code_repairs(const struct catalog *catalog, uint32_t digits,
                           uint32_t codes[MAX_BROKEN_CODE_REPAIRS])
{
    size_t count = 0;
    for (int likelihood = 0; likelihood < LIKELIHOOD_COUNT; likelihood++)
        for (size_t i = 0; i < catalog_code_count(catalog); i++) {
            uint32_t code = catalog_code_at(catalog, i)->code;
            if (count < MAX_BROKEN_CODE_REPAIRS &&
                likelihood_of(catalog, code, digits) == (enum likelihood)likelihood)
                codes[count++] = code;
        }
    return count;
}

bool broken_code_starts_with_zero(const struct catalog *catalog, struct span text, uint32_t *code)
{
    uint32_t value;
    if (text.length != CODE_DIGITS + PREFIX_BYTES || !has_prefix(text) ||
        text.bytes[PREFIX_BYTES] != '0' || !code_notation_read_code(text, &value) ||
        catalog_code_find(catalog, value) != NULL)
        return false;
    *code = value | UINT32_C(0x80000000);
    return catalog_code_find(catalog, *code) != NULL;
}

bool broken_code_is_no_number(struct span text)
{
    uint32_t value;
    if (text.length <= PREFIX_BYTES || !has_prefix(text) || code_notation_read_code(text, &value))
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (!ascii_is_letter_or_digit(text.bytes[i]))
            return false;
    return true;
}

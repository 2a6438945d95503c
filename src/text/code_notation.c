#include "text/code_notation.h"

#include <stdio.h>

#include "base/ascii.h"
#include "text/hex.h"

/* The errors of Winsock are Win32 errors, always written in decimal: "TCP error code 10061". The
 * agent has no number in this range. */
enum { FIRST_WINSOCK_ERROR = 10004, LAST_WINSOCK_ERROR = 11031 };
#define WIN32_FACILITY UINT64_C(0x80070000)

/* Strips blanks and one pair of brackets. False if a bracket is not closed, or nothing is left. */
static bool unwrap(struct span *text)
{
    struct span bare = span_trim(*text);
    if (bare.length == 0)
        return false;
    char opening = bare.bytes[0];
    if (opening == '[' || opening == '(') {
        char closing = opening == '[' ? ']' : ')';
        if (bare.length < 2 || bare.bytes[bare.length - 1] != closing)
            return false;
        bare = span_trim(span_slice(bare, 1, bare.length - 1));
    }
    *text = bare;
    return bare.length > 0;
}

static bool read_hex(struct span digits, uint32_t *value)
{
    if (digits.length == 0 || digits.length > 8)
        return false;
    uint32_t sum = 0;
    for (size_t i = 0; i < digits.length; i++) {
        int digit = ascii_hex_digit(digits.bytes[i]);
        if (digit < 0)
            return false;
        sum = sum * 16 + (uint32_t)digit;
    }
    *value = sum;
    return true;
}

static bool read_decimal(struct span digits, uint64_t *value)
{
    if (digits.length == 0 || digits.length > 10)
        return false;
    uint64_t sum = 0;
    for (size_t i = 0; i < digits.length; i++) {
        if (!ascii_is_digit(digits.bytes[i]))
            return false;
        sum = sum * 10 + (uint64_t)(digits.bytes[i] - '0');
    }
    *value = sum;
    return true;
}

static bool has_hex_prefix(struct span text)
{
    return span_starts_with_ignoring_case(text, span_of("0x"));
}

/* Reads the digits of a negative 32-bit number: as signed numbers only those are failures. */
static bool read_negative(struct span digits, uint32_t *value)
{
    uint64_t magnitude;
    if (!read_decimal(digits, &magnitude) || magnitude == 0 || magnitude > UINT64_C(1) << 31)
        return false;
    *value = (uint32_t)((UINT64_C(1) << 32) - magnitude);
    return true;
}

/* Fast path for 0x80070005, as nearly all codes are written. */
static bool read_usual_code(struct span text, uint32_t *code)
{
    return text.length == 2 + HEX_WORD_DIGITS && text.bytes[0] == '0' && text.bytes[1] == 'x' &&
           hex_read_word(text.bytes + 2, code);
}

bool code_notation_read_code(struct span text, uint32_t *code)
{
    if (read_usual_code(text, code))
        return true;
    if (!unwrap(&text))
        return false;
    if (has_hex_prefix(text))
        return read_hex(span_slice(text, 2, text.length), code);
    if (text.bytes[0] == '-')
        return read_negative(span_slice(text, 1, text.length), code);
    if (text.length == 8)
        return read_hex(text, code);
    uint64_t value;
    if (!read_decimal(text, &value) || value > UINT32_MAX)
        return false;
    if (value >= FIRST_WINSOCK_ERROR && value <= LAST_WINSOCK_ERROR)
        value += WIN32_FACILITY;
    if (value < UINT64_C(1) << 31)
        return false;
    *code = (uint32_t)value;
    return true;
}

/* Returns `text` without "ID", its colon and blanks. */
static struct span without_id_word(struct span text)
{
    if (!span_starts_with_ignoring_case(text, span_of("ID")))
        return text;
    struct span rest = span_slice(text, 2, text.length);
    if (rest.length == 0 || (rest.bytes[0] != ':' && rest.bytes[0] != ' '))
        return text;
    if (rest.bytes[0] == ':')
        rest = span_slice(rest, 1, rest.length);
    return span_trim(rest);
}

bool code_notation_read_id(struct span text, uint32_t *id)
{
    if (!unwrap(&text))
        return false;
    text = without_id_word(text);
    if (has_hex_prefix(text))
        return read_hex(span_slice(text, 2, text.length), id);
    uint64_t value;
    if (!read_decimal(text, &value) || value > UINT32_MAX)
        return false;
    *id = (uint32_t)value;
    return true;
}

const char *code_notation_write_code(uint32_t code, char text[CODE_NOTATION_BYTES])
{
    snprintf(text, CODE_NOTATION_BYTES, "0x%08X", (unsigned)code);
    return text;
}

bool code_notation_read_win32(struct span text, uint32_t *code)
{
    enum { MAX_DIGITS = 5, LARGEST = 0xFFFF };
    uint64_t number = 0;
    if (text.length > MAX_DIGITS || !read_decimal(text, &number) || number == 0 || number > LARGEST)
        return false;
    *code = (uint32_t)(WIN32_FACILITY | number);
    return true;
}

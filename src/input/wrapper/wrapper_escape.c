#include "input/wrapper/wrapper_escape.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/utf8.h"

static const struct {
    const char *name;
    uint32_t character;
} entities[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", ' '},     {"bsol", '\\'},    {"lpar", '('},     {"rpar", ')'},     {"lsqb", '['},
    {"rsqb", ']'},     {"lbrack", '['},   {"rbrack", ']'},   {"colon", ':'},    {"comma", ','},
    {"semi", ';'},     {"period", '.'},   {"num", '#'},      {"equals", '='},   {"sol", '/'},
    {"lowbar", '_'},   {"tab", '\t'},     {"shy", 0xAD},     {"ensp", ' '},     {"emsp", ' '},
    {"thinsp", ' '},   {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},
    {"Auml", 0xC4},    {"Ouml", 0xD6},    {"Uuml", 0xDC},    {"szlig", 0xDF},   {"eacute", 0xE9},
    {"egrave", 0xE8},  {"agrave", 0xE0},  {"ccedil", 0xE7},  {"ntilde", 0xF1},  {"Tab", '\t'},
};

enum { MAX_ENTITY_BYTES = 12, NO_BREAK_SPACE = 0xA0 };

/* Reads "#92" or "#x5C". 0 if it is none, or stands for no character of a line. */
static uint32_t read_number(struct span name)
{
    bool is_hex = name.length > 1 && ascii_to_lower(name.bytes[1]) == 'x';
    uint32_t value = 0;
    for (size_t i = is_hex ? 2 : 1; i < name.length; i++) {
        int digit = ascii_hex_digit(name.bytes[i]);
        if (digit < 0 || (!is_hex && digit > 9) || value > 0x10FFFF)
            return 0;
        value = value * (is_hex ? 16 : 10) + (uint32_t)digit;
    }
    bool is_scalar = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (value == NO_BREAK_SPACE || value == '\r' || value == '\n')
        return ' ';
    return is_scalar && (value >= ' ' || value == '\t') ? value : 0;
}

size_t wrapper_escape_entity_at(struct span text, size_t at, uint32_t *character)
{
    struct span rest = span_slice(text, at + 1, text.length);
    size_t most = rest.length < MAX_ENTITY_BYTES ? rest.length : MAX_ENTITY_BYTES;
    size_t end = span_find_byte(span_slice(rest, 0, most), ';');
    if (end == most || end == 0)
        return 0;
    struct span name = span_slice(rest, 0, end);
    *character = 0;
    if (name.bytes[0] == '#')
        *character = read_number(name);
    for (size_t i = 0; i < COUNT_OF(entities); i++)
        if (span_equals(name, span_of(entities[i].name)))
            *character = entities[i].character;
    return *character != 0 ? end + 2 : 0;
}

static bool append_character(struct buffer *out, uint32_t character, struct fault *fault)
{
    char bytes[4];
    struct span text = {.bytes = bytes, .length = utf8_write(bytes, character)};
    return buffer_append(out, text, fault);
}

bool wrapper_escape_entities(struct span text, struct buffer *out, struct fault *fault)
{
    for (size_t at = 0; at < text.length;) {
        struct span rest = span_slice(text, at, text.length);
        size_t plain = span_find_byte(rest, '&');
        if (!buffer_append(out, span_slice(rest, 0, plain), fault))
            return false;
        at += plain;
        if (at == text.length)
            break;
        uint32_t character = '&';
        size_t length = wrapper_escape_entity_at(text, at, &character);
        if (!append_character(out, length > 0 ? character : '&', fault))
            return false;
        at += length > 0 ? length : 1;
    }
    return true;
}

/* Reads the four digits of "\u005c" at `at`; false if there are none. */
static bool read_unit(struct span text, size_t at, uint32_t *unit)
{
    *unit = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = at + i < text.length ? ascii_hex_digit(text.bytes[at + i]) : -1;
        if (digit < 0)
            return false;
        *unit = *unit << 4 | (uint32_t)digit;
    }
    return true;
}

/* Reads the escape "\uXXXX" at `at`, with the second half of a pair. Returns its length; 0 if it is
 * none. */
static size_t read_unicode(struct span text, size_t at, uint32_t *character)
{
    enum { LENGTH = 6 };
    uint32_t low;
    if (!read_unit(text, at + 2, character))
        return 0;
    if (*character < 0xD800 || *character > 0xDFFF)
        return LENGTH;
    bool has_low = *character < 0xDC00 && at + 2 * LENGTH <= text.length &&
                   text.bytes[at + LENGTH] == '\\' && text.bytes[at + LENGTH + 1] == 'u' &&
                   read_unit(text, at + LENGTH + 2, &low) && low >= 0xDC00 && low <= 0xDFFF;
    if (!has_low) {
        *character = 0xFFFD;
        return LENGTH;
    }
    *character = 0x10000 + ((*character - 0xD800) << 10) + (low - 0xDC00);
    return (size_t)2 * LENGTH;
}

/* Reads the escape at `at`, a backslash with a byte after it. Returns its length; 0 if it is none.
 */
static size_t read_escape(struct span text, size_t at, uint32_t *character)
{
    static const char letters[] = "\\/\"tnrbf";
    static const char meanings[] = "\\/\"\t\n\r  ";
    const char *found = text.bytes[at + 1] ? strchr(letters, text.bytes[at + 1]) : NULL;
    if (text.bytes[at + 1] == 'u')
        return read_unicode(text, at, character);
    if (found == NULL)
        return 0;
    *character = (unsigned char)meanings[found - letters];
    return 2;
}

bool wrapper_escape_string(struct span text, struct buffer *out, struct fault *fault)
{
    for (size_t at = 0; at < text.length;) {
        struct span rest = span_slice(text, at, text.length);
        size_t plain = span_find_byte(rest, '\\');
        if (!buffer_append(out, span_slice(rest, 0, plain), fault))
            return false;
        at += plain;
        if (at == text.length)
            break;
        uint32_t character = '\\';
        size_t length = at + 1 < text.length ? read_escape(text, at, &character) : 0;
        bool ends_line = character == '\n' || character == '\r';
        bool is_dropped = ends_line && at + length == text.length;
        if (ends_line || character == 0)
            character = ' ';
        if (!is_dropped && !append_character(out, length > 0 ? character : '\\', fault))
            return false;
        at += length > 0 ? length : 1;
    }
    return true;
}

size_t wrapper_escape_string_end(struct span text)
{
    size_t at = 0;
    while (at < text.length && text.bytes[at] != '"')
        at += text.bytes[at] == '\\' && at + 1 < text.length ? 2 : 1;
    return at < text.length ? at : text.length;
}

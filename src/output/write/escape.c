#include "output/write/escape.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

struct character_range {
    uint32_t first;
    uint32_t last;
    enum character_kind kind;
};

/* Sorted. A fixed list rather than a property that a library knows, so that the machine formats do
 * not change with the library's version. */
static const struct character_range ranges[] = {
    {0x0000, 0x001F, CHARACTER_UNSAFE},      /* C0 */
    {0x007F, 0x009F, CHARACTER_UNSAFE},      /* DEL, C1 */
    {0x00AD, 0x00AD, CHARACTER_INVISIBLE},   /* soft hyphen */
    {0x034F, 0x034F, CHARACTER_INVISIBLE},   /* grapheme joiner */
    {0x061C, 0x061C, CHARACTER_UNSAFE},      /* Arabic letter mark */
    {0x115F, 0x1160, CHARACTER_INVISIBLE},   /* Hangul fillers */
    {0x180E, 0x180E, CHARACTER_INVISIBLE},   /* Mongolian vowel separator */
    {0x200B, 0x200D, CHARACTER_INVISIBLE},   /* zero width space and joiners */
    {0x200E, 0x200F, CHARACTER_UNSAFE},      /* direction marks */
    {0x2028, 0x202E, CHARACTER_UNSAFE},      /* separators, embeddings, overrides */
    {0x2060, 0x2064, CHARACTER_INVISIBLE},   /* word joiner, invisible operators */
    {0x2065, 0x206F, CHARACTER_UNSAFE},      /* isolates, deprecated controls */
    {0x3164, 0x3164, CHARACTER_INVISIBLE},   /* Hangul filler */
    {0xFEFF, 0xFEFF, CHARACTER_INVISIBLE},   /* byte order mark */
    {0xFFA0, 0xFFA0, CHARACTER_INVISIBLE},   /* half width Hangul filler */
    {0xFFF9, 0xFFFB, CHARACTER_INVISIBLE},   /* interlinear annotation */
    {0x1D173, 0x1D17A, CHARACTER_INVISIBLE}, /* musical format controls */
    {0xE0000, 0xE007F, CHARACTER_INVISIBLE}, /* tags */
};

enum character_kind escape_kind_of_character(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (code_point <= ranges[i].last)
            return code_point >= ranges[i].first ? ranges[i].kind : CHARACTER_PLAIN;
    return CHARACTER_PLAIN;
}

/* Reads the character at `offset` and returns its length in bytes. A byte that is not UTF-8 is read
 * as U+FFFD. */
static size_t read_character(struct span text, size_t offset, uint32_t *code_point)
{
    assert(offset < text.length);
    size_t length = utf8_read(span_slice(text, offset, text.length), code_point);
    return length > 0 ? length : 1;
}

static size_t format_escape(uint32_t code_point, char bytes[GLYPH_BYTES])
{
    int length = code_point <= 0xFF ? snprintf(bytes, GLYPH_BYTES, "\\x%02x", code_point)
                                    : snprintf(bytes, GLYPH_BYTES, "\\u{%04x}", code_point);
    return (size_t)length;
}

size_t escape_read_glyph(struct span text, size_t offset, struct glyph *glyph)
{
    size_t taken = read_character(text, offset, &glyph->code_point);
    glyph->is_escaped = escape_kind_of_character(glyph->code_point) != CHARACTER_PLAIN;
    if (glyph->is_escaped)
        glyph->length = format_escape(glyph->code_point, glyph->bytes);
    else
        glyph->length = utf8_write(glyph->bytes, glyph->code_point);
    return taken;
}

/* Writes the escape that a target has for a character. Writes nothing and returns false if the
 * character needs none. */
typedef bool escape_writer(struct writer *writer, uint32_t code_point);

/* True if no target escapes the byte. */
static bool is_plain_everywhere(char byte)
{
    return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

/* Characters without an escape are written in one piece up to the next that has one. */
static void escape_with(struct writer *writer, struct span text, escape_writer *write_escape)
{
    size_t plain_start = 0;
    size_t offset = 0;
    while (offset < text.length) {
        if (is_plain_everywhere(text.bytes[offset])) {
            offset++;
            continue;
        }
        uint32_t code_point;
        size_t taken = read_character(text, offset, &code_point);
        bool is_valid = code_point != 0xFFFD || taken == 3; /* U+FFFD itself has three bytes */
        writer_write(writer, span_slice(text, plain_start, offset));
        plain_start = offset + taken;
        if (!is_valid)
            writer_text(writer, "\xEF\xBF\xBD");
        else if (!write_escape(writer, code_point))
            plain_start = offset;
        offset += taken;
    }
    writer_write(writer, span_slice(text, plain_start, text.length));
}

static bool write_escape_for_people(struct writer *writer, uint32_t code_point)
{
    if (escape_kind_of_character(code_point) == CHARACTER_PLAIN)
        return false;
    char bytes[GLYPH_BYTES];
    size_t length = format_escape(code_point, bytes);
    writer_write(writer, (struct span){.bytes = bytes, .length = length});
    return true;
}

static bool write_escape_for_json(struct writer *writer, uint32_t code_point)
{
    if (code_point == '"' || code_point == '\\') {
        writer_byte(writer, '\\');
        writer_byte(writer, (char)code_point);
        return true;
    }
    if (escape_kind_of_character(code_point) == CHARACTER_PLAIN)
        return false;
    if (code_point > 0xFFFF) {
        uint32_t above = code_point - 0x10000;
        writer_format(writer, "\\u%04x\\u%04x", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
    } else {
        writer_format(writer, "\\u%04x", code_point);
    }
    return true;
}

static bool write_escape_for_csv(struct writer *writer, uint32_t code_point)
{
    if (code_point == '"') {
        writer_text(writer, "\"\"");
        return true;
    }
    return escape_kind_of_character(code_point) == CHARACTER_UNSAFE &&
           write_escape_for_people(writer, code_point);
}

void escape_for_people(struct writer *writer, struct span text)
{
    escape_with(writer, text, write_escape_for_people);
}

void escape_for_json(struct writer *writer, struct span text)
{
    writer_byte(writer, '"');
    escape_with(writer, text, write_escape_for_json);
    writer_byte(writer, '"');
}

/* libcsv and some spreadsheets drop blanks at the ends of a cell without quotes. */
static bool needs_quotes(struct span text)
{
    if (text.length == 0)
        return false;
    return memchr(text.bytes, ',', text.length) != NULL ||
           memchr(text.bytes, '"', text.length) != NULL || text.bytes[0] == ' ' ||
           text.bytes[text.length - 1] == ' ';
}

/* True if a spreadsheet takes the character for the start of a formula. Japanese ones accept full
 * width, too. */
static bool starts_formula(uint32_t code_point)
{
    static const uint32_t signs[] = {'=',  '+',    '-',    '@',    '\t',
                                     '\r', 0xFF0B, 0xFF0D, 0xFF1D, 0xFF20};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (code_point == signs[i])
            return true;
    return false;
}

/* True if some spreadsheet drops the character from the start of a cell when importing. */
static bool may_be_dropped(uint32_t code_point)
{
    return code_point == ' ' || code_point == 0x00A0 || code_point == 0x3000 ||
           escape_kind_of_character(code_point) == CHARACTER_INVISIBLE;
}

static bool is_formula(struct span text)
{
    uint32_t code_point = ' ';
    for (size_t offset = 0; offset < text.length && may_be_dropped(code_point);)
        offset += read_character(text, offset, &code_point);
    return starts_formula(code_point);
}

void escape_for_csv(struct writer *writer, struct span text, bool is_safe)
{
    bool is_quoted = needs_quotes(text);
    if (is_quoted)
        writer_byte(writer, '"');
    if (is_safe && is_formula(text))
        writer_byte(writer, '\'');
    escape_with(writer, text, write_escape_for_csv);
    if (is_quoted)
        writer_byte(writer, '"');
}

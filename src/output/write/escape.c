#include "output/write/escape.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/count_of.h"
#include "output/write/character_kind.h"
#include "text/utf8.h"

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

/* Returns the character before `offset`, or 0. */
static uint32_t character_before(struct span text, size_t offset)
{
    uint32_t code_point = 0;
    size_t start = offset;
    while (start > 0 && offset - start < 4) {
        start--;
        if (!utf8_is_continuation(text.bytes[start]))
            break;
    }
    if (start < offset)
        read_character(text, start, &code_point);
    return code_point;
}

size_t escape_read_glyph(struct span text, size_t offset, struct glyph *glyph)
{
    size_t taken = read_character(text, offset, &glyph->code_point);
    glyph->is_escaped =
        character_kind(glyph->code_point) != CHARACTER_PLAIN &&
        character_kind_after(character_before(text, offset), glyph->code_point) != CHARACTER_PLAIN;
    if (glyph->is_escaped)
        glyph->length = format_escape(glyph->code_point, glyph->bytes);
    else
        glyph->length = utf8_write(glyph->bytes, glyph->code_point);
    return taken;
}

/* Writes the escape that a target has for a character after `before` (0: none). Writes nothing and
 * returns false if the character needs none. */
typedef bool escape_writer(struct writer *writer, uint32_t before, uint32_t code_point);

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
        uint32_t before = character_before(text, offset);
        size_t taken = read_character(text, offset, &code_point);
        bool is_valid = code_point != 0xFFFD || taken == 3; /* U+FFFD itself has three bytes */
        writer_write(writer, span_slice(text, plain_start, offset));
        plain_start = offset + taken;
        if (!is_valid)
            writer_text(writer, "\xEF\xBF\xBD");
        else if (!write_escape(writer, before, code_point))
            plain_start = offset;
        offset += taken;
    }
    writer_write(writer, span_slice(text, plain_start, text.length));
}

static bool write_escape_for_people(struct writer *writer, uint32_t before, uint32_t code_point)
{
    if (character_kind_after(before, code_point) == CHARACTER_PLAIN)
        return false;
    char bytes[GLYPH_BYTES];
    size_t length = format_escape(code_point, bytes);
    writer_write(writer, (struct span){.bytes = bytes, .length = length});
    return true;
}

static bool write_escape_for_json(struct writer *writer, uint32_t before, uint32_t code_point)
{
    (void)before;
    if (code_point == '"' || code_point == '\\') {
        writer_byte(writer, '\\');
        writer_byte(writer, (char)code_point);
        return true;
    }
    if (character_kind(code_point) == CHARACTER_PLAIN)
        return false;
    if (code_point > 0xFFFF) {
        uint32_t above = code_point - 0x10000;
        writer_format(writer, "\\u%04x\\u%04x", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
    } else {
        writer_format(writer, "\\u%04x", code_point);
    }
    return true;
}

static bool write_escape_for_csv(struct writer *writer, uint32_t before, uint32_t code_point)
{
    if (code_point == '"') {
        writer_text(writer, "\"\"");
        return true;
    }
    return character_kind(code_point) == CHARACTER_UNSAFE &&
           write_escape_for_people(writer, before, code_point);
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
    for (size_t i = 0; i < COUNT_OF(signs); i++)
        if (code_point == signs[i])
            return true;
    return false;
}

/* True if some spreadsheet drops the character from the start of a cell when importing. */
static bool may_be_dropped(uint32_t code_point)
{
    return code_point == ' ' || code_point == '"' || code_point == 0x00A0 || code_point == 0x3000 ||
           character_kind(code_point) == CHARACTER_INVISIBLE;
}

static bool is_formula(struct span text)
{
    uint32_t code_point = ' ';
    for (size_t offset = 0; offset < text.length && may_be_dropped(code_point);)
        offset += read_character(text, offset, &code_point);
    return starts_formula(code_point);
}

/* Where a semicolon parts cells, as in Excel in most of Europe, what follows one is a cell, too. */
static void disarm_for_csv(struct writer *writer, struct span text)
{
    for (size_t start = 0; start < text.length;) {
        struct span rest = span_slice(text, start, text.length);
        const char *separator = memchr(rest.bytes, ';', rest.length);
        size_t length = separator != NULL ? (size_t)(separator - rest.bytes) + 1 : rest.length;
        struct span cell = span_slice(rest, 0, length);
        if (is_formula(cell))
            writer_byte(writer, '\'');
        escape_with(writer, cell, write_escape_for_csv);
        start += length;
    }
}

void escape_for_csv(struct writer *writer, struct span text, bool is_safe)
{
    bool is_quoted = needs_quotes(text);
    if (is_quoted)
        writer_byte(writer, '"');
    if (is_safe)
        disarm_for_csv(writer, text);
    else
        escape_with(writer, text, write_escape_for_csv);
    if (is_quoted)
        writer_byte(writer, '"');
}

#include "fuzz/strict.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <yajl/yajl_parse.h>

/* True for characters that change the direction of text or break a line: Unicode's Bidi_Control
 * and the line and paragraph separators. */
static bool turns_or_breaks(utf8proc_int32_t character)
{
    return character == 0x061C || (character >= 0x200E && character <= 0x200F) ||
           (character >= 0x2028 && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

/* True for invisible characters, most of Unicode's Default_Ignorable_Code_Point. */
static bool hides(utf8proc_int32_t character)
{
    static const utf8proc_int32_t ranges[][2] = {
        {0x00AD, 0x00AD}, {0x034F, 0x034F},   {0x115F, 0x1160},   {0x180E, 0x180E},
        {0x200B, 0x200D}, {0x2060, 0x206F},   {0x3164, 0x3164},   {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0}, {0x1D173, 0x1D17A}, {0xE0000, 0xE007F},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (character >= ranges[i][0] && character <= ranges[i][1])
            return true;
    return false;
}

/* Returns the length of a leading ESC [ digits and semicolons m, else 0. */
static size_t color_length(struct span text)
{
    if (text.length < 3 || text.bytes[1] != '[')
        return 0;
    size_t at = 2;
    while (at < text.length &&
           (text.bytes[at] == ';' || (text.bytes[at] >= '0' && text.bytes[at] <= '9')))
        at++;
    return at < text.length && text.bytes[at] == 'm' ? at + 1 : 0;
}

const char *text_mistake(struct span text, struct text_rules rules)
{
    for (size_t at = 0; at < text.length;) {
        utf8proc_int32_t character;
        struct span rest = span_slice(text, at, text.length);
        utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)rest.bytes,
                                                   (utf8proc_ssize_t)rest.length, &character);
        if (length < 1)
            return "a byte that is no UTF-8";
        size_t color = rules.has_color && character == 0x1B ? color_length(rest) : 0;
        bool is_crlf = rules.has_crlf && rest.length > 1 && memcmp(rest.bytes, "\r\n", 2) == 0;
        bool is_control = character < 0x20 || (character >= 0x7F && character < 0xA0);
        if (is_control && character != '\n' && color == 0 && !is_crlf)
            return "a control character";
        if (turns_or_breaks(character))
            return "a character that turns or breaks lines";
        if (!rules.may_hide && hides(character))
            return "a character that nobody sees";
        at += color > 0 ? color : (size_t)length;
    }
    return NULL;
}

enum { MOST_DEPTH = 16, MOST_KEYS = 64, KEY_BYTES = 32 };

struct document {
    char keys[MOST_DEPTH][MOST_KEYS][KEY_BYTES]; /* of the open objects */
    size_t key_counts[MOST_DEPTH];
    size_t depth;
    json_string_handler *handler;
    void *context;
    const char *mistake;
};

static int open_level(void *context)
{
    struct document *document = context;
    if (++document->depth == MOST_DEPTH) {
        document->mistake = "JSON that is too deep";
        return 0;
    }
    document->key_counts[document->depth] = 0;
    return 1;
}

static int close_level(void *context)
{
    struct document *document = context;
    document->depth--;
    return 1;
}

static int check_key(void *context, const unsigned char *bytes, size_t length)
{
    struct document *document = context;
    char(*keys)[KEY_BYTES] = document->keys[document->depth];
    size_t *count = &document->key_counts[document->depth];
    struct span key = {(const char *)bytes, length};
    for (size_t i = 0; i < *count; i++)
        if (span_equals(key, span_of(keys[i])))
            document->mistake = "a JSON object with a member twice";
    if (*count == MOST_KEYS || length >= KEY_BYTES)
        document->mistake = "a JSON object with more members, or longer names, than any of ours";
    if (document->mistake != NULL)
        return 0;
    memcpy(keys[*count], bytes, length);
    keys[(*count)++][length] = '\0';
    return 1;
}

static struct span last_key(const struct document *document, size_t depth)
{
    size_t count = depth <= document->depth ? document->key_counts[depth] : 0;
    return span_of(count > 0 ? document->keys[depth][count - 1] : NULL);
}

static int pass_string(void *context, const unsigned char *bytes, size_t length)
{
    struct document *document = context;
    struct span value = {(const char *)bytes, length};
    struct json_place place = {last_key(document, 1), last_key(document, document->depth),
                               document->depth};
    if (document->handler != NULL)
        document->handler(document->context, &place, value);
    return 1;
}

const char *json_mistake(struct span text, json_string_handler *handler, void *context)
{
    static const yajl_callbacks callbacks = {.yajl_string = pass_string,
                                             .yajl_start_map = open_level,
                                             .yajl_map_key = check_key,
                                             .yajl_end_map = close_level,
                                             .yajl_start_array = open_level,
                                             .yajl_end_array = close_level};
    static struct document document;
    const char *mistake = text_mistake(text, (struct text_rules){0});
    if (mistake != NULL)
        return mistake;
    document.depth = 0;
    document.handler = handler;
    document.context = context;
    document.mistake = NULL;
    yajl_handle parser = yajl_alloc(&callbacks, NULL, &document);
    if (parser == NULL)
        abort();
    bool is_read =
        yajl_parse(parser, (const unsigned char *)text.bytes, text.length) == yajl_status_ok &&
        yajl_complete_parse(parser) == yajl_status_ok;
    yajl_free(parser);
    return is_read ? NULL : document.mistake ? document.mistake : "no JSON";
}

const char *json_lines_mistake(struct span text, size_t *count)
{
    *count = 0;
    while (text.length > 0) {
        size_t end = span_find_byte(text, '\n');
        if (end == text.length)
            return "a last line without its end";
        const char *mistake = json_mistake(span_slice(text, 0, end), NULL, NULL);
        if (mistake != NULL)
            return mistake;
        text = span_slice(text, end + 1, text.length);
        ++*count;
    }
    return NULL;
}

struct csv_check {
    bool is_safe;
    size_t columns; /* of the header */
    size_t cells;   /* of the row so far */
    size_t rows;
    const char *mistake;
};

static void check_cell(void *bytes, size_t length, void *context)
{
    struct csv_check *table = context;
    table->cells++;
    if (length > 0 && memchr(bytes, '\n', length) != NULL)
        table->mistake = "a line break in a cell";
    if (table->is_safe && length > 0 && strchr("=+-@\t\r", *(char *)bytes) != NULL)
        table->mistake = "a cell that is a formula";
}

static void check_row(int terminator, void *context)
{
    struct csv_check *table = context;
    (void)terminator;
    if (table->columns == 0)
        table->columns = table->cells;
    else
        table->rows++;
    if (table->cells != table->columns)
        table->mistake = "a row with another number of cells than the header";
    table->cells = 0;
}

const char *csv_mistake(struct span text, bool is_safe, size_t *rows)
{
    struct csv_check table = {.is_safe = is_safe};
    struct csv_parser parser;
    *rows = 0;
    const char *mistake =
        text_mistake(text, (struct text_rules){.has_crlf = true, .may_hide = true});
    if (mistake != NULL)
        return mistake;
    if (text.length < 2 || memcmp(text.bytes + text.length - 2, "\r\n", 2) != 0)
        return "a last row without its end";
    if (span_find(text, span_of("\r\n\r\n")) < text.length)
        return "an empty row";
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        abort();
    bool is_read =
        csv_parse(&parser, text.bytes, text.length, check_cell, check_row, &table) == text.length &&
        csv_fini(&parser, check_cell, check_row, &table) == 0;
    csv_free(&parser);
    *rows = table.rows;
    return is_read ? table.mistake : "no CSV";
}

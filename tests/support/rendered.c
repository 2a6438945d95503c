#include "support/rendered.h"
#include "catalog/explain/explanation.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

void render_command(struct writer *writer, const struct render_format *format,
                    enum rendered_command command, enum fixture fixture,
                    const struct render_options *options)
{
    if (command == RENDERED_REPORT) {
        struct report report = report_fixture(fixture, options->language);
        format->report(&report, options, writer);
    } else if (command == RENDERED_FILES) {
        struct files_rendering rendering = {.writer = writer, .options = options};
        format->files_begin(&rendering);
        for (size_t i = 0; i < FILE_ROW_FIXTURE_COUNT; i++)
            format->files_row(&rendering, &file_row_fixtures[i]);
        format->files_end(&rendering);
    } else {
        format->explain(explanation_fixtures, EXPLANATION_FIXTURE_COUNT, options, writer);
    }
}

char *rendered_text(const char *format, enum rendered_command command, enum fixture fixture,
                    const struct render_options *options)
{
    static struct writer writer;
    struct buffer memory = {0};
    struct fault fault = {0};
    writer_to_memory(&writer, &memory);
    render_command(&writer, render_format_find(format), command, fixture, options);
    if (!writer_finish(&writer, &fault))
        abort();
    char *text = calloc(memory.length + 1, 1);
    if (memory.length > 0)
        memcpy(text, memory.bytes, memory.length);
    if (strlen(text) != memory.length)
        abort();
    buffer_release(&memory);
    return text;
}

/* Parses RFC 8259 exactly, with a stack of open brackets instead of recursion. */
struct json_reader {
    const unsigned char *at;
    const unsigned char *end;
    const char *mistake;
    char open[64]; /* the expected closing brackets */
    size_t depth;
};

static void skip_blanks(struct json_reader *reader)
{
    while (reader->at < reader->end && strchr(" \n\r\t", *reader->at) != NULL && *reader->at != 0)
        reader->at++;
}

static bool accept(struct json_reader *reader, char wanted)
{
    if (reader->at >= reader->end || *reader->at != (unsigned char)wanted)
        return false;
    reader->at++;
    return true;
}

static bool skip_escape(struct json_reader *reader)
{
    if (reader->at >= reader->end)
        return false;
    char kind = (char)*reader->at++;
    if (kind != 'u')
        return kind != '\0' && strchr("\"\\/bfnrt", kind) != NULL;
    for (int i = 0; i < 4; i++, reader->at++)
        if (reader->at >= reader->end || *reader->at == 0 ||
            strchr("0123456789abcdefABCDEF", *reader->at) == NULL)
            return false;
    return true;
}

static void skip_string(struct json_reader *reader)
{
    if (!accept(reader, '"')) {
        reader->mistake = "no string where one must be";
        return;
    }
    while (reader->at < reader->end && *reader->at != '"') {
        unsigned char byte = *reader->at++;
        if (byte < 0x20 || (byte == '\\' && !skip_escape(reader))) {
            reader->mistake = "a bad character in a string";
            return;
        }
    }
    if (!accept(reader, '"'))
        reader->mistake = "an open string";
}

static void skip_digits(struct json_reader *reader)
{
    if (reader->at >= reader->end || *reader->at < '0' || *reader->at > '9')
        reader->mistake = "a digit is missing";
    while (reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9')
        reader->at++;
}

static void skip_scalar(struct json_reader *reader)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(words[i]);
        if ((size_t)(reader->end - reader->at) >= length &&
            memcmp(reader->at, words[i], length) == 0) {
            reader->at += length;
            return;
        }
    }
    if (reader->at < reader->end && *reader->at == '"') {
        skip_string(reader);
        return;
    }
    accept(reader, '-');
    if (!accept(reader, '0'))
        skip_digits(reader);
    if (accept(reader, '.'))
        skip_digits(reader);
}

/* Skips a value, or the opening bracket of one that is not empty. True if a value must follow. */
static bool start_value(struct json_reader *reader)
{
    bool is_object = accept(reader, '{');
    if (!is_object && !accept(reader, '[')) {
        skip_scalar(reader);
        return false;
    }
    if (reader->depth == sizeof reader->open) {
        reader->mistake = "too deep";
        return false;
    }
    char closing = is_object ? '}' : ']';
    skip_blanks(reader);
    if (accept(reader, closing))
        return false;
    reader->open[reader->depth++] = closing;
    return true;
}

static void skip_key(struct json_reader *reader)
{
    skip_blanks(reader);
    skip_string(reader);
    skip_blanks(reader);
    if (!accept(reader, ':'))
        reader->mistake = "no colon";
}

const char *json_mistake(const char *text, size_t length)
{
    struct json_reader reader = {.at = (const unsigned char *)text,
                                 .end = (const unsigned char *)text + length};
    bool wants_value = true;
    while (reader.mistake == NULL) {
        skip_blanks(&reader);
        if (wants_value)
            wants_value = start_value(&reader);
        else if (reader.depth == 0)
            return reader.at == reader.end ? NULL : "something after the document";
        else if (accept(&reader, reader.open[reader.depth - 1]))
            reader.depth--;
        else if (accept(&reader, ','))
            wants_value = true;
        else
            return "no comma";
        if (wants_value && reader.depth > 0 && reader.open[reader.depth - 1] == '}')
            skip_key(&reader);
    }
    return reader.mistake;
}

const char *inertness_mistake(const char *text, size_t length)
{
    for (size_t offset = 0; offset < length;) {
        utf8proc_int32_t code_point;
        utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)text + offset,
                                                  (utf8proc_ssize_t)(length - offset), &code_point);
        if (taken < 1)
            return "not UTF-8";
        if (code_point == '\r' && (offset + 1 >= length || text[offset + 1] != '\n'))
            return "a lone CR";
        if (code_point != '\n' && code_point != '\r' &&
            (code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0)))
            return "a control character";
        if ((code_point >= 0x202A && code_point <= 0x202E) ||
            (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0x2028 ||
            code_point == 0x200F)
            return "a direction control or separator";
        offset += (size_t)taken;
    }
    return NULL;
}

static void add_cell(void *bytes, size_t length, void *context)
{
    struct csv_table *table = context;
    size_t column = table->columns[table->rows]++;
    char *copy = calloc(length + 1, 1);
    if (copy == NULL)
        abort();
    memcpy(copy, bytes, length);
    table->cells[table->rows][column] = copy;
}

static void end_row(int terminator, void *context)
{
    struct csv_table *table = context;
    (void)terminator;
    table->rows++;
}

void csv_table_read(struct csv_table *table, const char *text, size_t length)
{
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_parse(&parser, text, length, add_cell, end_row, table) != length)
        table->mistake = csv_strerror(csv_error(&parser));
    else if (csv_fini(&parser, add_cell, end_row, table) != 0)
        table->mistake = "an open quote";
    csv_free(&parser);
}

void csv_table_release(struct csv_table *table)
{
    for (size_t row = 0; row < 64; row++)
        for (size_t column = 0; column < 32; column++)
            free(table->cells[row][column]);
    memset(table, 0, sizeof *table);
}

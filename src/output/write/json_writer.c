#include "output/write/json_writer.h"

#include <assert.h>
#include <math.h>

#include "output/write/escape.h"

static void new_line(struct json_writer *json)
{
    if (!json->is_indented)
        return;
    writer_byte(json->writer, '\n');
    writer_repeat(json->writer, ' ', (size_t)json->depth * 2);
}

static void begin_value(struct json_writer *json, const char *key)
{
    if (json->has_content)
        writer_byte(json->writer, ',');
    if (json->depth > 0)
        new_line(json);
    json->has_content = true;
    if (key == NULL)
        return;
    /* Keys are our own words, which need no escape. */
    writer_byte(json->writer, '"');
    writer_text(json->writer, key);
    writer_text(json->writer, json->is_indented ? "\": " : "\":");
}

static void begin(struct json_writer *json, const char *key, char bracket)
{
    begin_value(json, key);
    writer_byte(json->writer, bracket);
    json->depth++;
    json->has_content = false;
}

static void end(struct json_writer *json, char bracket)
{
    assert(json->depth > 0);
    json->depth--;
    if (json->has_content)
        new_line(json);
    writer_byte(json->writer, bracket);
    json->has_content = json->depth > 0;
}

void json_begin_object(struct json_writer *json, const char *key)
{
    begin(json, key, '{');
}

void json_end_object(struct json_writer *json)
{
    end(json, '}');
}

void json_begin_array(struct json_writer *json, const char *key)
{
    begin(json, key, '[');
}

void json_end_array(struct json_writer *json)
{
    end(json, ']');
}

void json_span(struct json_writer *json, const char *key, struct span text)
{
    begin_value(json, key);
    escape_for_json(json->writer, text);
}

void json_text(struct json_writer *json, const char *key, const char *text)
{
    json_span(json, key, span_of(text));
}

void json_count(struct json_writer *json, const char *key, uint64_t count)
{
    begin_value(json, key);
    writer_number(json->writer, count);
}

void json_flag(struct json_writer *json, const char *key, bool is_true)
{
    begin_value(json, key);
    writer_text(json->writer, is_true ? "true" : "false");
}

void json_null(struct json_writer *json, const char *key)
{
    begin_value(json, key);
    writer_text(json->writer, "null");
}

void json_percent(struct json_writer *json, const char *key, double percent)
{
    begin_value(json, key);
    writer_format(json->writer, "%.1f", isfinite(percent) ? percent : 0.0);
}

void json_optional_span(struct json_writer *json, const char *key, struct span text)
{
    if (text.length == 0)
        json_null(json, key);
    else
        json_span(json, key, text);
}

void json_optional_text(struct json_writer *json, const char *key, const char *text)
{
    json_optional_span(json, key, span_of(text));
}

void json_datetime(struct json_writer *json, const char *key, struct datetime datetime)
{
    char text[DATETIME_TEXT_BYTES];
    json_optional_text(json, key, datetime_format(datetime, json->zone, text));
}

void json_texts(struct json_writer *json, const char *key, const char *const *texts, size_t count)
{
    json_begin_array(json, key);
    for (size_t i = 0; i < count; i++)
        json_text(json, NULL, texts[i]);
    json_end_array(json);
}

#include "input/structured/json_record.h"

#include <string.h>
#include <yajl/yajl_parse.h>

#include "base/count_of.h"
#include "base/memory.h"

/* More than yajl needs for an object: it does not check its allocations. */
enum { PARSER_BYTES = 4 * 1024 * 1024 };

/* What a callback returns: to go on, or to stop. */
enum { STOP = 0, GO_ON = 1 };

void json_record_release(struct json_record *json)
{
    if (json->parser != NULL)
        yajl_free(json->parser);
    buffer_release(&json->path);
    buffer_release(&json->title);
    *json = (struct json_record){0};
}

/* Returns the path behind the objects in which events and jobs are put: "Event.System.Level",
 * "system.level", of agents that ship logs "winlog.event_id", in Elasticsearch behind "_source", of
 * Azure "properties.status" and "data.essentials.severity". */
static struct span without_event(struct span path)
{
    static const char *const objects[] = {"_source.",
                                          "fields.",
                                          "Event.",
                                          "winlog.",
                                          "System.",
                                          "data.essentials.",
                                          "data.alertContext.",
                                          "essentials.",
                                          "alertContext.",
                                          "properties."};
    for (size_t i = 0; i < COUNT_OF(objects); i++) {
        struct span object = span_of(objects[i]);
        if (span_starts_with_ignoring_case(path, object))
            path = span_slice(path, object.length, path.length);
    }
    return path;
}

/* Returns the length of the name of the object of an event's values, or 0. */
static size_t data_length(struct span path)
{
    static const char *const names[] = {"EventData", "event_data"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (span_starts_with_ignoring_case(path, span_of(names[i])))
            return strlen(names[i]);
    return 0;
}

/* Makes the title of the open member. */
static bool make_title(struct json_record *json)
{
    struct span path = without_event(buffer_span(&json->path));
    if (data_length(path) > 0)
        path.length = data_length(path);
    struct span text = span_of(".#text");
    if (path.length > text.length && span_ends_with_ignoring_case(path, text))
        path.length -= text.length;
    struct span attributes = span_of(".#attributes.");
    size_t at = span_find(path, attributes);
    if (at == path.length) {
        attributes = span_of(".@"); /* as other converters of XML have it */
        at = span_find(path, attributes);
    }
    json->title.length = 0;
    if (at == path.length)
        return buffer_append(&json->title, path, json->fault);
    return buffer_append(&json->title, span_slice(path, 0, at), json->fault) &&
           buffer_append_byte(&json->title, ' ', json->fault) &&
           buffer_append(&json->title, span_slice(path, at + attributes.length, path.length),
                         json->fault);
}

static int add_value(struct json_record *json, struct span value)
{
    json->value_count++;
    return make_title(json) &&
           record_line_add(json->record, buffer_span(&json->title), value, json->fault);
}

static int read_null(void *context)
{
    struct json_record *json = context;
    json->value_count++;
    return GO_ON;
}

static int read_boolean(void *context, int value)
{
    return add_value(context, span_of(value ? "True" : "False"));
}

static int read_number(void *context, const char *text, size_t length)
{
    return add_value(context, (struct span){text, length});
}

static int read_string(void *context, const unsigned char *text, size_t length)
{
    return add_value(context, (struct span){(const char *)text, length});
}

static int open_container(void *context)
{
    struct json_record *json = context;
    if (json->depth == MAX_JSON_DEPTH)
        return STOP;
    json->path_lengths[json->depth++] = json->path.length;
    return GO_ON;
}

static int close_container(void *context)
{
    struct json_record *json = context;
    json->path.length = json->path_lengths[--json->depth];
    return GO_ON;
}

/* Replaces the name of the innermost member. */
static int read_name(void *context, const unsigned char *text, size_t length)
{
    struct json_record *json = context;
    json->path.length = json->path_lengths[json->depth - 1];
    return (json->path.length == 0 || buffer_append_byte(&json->path, '.', json->fault)) &&
           buffer_append(&json->path, (struct span){(const char *)text, length}, json->fault);
}

bool json_record_start(struct json_record *json, struct fault *fault)
{
    static const yajl_callbacks callbacks = {.yajl_null = read_null,
                                             .yajl_boolean = read_boolean,
                                             .yajl_number = read_number,
                                             .yajl_string = read_string,
                                             .yajl_start_map = open_container,
                                             .yajl_map_key = read_name,
                                             .yajl_end_map = close_container,
                                             .yajl_start_array = open_container,
                                             .yajl_end_array = close_container};
    if (json->parser != NULL)
        yajl_free(json->parser);
    json->parser = memory_is_available(PARSER_BYTES) ? yajl_alloc(&callbacks, NULL, json) : NULL;
    json->depth = json->value_count = json->path.length = 0;
    if (json->parser == NULL)
        return fault_no_memory(fault);
    yajl_config(json->parser, yajl_allow_trailing_garbage, 1);
    return true;
}

enum json_step json_record_feed(struct json_record *json, struct span text, struct span *rest,
                                struct record_line *record, struct fault *fault)
{
    json->record = record;
    json->fault = fault;
    yajl_status status = yajl_parse(json->parser, (const unsigned char *)text.bytes, text.length);
    if (fault->kind != FAULT_NONE)
        return JSON_STEP_FAULT;
    if (status != yajl_status_ok)
        return JSON_STEP_REFUSED;
    if (json->depth > 0)
        return JSON_STEP_MORE;
    size_t read_bytes = yajl_get_bytes_consumed(json->parser);
    *rest = span_slice(text, read_bytes < text.length ? read_bytes : text.length, text.length);
    return JSON_STEP_COMPLETE;
}

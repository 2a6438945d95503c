/* NDJSON: the objects of the JSON document, one a line, each with its type as the first member. */
#include "output/json/json_explanation.h"
#include "output/json/json_file.h"
#include "output/json/json_lists.h"
#include "output/json/json_summary.h"
#include "output/write/formats.h"

static struct json_writer begin_line(struct writer *writer, const struct render_options *options,
                                     const char *type)
{
    struct json_writer json = {.writer = writer, .zone = options->zone};
    json_begin_object(&json, NULL);
    json_text(&json, "type", type);
    return json;
}

static void end_line(struct json_writer *json)
{
    json_end_object(json);
    writer_byte(json->writer, '\n');
}

void render_ndjson_report(const struct report *report, const struct render_options *options,
                          struct writer *writer)
{
    struct json_list lists[JSON_LIST_COUNT];
    json_lists_of(report, lists);
    struct json_writer json = begin_line(writer, options, "summary");
    json_summary_members(&json, report);
    end_line(&json);
    for (size_t list = 0; list < JSON_LIST_COUNT; list++) {
        for (size_t i = 0; i < lists[list].count; i++) {
            json = begin_line(writer, options, lists[list].type);
            lists[list].members(&json, report, i);
            end_line(&json);
        }
    }
}

void render_ndjson_files_begin(struct files_rendering *rendering)
{
    (void)rendering;
}

void render_ndjson_files_row(struct files_rendering *rendering, const struct file_row *row)
{
    struct json_writer json = begin_line(rendering->writer, rendering->options, "file");
    json_file_members(&json, row);
    end_line(&json);
}

void render_ndjson_files_end(struct files_rendering *rendering)
{
    (void)rendering;
}

void render_ndjson_explain(const struct explanation *explanations, size_t count,
                           const struct render_options *options, struct writer *writer)
{
    for (size_t i = 0; i < count; i++) {
        struct json_writer json = begin_line(writer, options, "explanation");
        json_explanation_members(&json, &explanations[i]);
        end_line(&json);
    }
}

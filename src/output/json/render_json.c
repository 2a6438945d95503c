/* JSON: one document a command. */
#include "output/json/json_explanation.h"
#include "output/json/json_file.h"
#include "output/json/json_lists.h"
#include "output/json/json_summary.h"
#include "output/write/formats.h"

static struct json_writer json_start(struct writer *writer, const struct render_options *options)
{
    return (struct json_writer){.writer = writer, .zone = options->zone, .is_indented = true};
}

void render_json_report(const struct report *report, const struct render_options *options,
                        struct writer *writer)
{
    struct json_writer json = json_start(writer, options);
    struct json_list lists[JSON_LIST_COUNT];
    json_lists_of(report, lists);
    json_begin_object(&json, NULL);
    json_summary_members(&json, report);
    for (size_t list = 0; list < JSON_LIST_COUNT; list++) {
        json_begin_array(&json, lists[list].key);
        for (size_t i = 0; i < lists[list].count; i++) {
            json_begin_object(&json, NULL);
            lists[list].members(&json, report, i);
            json_end_object(&json);
        }
        json_end_array(&json);
    }
    json_end_object(&json);
    writer_byte(writer, '\n');
}

void render_json_files_begin(struct files_rendering *rendering)
{
    rendering->json = json_start(rendering->writer, rendering->options);
    json_begin_array(&rendering->json, NULL);
}

void render_json_files_row(struct files_rendering *rendering, const struct file_row *row)
{
    json_begin_object(&rendering->json, NULL);
    json_file_members(&rendering->json, row);
    json_end_object(&rendering->json);
}

void render_json_files_end(struct files_rendering *rendering)
{
    json_end_array(&rendering->json);
    writer_byte(rendering->writer, '\n');
}

void render_json_explain(const struct explanation *explanations, size_t count,
                         const struct render_options *options, struct writer *writer)
{
    struct json_writer json = json_start(writer, options);
    json_begin_array(&json, NULL);
    for (size_t i = 0; i < count; i++) {
        json_begin_object(&json, NULL);
        json_explanation_members(&json, &explanations[i]);
        json_end_object(&json);
    }
    json_end_array(&json);
    writer_byte(writer, '\n');
}

/* CSV: RFC 4180 with a header and CRLF. */
#include "output/csv/csv_row.h"
#include "output/write/formats.h"

void render_csv_files_begin(struct files_rendering *rendering)
{
    csv_begin(rendering->writer, rendering->options,
              "host,job,time,category,code,symbol,operation,path,origin,log,line,context,mark,"
              "listed,code_from,state,first_seen,last_seen");
}

void render_csv_files_row(struct files_rendering *rendering, const struct file_row *data)
{
    struct csv_row row = {.writer = rendering->writer, .options = rendering->options};
    csv_cell(&row, data->host);
    csv_cell(&row, data->job);
    csv_cell_datetime(&row, data->time);
    csv_cell_text(&row, data->category);
    csv_cell_text(&row, data->code.text);
    csv_cell_text(&row, data->code.symbol);
    csv_cell(&row, data->operation);
    csv_cell(&row, data->path);
    csv_cell(&row, data->origin);
    csv_cell(&row, data->log);
    csv_cell_count(&row, &data->line);
    csv_cell_text(&row, data->context);
    csv_cell_text(&row, data->mark);
    csv_cell(&row, data->listed);
    csv_cell(&row, data->code_from);
    csv_cell_text(&row, data->state);
    csv_cell_datetime(&row, data->first_seen);
    csv_cell_datetime(&row, data->last_seen);
    csv_row_end(&row);
}

void render_csv_files_end(struct files_rendering *rendering)
{
    (void)rendering;
}

static void explanation_row(struct csv_row *row, struct span query,
                            const struct explanation *explanation)
{
    csv_cell(row, query);
    csv_cell_text(row, explanation_kind_name(explanation->kind));
    csv_cell_text(row, explanation->code);
    csv_cell_text(row, explanation->id);
    csv_cell_text(row, explanation->hex);
    csv_cell_text(row, explanation->symbol);
    csv_cell_text(row, explanation->category);
    csv_cell_text(row, explanation->title);
    csv_cell_text(row, explanation->severity);
    csv_cell_flag(row, explanation->transient);
    csv_cell_flag(row, explanation->at_risk);
    csv_cell_text(row, explanation->cause);
    csv_cell_text(row, explanation->action_count > 0 ? explanation->actions[0] : NULL);
    csv_cell_text(row, explanation->reference);
    csv_row_end(row);
}

/* One row for each argument; a word that matches several entries has one row for each of them. */
void render_csv_explain(const struct explanation *explanations, size_t count,
                        const struct render_options *options, struct writer *writer)
{
    struct csv_row row = {.writer = writer, .options = options};
    csv_begin(writer, options,
              "query,kind,code,id,hex,symbol,category,title,severity,transient,at_risk,cause,"
              "action,reference");
    for (size_t i = 0; i < count; i++) {
        const struct explanation *explanation = &explanations[i];
        if (explanation->match_count == 0)
            explanation_row(&row, explanation->query, explanation);
        for (size_t match = 0; match < explanation->match_count; match++)
            explanation_row(&row, explanation->matches[match].query, &explanation->matches[match]);
    }
}

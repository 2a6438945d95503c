/* CSV: RFC 4180 with a header and CRLF. A cell never contains a line break, so a row is a line. */
#include <math.h>

#include "output/write/escape.h"
#include "output/write/formats.h"

/* A row that is being written. */
struct csv_row {
    struct writer *writer;
    const struct render_options *options;
    bool has_cells;
};

static struct csv_row row_start(struct writer *writer, const struct render_options *options)
{
    return (struct csv_row){.writer = writer, .options = options};
}

static void cell_begin(struct csv_row *row)
{
    if (row->has_cells)
        writer_byte(row->writer, ',');
    row->has_cells = true;
}

static void cell(struct csv_row *row, struct span text)
{
    cell_begin(row);
    escape_for_csv(row->writer, text, row->options->csv_safe);
}

static void cell_text(struct csv_row *row, const char *text)
{
    cell(row, span_of(text));
}

static void cell_count(struct csv_row *row, uint64_t count)
{
    cell_begin(row);
    writer_number(row->writer, count);
}

static void cell_percent(struct csv_row *row, double percent)
{
    cell_begin(row);
    writer_format(row->writer, "%.1f", isfinite(percent) ? percent : 0.0);
}

static void cell_flag(struct csv_row *row, const bool *flag)
{
    cell_text(row, flag == NULL ? "" : *flag ? "true" : "false");
}

static void cell_datetime(struct csv_row *row, struct datetime datetime)
{
    char text[DATETIME_TEXT_BYTES];
    cell_text(row, datetime_format(datetime, row->options->zone, text));
}

static void row_end(struct csv_row *row)
{
    writer_text(row->writer, "\r\n");
    row->has_cells = false;
}

static void reason_row(struct csv_row *row, const struct report_row *data)
{
    cell(row, data->host);
    cell_count(row, data->reason->rank);
    cell_text(row, data->reason->category);
    cell_text(row, data->code.text);
    cell_text(row, data->code.symbol);
    cell_text(row, data->reason->title);
    cell_count(row, data->code.files);
    cell_count(row, data->code.events);
    cell_percent(row, data->share_percent);
    cell_text(row, severity_name(data->reason->severity));
    cell_flag(row, &data->at_risk);
    cell_flag(row, &data->transient);
    cell_datetime(row, data->first_seen);
    cell_datetime(row, data->last_seen);
    cell(row, data->example.path);
    cell_text(row, data->action);
    cell_text(row, data->reference);
    row_end(row);
}

static void finding_row(struct csv_row *row, const struct report_finding *finding)
{
    cell(row, finding->host);
    cell_count(row, finding->rank);
    cell_text(row, finding->category);
    cell_text(row, finding->id);
    cell_text(row, finding->symbol);
    cell_text(row, finding->title);
    cell_count(row, finding->files);
    cell_count(row, finding->events);
    cell_percent(row, 0.0);
    cell_text(row, severity_name(finding->severity));
    cell_flag(row, NULL);
    cell_flag(row, NULL);
    cell_datetime(row, finding->first_seen);
    cell_datetime(row, finding->last_seen);
    cell(row, finding->example.path);
    cell_text(row, finding->action_count > 0 ? finding->actions[0] : "");
    cell_text(row, finding->reference);
    row_end(row);
}

void render_csv_report(const struct report *report, const struct render_options *options,
                       struct writer *writer)
{
    writer_text(writer,
                "host,rank,category,code,symbol,title,files,events,share_pct,severity,at_risk,"
                "transient,first_seen,last_seen,example_path,action,reference\r\n");
    struct csv_row row = row_start(writer, options);
    for (size_t i = 0; i < report->row_count; i++)
        reason_row(&row, &report->rows[i]);
    for (size_t i = 0; i < report->finding_row_count; i++)
        finding_row(&row, &report->finding_rows[i]);
}

void render_csv_files_begin(struct files_rendering *rendering)
{
    writer_text(rendering->writer,
                "host,job,time,category,code,symbol,operation,path,origin,log,line,context,mark,"
                "listed,code_from\r\n");
}

void render_csv_files_row(struct files_rendering *rendering, const struct file_row *data)
{
    struct csv_row row = row_start(rendering->writer, rendering->options);
    cell(&row, data->host);
    cell(&row, data->job);
    cell_datetime(&row, data->time);
    cell_text(&row, data->category);
    cell_text(&row, data->code.text);
    cell_text(&row, data->code.symbol);
    cell(&row, data->operation);
    cell(&row, data->path);
    cell(&row, data->origin);
    cell(&row, data->log);
    cell_count(&row, data->line);
    cell_text(&row, data->context);
    cell_text(&row, data->mark);
    cell(&row, data->listed);
    cell(&row, data->code_from);
    row_end(&row);
}

void render_csv_files_end(struct files_rendering *rendering)
{
    (void)rendering;
}

static void explanation_row(struct csv_row *row, struct span query,
                            const struct explanation *explanation)
{
    cell(row, query);
    cell_text(row, explanation_kind_name(explanation->kind));
    cell_text(row, explanation->code);
    cell_text(row, explanation->id);
    cell_text(row, explanation->hex);
    cell_text(row, explanation->symbol);
    cell_text(row, explanation->category);
    cell_text(row, explanation->title);
    cell_text(row, explanation->severity);
    cell_flag(row, explanation->transient);
    cell_flag(row, explanation->at_risk);
    cell_text(row, explanation->cause);
    cell_text(row, explanation->action_count > 0 ? explanation->actions[0] : "");
    cell_text(row, explanation->reference);
    row_end(row);
}

/* One row for each argument; a word that matches several entries has one row for each of them. */
void render_csv_explain(const struct explanation *explanations, size_t count,
                        const struct render_options *options, struct writer *writer)
{
    writer_text(writer, "query,kind,code,id,hex,symbol,category,title,severity,transient,at_risk,"
                        "cause,action,reference\r\n");
    struct csv_row row = row_start(writer, options);
    for (size_t i = 0; i < count; i++) {
        const struct explanation *explanation = &explanations[i];
        if (explanation->match_count == 0)
            explanation_row(&row, explanation->query, explanation);
        for (size_t match = 0; match < explanation->match_count; match++)
            explanation_row(&row, explanation->matches[match].query, &explanation->matches[match]);
    }
}

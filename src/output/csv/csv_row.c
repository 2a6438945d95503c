#include "output/csv/csv_row.h"

#include <math.h>

#include "output/write/escape.h"

void csv_begin(struct writer *writer, const struct render_options *options, const char *columns)
{
    if (options->csv_bom)
        writer_text(writer, "\xEF\xBB\xBF");
    writer_text(writer, columns);
    writer_text(writer, "\r\n");
}

static void cell_begin(struct csv_row *row)
{
    if (row->has_cells)
        writer_byte(row->writer, ',');
    row->has_cells = true;
}

void csv_cell(struct csv_row *row, struct span text)
{
    cell_begin(row);
    escape_for_csv(row->writer, text, row->options->csv_safe);
}

void csv_cell_text(struct csv_row *row, const char *text)
{
    csv_cell(row, span_of(text));
}

void csv_cell_count(struct csv_row *row, const uint64_t *count)
{
    cell_begin(row);
    if (count != NULL)
        writer_number(row->writer, *count);
}

void csv_cell_percent(struct csv_row *row, const double *percent)
{
    cell_begin(row);
    if (percent != NULL)
        writer_format(row->writer, "%.1f", isfinite(*percent) ? *percent : 0.0);
}

void csv_cell_flag(struct csv_row *row, const bool *flag)
{
    csv_cell_text(row, flag == NULL ? "" : *flag ? "true" : "false");
}

void csv_cell_datetime(struct csv_row *row, struct datetime datetime)
{
    char text[DATETIME_TEXT_BYTES];
    csv_cell_text(row, datetime_format(datetime, row->options->zone, text));
}

void csv_row_end(struct csv_row *row)
{
    writer_text(row->writer, "\r\n");
    row->has_cells = false;
}

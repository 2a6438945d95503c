#include "catalog/catalog_file.h"

#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buffer.h"
#include "base/embedded.h"
#include "base/limits.h"
#include "base/memory.h"
#include "text/utf8.h"

enum { READ_BYTES = 64 * 1024, CELL_STEP_BYTES = 4096 };

struct catalog_reader {
    struct csv_parser parser;
    const char *file;
    const struct catalog_table *tables;
    size_t table_count;
    bool is_embedded;
    struct catalog_header header; /* its count is 0 until it is read */
    void *context;
    struct fault *fault;
    bool has_failed;
    uint64_t line;
    uint64_t row_line;
    bool is_in_row;
    struct buffer bytes;                   /* the cells of the row, one after another */
    size_t cell_ends[MAX_CATALOG_COLUMNS]; /* offset in `bytes` at which each of them ends */
    size_t cell_count;
};

/* Sets a fault at a line of the file. Always false. */
#define FAIL_AT(reader, at_line, ...)                                                              \
    ((reader)->has_failed = true,                                                                  \
     catalog_row_fault(&(struct catalog_row){.file = (reader)->file, .line = (at_line)},           \
                       (reader)->fault, __VA_ARGS__))

static struct span cell_at(const struct catalog_reader *reader, size_t index)
{
    size_t start = index > 0 ? reader->cell_ends[index - 1] : 0;
    return span_slice(buffer_span(&reader->bytes), start, reader->cell_ends[index]);
}

/* libcsv passes no context here, so the cap is the default of the limit. */
static void *resize_within_cap(void *block, size_t size_bytes)
{
    if (size_bytes > limits_default().max_catalog_field_bytes)
        return NULL;
    return memory_resize(block, size_bytes, 1, NULL);
}

/* Returns what is wrong with a cell, to be printed after "cell N", or NULL. Control characters are
 * refused because a terminal would obey them. */
static const char *find_mistake(struct span cell)
{
    for (size_t at = 0; at < cell.length;) {
        uint32_t character;
        size_t length = utf8_read(span_slice(cell, at, cell.length), &character);
        if (length == 0 || character == 0)
            return "is not UTF-8 text";
        bool is_blank = character == '\n' || character == '\r' || character == '\t';
        if (!is_blank && utf8proc_category((utf8proc_int32_t)character) == UTF8PROC_CATEGORY_CC)
            return "holds a control character";
        at += length;
    }
    return NULL;
}

static bool add_cell(struct catalog_reader *reader, struct span cell)
{
    if (reader->cell_count == MAX_CATALOG_COLUMNS)
        return FAIL_AT(reader, reader->row_line, "more than %d cells", MAX_CATALOG_COLUMNS);
    if (!buffer_append(&reader->bytes, cell, reader->fault))
        return false;
    reader->cell_ends[reader->cell_count++] = reader->bytes.length;
    return true;
}

static void handle_cell(void *bytes, size_t length, void *context)
{
    struct catalog_reader *reader = context;
    struct span cell = {.bytes = bytes, .length = length};
    if (reader->has_failed)
        return;
    const char *mistake = find_mistake(cell);
    if (mistake != NULL)
        FAIL_AT(reader, reader->row_line, "cell %zu %s", reader->cell_count + 1, mistake);
    else if (!add_cell(reader, cell))
        reader->has_failed = true;
}

/* Hands on the `count` cells of a complete row in the order of the file, or reads those of the
 * header. */
static bool handle_cells(struct catalog_reader *reader, const struct span *found, size_t count)
{
    struct span cells[MAX_CATALOG_COLUMNS] = {{0}};
    struct catalog_row row = {.file = reader->file,
                              .line = reader->row_line,
                              .table = reader->header.table,
                              .cells = found,
                              .is_embedded = reader->is_embedded};
    if (reader->header.count == 0)
        return catalog_header_read(&reader->header, &row, count, reader->tables,
                                   reader->table_count, reader->fault);
    if (count != reader->header.count)
        return catalog_row_fault(&row, reader->fault, "%zu cells, but the header has %zu", count,
                                 reader->header.count);
    for (size_t i = 0; i < count; i++)
        cells[reader->header.column_of[i]] = found[i];
    row.cells = cells;
    return row.table->handle_row(reader->context, &row, reader->fault);
}

static void handle_row(int terminator, void *context)
{
    (void)terminator;
    struct catalog_reader *reader = context;
    struct span cells[MAX_CATALOG_COLUMNS];
    for (size_t i = 0; i < reader->cell_count; i++)
        cells[i] = span_trim(cell_at(reader, i));
    reader->is_in_row = false;
    if (!reader->has_failed && !handle_cells(reader, cells, reader->cell_count))
        reader->has_failed = true;
    reader->cell_count = 0;
    reader->bytes.length = 0;
}

/* Sets the fault for an error of libcsv. Always false. */
static bool parser_fault(struct catalog_reader *reader)
{
    reader->has_failed = true;
    if (csv_error(&reader->parser) == CSV_EPARSE)
        return FAIL_AT(reader, reader->row_line,
                       "a quote stands where none may (quote the cell, double the quote)");
    if (reader->parser.entry_size < limits_default().max_catalog_field_bytes)
        return fault_no_memory(reader->fault);
    return FAIL_AT(reader, reader->row_line, "a cell of more than %llu bytes (a quote not closed?)",
                   (unsigned long long)limits_default().max_catalog_field_bytes);
}

/* Parses `part`, which ends at the end of its line or of the bytes that were read. */
static bool feed_line(struct catalog_reader *reader, struct span part)
{
    if (!reader->is_in_row && span_trim(part).length > 0) {
        reader->is_in_row = true;
        reader->row_line = reader->line;
    }
    size_t used =
        csv_parse(&reader->parser, part.bytes, part.length, handle_cell, handle_row, reader);
    if (used != part.length && !reader->has_failed)
        return parser_fault(reader);
    return !reader->has_failed;
}

static bool feed(struct catalog_reader *reader, struct span text)
{
    while (text.length > 0) {
        size_t end = span_find_byte(text, '\n');
        bool has_end = end < text.length;
        end += has_end;
        if (!feed_line(reader, span_slice(text, 0, end)))
            return false;
        reader->line += has_end;
        text = span_slice(text, end, text.length);
    }
    return true;
}

static bool reader_open(struct catalog_reader *reader)
{
    if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return fault_no_memory(reader->fault);
    csv_set_realloc_func(&reader->parser, resize_within_cap);
    csv_set_free_func(&reader->parser, memory_free);
    csv_set_blk_size(&reader->parser, CELL_STEP_BYTES);
    reader->line = 1;
    return true;
}

static bool reader_finish(struct catalog_reader *reader)
{
    if (csv_fini(&reader->parser, handle_cell, handle_row, reader) != 0 && !reader->has_failed)
        return FAIL_AT(reader, reader->row_line, "a quoted cell does not end");
    if (!reader->has_failed && reader->header.count == 0)
        return FAIL_AT(reader, 1, "an empty file: the header row is missing");
    return !reader->has_failed;
}

static void reader_release(struct catalog_reader *reader)
{
    csv_free(&reader->parser);
    buffer_release(&reader->bytes);
}

static struct span without_byte_order_mark(struct span text)
{
    size_t skipped = span_starts_with_ignoring_case(text, span_of("\xEF\xBB\xBF")) ? 3 : 0;
    return span_slice(text, skipped, text.length);
}

/* Cuts the next part off `rest`, with the byte that ends it. */
static struct span next_part(struct span *rest, char end_byte)
{
    size_t end = span_find_byte(*rest, end_byte);
    struct span part = span_slice(*rest, 0, end);
    *rest = span_slice(*rest, end + 1, rest->length);
    return part;
}

/* tools/embed.c has taken the cells out of their quotes, trimmed and ended them; tests check that
 * they are valid. */
bool catalog_file_read_embedded(const struct catalog_table *table, void *context,
                                struct fault *fault)
{
    struct catalog_reader reader = {.file = table->file,
                                    .tables = table,
                                    .table_count = 1,
                                    .is_embedded = true,
                                    .context = context,
                                    .fault = fault};
    struct span rest = embedded_find(table->file);
    while (rest.length > 0) {
        SPAN_ASSUME_VALID(rest);
        struct span row = next_part(&rest, EMBEDDED_ROW_END);
        struct span cells[MAX_CATALOG_COLUMNS];
        size_t count = 0;
        while (row.length > 0 && count < MAX_CATALOG_COLUMNS) {
            struct span cell = next_part(&row, EMBEDDED_CELL_END);
            cells[count++] = span_slice(cell, 0, cell.length - 1);
        }
        reader.row_line++;
        if (!handle_cells(&reader, cells, count))
            return false;
    }
    return true;
}

static bool feed_stream(struct catalog_reader *reader, FILE *stream)
{
    char *bytes = memory_allocate(READ_BYTES, 1, reader->fault);
    if (bytes == NULL)
        return false;
    bool is_first = true;
    bool is_done = true;
    for (size_t length = 1; length > 0 && is_done; is_first = false) {
        length = fread(bytes, 1, READ_BYTES, stream);
        struct span text = {.bytes = bytes, .length = length};
        is_done = feed(reader, is_first ? without_byte_order_mark(text) : text);
    }
    memory_free(bytes);
    if (is_done && ferror(stream))
        return fault_set(reader->fault, FAULT_READ, "%s: cannot be read: %s", reader->file,
                         strerror(errno));
    return is_done;
}

bool catalog_file_read_path(const char *path, const struct catalog_table *tables,
                            size_t table_count, void *context, struct fault *fault)
{
    FILE *stream = fopen(path, "rb");
    if (stream == NULL)
        return fault_set(fault, FAULT_READ, "%s: cannot be opened: %s", path, strerror(errno));
    struct catalog_reader reader = {.file = path,
                                    .tables = tables,
                                    .table_count = table_count,
                                    .context = context,
                                    .fault = fault};
    bool is_done = reader_open(&reader);
    if (is_done) {
        is_done = feed_stream(&reader, stream) && reader_finish(&reader);
        reader_release(&reader);
    }
    fclose(stream);
    return is_done;
}

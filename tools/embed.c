/* embed FILE... > embedded_files.c: writes a C source that contains the files as bytes. CSV files
 * are stored as unquoted cells, because parsing CSV would take a third of the program's start, and
 * copies of their texts two MiB.
 * Part of the build; src/base/embedded.h declares the table. Exit status 1 on failure. */
#include <csv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"

static size_t written; /* bytes of the current file */

static void fail(const char *path, const char *why)
{
    fprintf(stderr, "embed: %s: %s\n", path, why);
    exit(1);
}

static void write_byte(int byte)
{
    printf("%s%d,", written++ % 24 == 0 ? "\n" : "", byte);
}

static bool is_blank(int byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Writes the cell without the blanks around it. */
static void write_cell(void *bytes, size_t length, void *path)
{
    static const char separator[] = EMBEDDED_LIST_SEPARATOR;
    enum { SEPARATOR_BYTES = sizeof separator - 1 };
    const unsigned char *cell = bytes;
    const unsigned char *end = cell + length;
    while (cell < end && is_blank(*cell))
        cell++;
    while (cell < end && is_blank(end[-1]))
        end--;
    while (cell < end) {
        if (*cell == EMBEDDED_PART_END || *cell == EMBEDDED_CELL_END || *cell == EMBEDDED_ROW_END)
            fail(path, "a cell contains a byte that ends parts, cells or rows");
        bool is_separator =
            end - cell > SEPARATOR_BYTES && memcmp(cell, separator, SEPARATOR_BYTES) == 0;
        write_byte(is_separator ? EMBEDDED_PART_END : *cell);
        cell += is_separator ? SEPARATOR_BYTES : 1;
    }
    write_byte(EMBEDDED_PART_END);
    write_byte(EMBEDDED_CELL_END);
}

static void end_row(int terminator, void *path)
{
    (void)terminator;
    (void)path;
    write_byte(EMBEDDED_ROW_END);
}

/* Reads the file and calls `handle` for each chunk. */
static void read_file(char *path, void (*handle)(void *, const char *, size_t), void *context)
{
    char chunk[65536];
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail(path, "cannot be opened");
    for (size_t length; (length = fread(chunk, 1, sizeof chunk, file)) > 0;)
        handle(context, chunk, length);
    if (ferror(file) || fclose(file) != 0)
        fail(path, "cannot be read");
}

static void write_plain(void *context, const char *chunk, size_t length)
{
    (void)context;
    for (size_t i = 0; i < length; i++)
        write_byte((unsigned char)chunk[i]);
}

struct csv_rows {
    struct csv_parser parser;
    char *path;
};

static void parse_rows(void *context, const char *chunk, size_t length)
{
    struct csv_rows *rows = context;
    if (csv_parse(&rows->parser, chunk, length, write_cell, end_row, rows->path) != length)
        fail(rows->path, csv_strerror(csv_error(&rows->parser)));
}

static void write_rows(char *path)
{
    struct csv_rows rows = {.path = path};
    if (csv_init(&rows.parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        fail(path, "libcsv has no memory");
    read_file(path, parse_rows, &rows);
    if (csv_fini(&rows.parser, write_cell, end_row, path) != 0)
        fail(path, csv_strerror(csv_error(&rows.parser)));
    csv_free(&rows.parser);
}

static size_t write_file(char *path, int index)
{
    const char *end = strrchr(path, '.');
    written = 0;
    printf("static const unsigned char file_%d[] = {", index);
    if (end != NULL && strcmp(end, ".csv") == 0)
        write_rows(path);
    else
        read_file(path, write_plain, NULL);
    printf("0};\n");
    return written;
}

int main(int count, char **paths)
{
    size_t *lengths = calloc((size_t)count, sizeof *lengths);
    if (lengths == NULL)
        fail("the list of files", "no memory");
    printf("#include \"base/embedded.h\"\n");
    for (int i = 1; i < count; i++)
        lengths[i] = write_file(paths[i], i);
    printf("const struct embedded_file embedded_files[] = {\n");
    for (int i = 1; i < count; i++)
        printf("    {\"%s\", {(const char *)file_%d, %zu}},\n", paths[i], i, lengths[i]);
    printf("    {0, {0, 0}}};\n");
    free(lengths);
    return fflush(stdout) == 0 ? 0 : 1;
}

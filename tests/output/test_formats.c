#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "support/rendered.h"

static const char *const commands[] = {"report", "files", "explain"};

/* Calls `check` for every format, command, report and language. */
static void for_all(void (*check)(const char *format, enum rendered_command command,
                                  enum fixture fixture, const struct render_options *options))
{
    for (const struct render_format *format = render_formats; format->name != NULL; format++)
        for (enum rendered_command command = 0; command <= RENDERED_EXPLAIN; command++)
            for (enum fixture fixture = 0; fixture < FIXTURE_COUNT; fixture++)
                for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
                    static const unsigned widths[] = {0, 40, 80, 120};
                    for (size_t i = 0; i < 4; i++) {
                        struct render_options options = {.language = language,
                                                         .zone = i == 2 ? "+09:00" : NULL,
                                                         .top = i == 3 ? RENDER_TOP_ALL : 0,
                                                         .jobs = i > 1 ? RENDER_JOBS_ALL
                                                                       : RENDER_JOBS_NONE,
                                                         .width = widths[i],
                                                         .csv_safe = i == 1};
                        check(format->name, command, fixture, &options);
                    }
                }
}

static void check_inert(const char *format, enum rendered_command command, enum fixture fixture,
                        const struct render_options *options)
{
    char *text = rendered_text(format, command, fixture, options);
    const char *mistake = inertness_mistake(text, strlen(text));
    cr_assert(mistake == NULL, "%s %s of %s: %s", format, commands[command], fixture_name(fixture),
              mistake);
    free(text);
}

Test(output_formats, no_format_writes_a_control_character_of_the_input)
{
    for_all(check_inert);
}

static void check_json(const char *format, enum rendered_command command, enum fixture fixture,
                       const struct render_options *options)
{
    char *text = rendered_text(format, command, fixture, options);
    const char *mistake = NULL;
    if (strcmp(format, "json") == 0)
        mistake = json_mistake(text, strlen(text));
    for (char *line = text; strcmp(format, "ndjson") == 0 && *line != '\0';) {
        size_t length = strcspn(line, "\n");
        cr_assert(strncmp(line, "{\"type\":\"", 9) == 0);
        mistake = mistake == NULL ? json_mistake(line, length) : mistake;
        line += length + 1;
    }
    cr_assert(mistake == NULL, "%s %s of %s: %s", format, commands[command], fixture_name(fixture),
              mistake);
    free(text);
}

Test(output_formats, json_and_every_line_of_ndjson_pass_a_strict_reader)
{
    static const char *const bad[] = {"",      "{\"a\":}",  "[1,]",      "[\"\x01\"]",
                                      "[] []", "{\"a\" 1}", "[\"\\x\"]", "[01]",
                                      "\"a",   "[1}",       "nul"};
    const char *good = "{\"a\":[1,-2.5,{}],\"b\":\"\\u001b\"} ";
    cr_assert(json_mistake(good, strlen(good)) == NULL);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        cr_assert(json_mistake(bad[i], strlen(bad[i])) != NULL, "%s", bad[i]);
    for_all(check_json);
}

static void check_csv(const char *format, enum rendered_command command, enum fixture fixture,
                      const struct render_options *options)
{
    static struct csv_table table;
    if (strcmp(format, "csv") != 0)
        return;
    char *text = rendered_text(format, command, fixture, options);
    csv_table_read(&table, text, strlen(text));
    cr_assert(table.mistake == NULL, "%s: %s", fixture_name(fixture), table.mistake);
    size_t lines = 0;
    for (const char *at = text; (at = strstr(at, "\r\n")) != NULL; at += 2)
        lines++;
    cr_assert(eq(sz, lines, table.rows), "%s: a row is a line", fixture_name(fixture));
    for (size_t row = 0; row < table.rows; row++) {
        cr_assert(eq(sz, table.columns[row], table.columns[0]), "row %zu", row);
        for (size_t column = 0; options->csv_safe && row > 0 && column < table.columns[row];
             column++) {
            const char *cell = table.cells[row][column];
            cr_assert(cell[0] == '\0' || strchr("=+-@\t\r", cell[0]) == NULL, "%s", cell);
        }
    }
    csv_table_release(&table);
    free(text);
}

Test(output_formats, csv_passes_a_strict_reader_and_safe_csv_holds_no_formula)
{
    for_all(check_csv);
}

Test(output_formats, csv_gives_the_cells_back)
{
    static struct csv_table table;
    struct render_options options = {0};
    char *text = rendered_text("csv", RENDERED_FILES, 0, &options);
    csv_table_read(&table, text, strlen(text));
    cr_assert(eq(sz, table.rows, FILE_ROW_FIXTURE_COUNT + 1));
    cr_assert(eq(sz, table.columns[0], 18));
    cr_assert(eq(str, table.cells[1][2], "2020-08-04T13:16:29.206"));
    cr_assert(eq(str, table.cells[2][7], "D:\\共有\\見積書, \"最終\".xlsx"));
    cr_assert(eq(str, table.cells[4][6], " both ends "));
    cr_assert(eq(str, table.cells[4][10], "18446744073709551615"));
    cr_assert(eq(str, table.cells[1][15], "unprotected"));
    cr_assert(eq(str, table.cells[1][16], "2020-08-03T22:05:29.206"));
    csv_table_release(&table);
    free(text);
}

/* The number of the first row whose first cell is `kind`. */
static size_t row_of_kind(const struct csv_table *table, const char *kind)
{
    size_t row = 1;
    while (row < table->rows && strcmp(table->cells[row][0], kind) != 0)
        row++;
    cr_assert(lt(sz, row, table->rows), "no row of kind %s", kind);
    return row;
}

static const char *cell_of(const struct csv_table *table, const char *kind, const char *column)
{
    size_t number = 0;
    while (number < table->columns[0] && strcmp(table->cells[0][number], column) != 0)
        number++;
    cr_assert(lt(sz, number, table->columns[0]), "no column %s", column);
    return table->cells[row_of_kind(table, kind)][number];
}

Test(output_formats, csv_of_a_report_has_a_row_for_each_thing_of_every_kind)
{
    static const struct {
        const char *kind, *column, *value;
    } cells[] = {{"host", "host", "FS02"},
                 {"host", "state", "failed"},
                 {"host", "code", "130055"},
                 {"host", "last_good", "2020-08-04T02:00:29.206"},
                 {"host", "nights_without", "1"},
                 {"host", "files", "472"},
                 {"host", "severity", ""},
                 {"job", "host", "N1"},
                 {"job", "job", "11111111-2222-3333-4444-555555555555"},
                 {"job", "state", "warnings"},
                 {"job", "files", "812"},
                 {"job", "recovered", ""},
                 {"reason", "category", "locked"},
                 {"reason", "share_pct", "62.3"},
                 {"finding", "code", "130055"},
                 {"finding", "recovered", "false"},
                 {"finding", "files", ""},
                 {"failure", "code", "0x80090016"},
                 {"failure", "symbol", "NTE_BAD_KEYSET"},
                 {"failure", "events", "2"}};
    static struct csv_table table;
    struct render_options options = {0};
    char *text = rendered_text("csv", RENDERED_REPORT, FIXTURE_USUAL, &options);
    csv_table_read(&table, text, strlen(text));
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        cr_assert(eq(str, (char *)cell_of(&table, cells[i].kind, cells[i].column),
                     (char *)cells[i].value),
                  "%s of %s", cells[i].column, cells[i].kind);
    csv_table_release(&table);
    free(text);
}

Test(output_formats, csv_begins_with_a_byte_order_mark_only_where_it_is_asked_for)
{
    for (enum rendered_command command = 0; command <= RENDERED_EXPLAIN; command++) {
        struct render_options plain = {0};
        struct render_options marked = {.csv_bom = true};
        char *without = rendered_text("csv", command, FIXTURE_USUAL, &plain);
        char *with = rendered_text("csv", command, FIXTURE_USUAL, &marked);
        cr_assert(eq(int, strncmp(with, "\xEF\xBB\xBF", 3), 0), "%s", commands[command]);
        cr_assert(eq(str, with + 3, without), "%s", commands[command]);
        free(without);
        free(with);
    }
}

/* Renders with the n-th allocation failing, for every n up to the number that a run needs. */
static void check_memory(const char *format, enum rendered_command command, enum fixture fixture,
                         const struct render_options *options)
{
    static struct writer writer;
    bool was_refused = true;
    if (options->width != 80)
        return;
    for (unsigned long nth = 1; was_refused; nth++) {
        struct buffer memory = {0};
        struct fault fault = {0};
        writer_to_memory(&writer, &memory);
        memory_fail_at(nth);
        render_command(&writer, render_format_find(format), command, fixture, options);
        bool done = writer_finish(&writer, &fault);
        memory_fail_at(0);
        was_refused = !done;
        cr_assert(done || fault.kind == FAULT_MEMORY, "%s %s of %s", format, commands[command],
                  fixture_name(fixture));
        cr_assert(nth < 1000);
        buffer_release(&memory);
    }
}

Test(output_formats, refused_memory_is_a_fault_at_every_allocation)
{
    for_all(check_memory);
}

Test(output_formats, a_full_device_fails_every_format)
{
    static struct writer writer;
    struct render_options options = {0};
    for (const struct render_format *format = render_formats; format->name != NULL; format++) {
        struct fault fault = {0};
        cr_assert(writer_to_file(&writer, "/dev/full", &fault));
        render_command(&writer, format, RENDERED_REPORT, FIXTURE_USUAL, &options);
        cr_assert(not(writer_finish(&writer, &fault)));
        cr_assert(fault.kind == FAULT_WRITE, "%s", format->name);
    }
}

Test(output_formats, a_format_is_found_by_its_name_only)
{
    cr_assert(eq(str, (char *)render_format_find("ndjson")->name, "ndjson"));
    cr_assert(render_format_find("JSON") == NULL);
    cr_assert(render_format_find("") == NULL);
    cr_assert(eq(str, (char *)render_formats[0].name, "text"));
}

/* Validated by python3-jsonschema; skipped if that is not installed. */
Test(output_formats, json_conforms_to_its_published_schema)
{
    static const char *const schemas[] = {"report", "files", "explain"};
    if (system("python3 -c 'import jsonschema' 2>/dev/null") != 0)
        cr_skip_test("python3-jsonschema is not installed");
    char path[] = "/tmp/marsift-json-XXXXXX";
    close(mkstemp(path));
    for (enum rendered_command command = 0; command <= RENDERED_EXPLAIN; command++)
        for (enum fixture fixture = 0; fixture < FIXTURE_COUNT; fixture++) {
            if (command != RENDERED_REPORT && fixture > 0)
                continue;
            struct render_options options = {0};
            char *text = rendered_text("json", command, fixture, &options);
            char *lines = rendered_text("ndjson", command, fixture, &options);
            FILE *file = fopen(path, "w");
            fprintf(file, "%s\x1e%s", text, lines);
            fclose(file);
            char line[256];
            snprintf(line, sizeof line,
                     "python3 tests/support/check_schema.py docs/%s.schema.json %s",
                     schemas[command], path);
            cr_assert(system(line) == 0, "%s of %s", commands[command], fixture_name(fixture));
            free(text);
            free(lines);
        }
    unlink(path);
}

#include "grammar/match/column_reader.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES = 3000, LINE_BYTES = 256 };

static char lines[LINES][LINE_BYTES];

static uint32_t draw(uint32_t *state, uint32_t below)
{
    *state = *state * 1664525 + 1013904223;
    return (*state >> 8) % below;
}

/* A record with many values in each column, now and then with one byte that may not fit. */
static void write_line(char *line, uint32_t *state)
{
    static const char *const levels[] = {"NORMAL", "WARNING", "FATAL", "PLAIN", ""};
    static const char bytes[] = "\t 0Ag/:.()[]-\x80";
    const char *level = levels[draw(state, 5)];
    const char *nothing = draw(state, 4) == 0 ? "" : "\t";
    snprintf(line, LINE_BYTES, "%04X\t%04X\t08/%02u\t13:16:%02u.206\t%u\t%s.cpp(%u)\t",
             draw(state, 3), draw(state, 14), draw(state, 2), draw(state, 60), draw(state, 2),
             draw(state, 2) ? "vsssnapshotrequestor" : "mtffile", draw(state, 6));
    size_t length = strlen(line);
    if (draw(state, 5) > 0)
        length += (size_t)sprintf(line + length, "[%016X]", draw(state, 3));
    line[length++] = '\t';
    if (draw(state, 5) > 0)
        length += (size_t)sprintf(line + length, "11111111-2222-3333-4444-%012X", draw(state, 2));
    sprintf(line + length, "\t%s%s\tmessage %u", nothing, level, draw(state, 1000));
    if (draw(state, 10) == 0)
        line[draw(state, (uint32_t)strlen(line))] = bytes[draw(state, sizeof bytes - 1)];
}

static void assert_equal_fields(const struct span *actual, const struct span *expected)
{
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        cr_assert_eq(actual[i].length, expected[i].length);
        cr_assert(actual[i].length == 0 || actual[i].bytes == expected[i].bytes);
    }
}

/* The columns of an engine log. */
static void parse_columns(struct columns *columns)
{
    struct fault fault = {0};
    cr_assert(columns_parse(span_of("pid tid date time component source pointer? job? nothing? "
                                    "level=NORMAL|WARNING|FATAL message"),
                            columns, &fault));
}

/* Checks a line against the fields that an empty cache gives. */
static void expect_fields_of_empty_cache(const struct columns *columns, struct span line,
                                         struct column_cache *cache, bool fits,
                                         struct column_layout *used)
{
    static struct column_cache empty;
    struct column_layout layout;
    struct span fields[FIELD_COUNT] = {{0}};
    struct span expected[FIELD_COUNT] = {{0}};
    memset(&empty, 0, sizeof empty);
    cr_assert_eq(column_reader_find(columns, line, &empty, &layout), fits);
    if (!fits)
        return;
    cr_assert_eq(layout.rest, used->rest);
    cr_assert_eq(layout.word, used->word);
    column_reader_fields(columns, &empty, line, &layout, expected);
    if (!used->is_lasting)
        cr_assert(column_reader_find(columns, line, cache, used));
    column_reader_fields(columns, cache, line, used, fields);
    assert_equal_fields(fields, expected);
}

Test(grammar_column_reader, a_used_cache_gives_the_fields_that_an_empty_one_gives)
{
    static struct columns columns;
    static struct column_cache cache;
    static struct column_layout layouts[LINES];
    static bool fits[LINES];
    uint32_t state = 20240721;
    size_t fitting = 0;
    size_t lasting = 0;
    parse_columns(&columns);
    for (size_t i = 0; i < LINES; i++) {
        write_line(lines[i], &state);
        fits[i] = column_reader_find(&columns, span_of(lines[i]), &cache, &layouts[i]);
        fitting += fits[i];
        lasting += fits[i] && layouts[i].is_lasting;
        if (fits[i] && !layouts[i].is_lasting) {
            struct column_layout again;
            cr_assert(column_reader_find(&columns, span_of(lines[i]), &cache, &again));
            cr_assert_eq(again.rest, layouts[i].rest);
        }
    }
    cr_assert(fitting > LINES / 4 && fitting < LINES);
    cr_assert(lasting > fitting / 10 && lasting < fitting, "%zu of %zu", lasting, fitting);
    for (size_t i = 0; i < LINES; i++)
        expect_fields_of_empty_cache(&columns, span_of(lines[i]), &cache, fits[i], &layouts[i]);
}

#include "grammar/columns.h"

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

Test(grammar_columns, what_is_remembered_gives_what_is_read_for_the_first_time)
{
    static struct columns columns;
    static struct column_cache memory;
    static struct columns_place places[LINES];
    static bool fits[LINES];
    struct fault fault = {0};
    uint32_t state = 20240721;
    size_t fitting = 0;
    size_t lasting = 0;
    cr_assert(columns_parse(span_of("pid tid date time component source pointer? job? nothing? "
                                    "level=NORMAL|WARNING|FATAL message"),
                            &columns, &fault));
    for (size_t i = 0; i < LINES; i++) {
        write_line(lines[i], &state);
        fits[i] = columns_find(&columns, span_of(lines[i]), &memory, &places[i]);
        fitting += fits[i];
        lasting += fits[i] && places[i].is_lasting;
        if (fits[i] && !places[i].is_lasting) {
            struct columns_place again;
            cr_assert(columns_find(&columns, span_of(lines[i]), &memory, &again));
            cr_assert_eq(again.rest, places[i].rest);
        }
    }
    cr_assert(fitting > LINES / 4 && fitting < LINES);
    cr_assert(lasting > fitting / 10 && lasting < fitting, "%zu of %zu", lasting, fitting);
    for (size_t i = 0; i < LINES; i++) {
        static struct column_cache fresh;
        struct columns_place place;
        struct span fields[FIELD_COUNT] = {{0}};
        struct span expected[FIELD_COUNT] = {{0}};
        memset(&fresh, 0, sizeof fresh);
        cr_assert_eq(columns_find(&columns, span_of(lines[i]), &fresh, &place), fits[i]);
        if (!fits[i])
            continue;
        cr_assert_eq(place.rest, places[i].rest);
        cr_assert_eq(place.word, places[i].word);
        columns_fields(&columns, &fresh, span_of(lines[i]), &place, expected);
        if (!places[i].is_lasting)
            cr_assert(columns_find(&columns, span_of(lines[i]), &memory, &places[i]));
        columns_fields(&columns, &memory, span_of(lines[i]), &places[i], fields);
        assert_equal_fields(fields, expected);
    }
}

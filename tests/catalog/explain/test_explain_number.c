#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/count_of.h"
#include "catalog/explain/explain.h"
#include "support/user_catalog.h"

/* What `query` may mean, as codes and numbers joined by blanks. */
static const char *readings_of(const struct catalog *catalog, const char *query,
                               struct arena *arena, char text[256])
{
    struct fault fault = {0};
    struct explanation answer;
    cr_assert(explain_query(catalog, span_of(query), LANGUAGE_EN, arena, &answer, &fault));
    *text = '\0';
    for (size_t i = 0; i < answer.match_count; i++) {
        const struct explanation *match = &answer.matches[i];
        const char *name = match->code != NULL ? match->code
                           : match->id != NULL ? match->id
                                               : match->symbol;
        size_t length = strlen(text);
        snprintf(text + length, 256 - length, "%s%s", length > 0 ? " " : "", name);
    }
    return text;
}

Test(catalog_explain_number, a_number_has_every_meaning_that_it_may_have)
{
    static const struct {
        const char *query;
        const char *readings;
    } queries[] = {{"403", "0x80190193 0x80070193 403"},
                   {"error 403", "0x80190193 0x80070193 403"},
                   {"ID 403", ""},
                   {"HTTP 403", ""},
                   {"event 7", "DISK_EVENT_7 BACKUP_EVENT_7"},
                   {"event 18", ""},
                   {"event 4711", ""},
                   {"event 403", "0x80190193 0x80070193 403"},
                   {"DPM 7", "0x80070007 DISK_EVENT_7 BACKUP_EVENT_7"},
                   {"18", "0x80070012 SCHEDULE_BACKUP_FAILED_EVENT"},
                   {"32", "0x80070020 32"},
                   {"5", "0x80070005 BACKUP_EVENT_5"},
                   {"0x5", "0x80070005 BACKUP_EVENT_5"},
                   {"error 0x80070005, 0x80070020", "0x80070005 0x80070020"},
                   {"0x0007018B", "0x8007018B"},
                   {"0x8007018", "0x8007018B 0x80070018 0x80070188 0x80070180 0x80070181"}};
    struct fault fault = {0};
    struct arena arena = {0};
    char text[256];
    struct catalog *catalog = user_catalog_open(
        "code,category,title_en\n0x80070193,locked,One\n0x80190193,locked,Other\n", NULL, &fault);
    cr_assert(ne(ptr, catalog, NULL), "%s", fault.text);
    for (size_t i = 0; i < COUNT_OF(queries); i++)
        cr_assert(eq(str, (char *)readings_of(catalog, queries[i].query, &arena, text),
                     (char *)queries[i].readings),
                  "%s", queries[i].query);
    arena_release(&arena);
    catalog_close(catalog);
}

Test(catalog_explain_number, a_status_or_number_of_success_is_no_failure)
{
    static const char *const queries[] = {"HTTP 200", "http status 204", "0", "hr = 0x00000000"};
    struct fault fault = {0};
    struct arena arena = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    struct explanation answer;
    for (size_t i = 0; i < COUNT_OF(queries); i++) {
        cr_assert(
            explain_query(catalog, span_of(queries[i]), LANGUAGE_EN, &arena, &answer, &fault));
        cr_assert(eq(str, (char *)answer.title, "Success, no failure"), "%s", queries[i]);
        cr_assert(eq(ptr, (void *)answer.category, NULL), "%s", queries[i]);
    }
    arena_release(&arena);
    catalog_close(catalog);
}

Test(catalog_explain_number, a_code_that_lacks_a_digit_is_not_decoded)
{
    struct fault fault = {0};
    struct arena arena = {0};
    struct catalog *catalog = catalog_open(NULL, 0, &fault);
    struct explanation answer;
    char text[256];
    const char *near = readings_of(catalog, "0x8007057", &arena, text);
    cr_assert(ne(ptr, strstr(near, "0x80070057"), NULL), "%s", near);
    cr_assert(ne(ptr, strstr(near, "0x80070570"), NULL), "%s", near);
    cr_assert(explain_query(catalog, span_of("0x8007057"), LANGUAGE_EN, &arena, &answer, &fault));
    cr_assert(eq(int, answer.kind, EXPLAIN_UNKNOWN));
    arena_release(&arena);
    catalog_close(catalog);
}

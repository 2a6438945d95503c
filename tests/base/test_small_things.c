#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/datetime.h"
#include "base/hash_array.h"
#include "base/hash_table.h"
#include "base/limits.h"
#include "base/memory.h"
#include "base/span.h"
#include "text/log_name.h"
#include "text/suggestion.h"

Test(base_span, finds_trims_and_compares_without_caring_for_nul)
{
    struct span text = {.bytes = " \ta\0b\r\n", .length = 7};
    struct span trimmed = span_trim(text);
    cr_assert(eq(sz, trimmed.length, 3));
    cr_assert(eq(sz, span_find_byte(trimmed, '\0'), 1));
    cr_assert(eq(sz, span_find(trimmed, (struct span){.bytes = "\0b", .length = 2}), 1));
    cr_assert(eq(sz, span_find(span_of("abc"), span_of("bd")), 3));
    cr_assert(lt(int, span_compare(span_of("ab"), span_of("abc")), 0));
    cr_assert(lt(int, span_compare_ignoring_case(span_of("SRV-A"), span_of("srv-b")), 0));
    cr_assert(gt(int, span_compare_ignoring_case(span_of("srv-a2"), span_of("SRV-A")), 0));
    cr_assert(eq(int, span_compare_ignoring_case(span_of("srv-\xE9"), span_of("SRV-\xE9")), 0));
    cr_assert(span_equals_ignoring_case(span_of("WARNing"), span_of("warnING")));
    cr_assert(not(span_equals_ignoring_case(span_of("[x]"), span_of("{x}"))));
    cr_assert(span_ends_with_ignoring_case(span_of("A.ZIP"), span_of(".zip")));
    cr_assert(not(span_starts_with_ignoring_case(span_of("A"), span_of("AB"))));
    cr_assert(span_equals((struct span){0}, span_of("")));
}

Test(base_datetime, is_written_as_iso_8601_with_what_is_known)
{
    static const struct {
        struct datetime datetime;
        const char *zone;
        const char *text;
    } cases[] = {
        {{0}, "Z", ""},
        {{.year = 2020, .month = 7, .day = 21}, "Z", "2020-07-21"},
        {{.month = 8,
          .day = 4,
          .hour = 13,
          .minute = 16,
          .second = 29,
          .has_time = true,
          .has_milliseconds = true,
          .millisecond = 206},
         "",
         "--08-04T13:16:29.206"},
        {{.year = 2020, .month = 8, .day = 4, .hour = 1, .has_time = true},
         "+09:00",
         "2020-08-04T01:00:00+09:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DATETIME_TEXT_BYTES];
        cr_assert(eq(str, (char *)datetime_format(cases[i].datetime, cases[i].zone, text),
                     (char *)cases[i].text));
    }
}

Test(text_suggestion, names_the_word_that_was_meant_or_none)
{
    static const char *const words[] = {"verdict", "pattern", "samples", "not_samples", NULL};
    cr_assert(eq(str, (char *)suggestion_nearest("patern", words), "pattern"));
    cr_assert(eq(str, (char *)suggestion_nearest("sample", words), "samples"));
    cr_assert(eq(ptr, (void *)suggestion_nearest("zebra", words), NULL));
    char long_word[200];
    memset(long_word, 'a', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    const char *const long_words[] = {long_word, "pattern", NULL};
    cr_assert(eq(ptr, (void *)suggestion_nearest(long_word, words), NULL));
    cr_assert(eq(str, (char *)suggestion_nearest("pattern", long_words), "pattern"));
}

Test(base_hash_table, keeps_every_key_through_all_growth)
{
    struct hash_table table = {0};
    for (uint64_t key = 0; key < 5000; key++) {
        uint32_t *value = NULL;
        bool is_new = false;
        cr_assert(hash_table_add(&table, key * UINT64_C(0x9E3779B97F4A7C15), (uint32_t)key, &value,
                                 &is_new, NULL));
        cr_assert(is_new, "key %llu", (unsigned long long)key);
    }
    for (uint64_t key = 0; key < 5000; key++) {
        uint32_t value = 0;
        cr_assert(hash_table_find(&table, key * UINT64_C(0x9E3779B97F4A7C15), &value));
        cr_assert(eq(u32, value, (uint32_t)key));
    }
    uint32_t value = 0;
    cr_assert(not(hash_table_find(&table, 12345, &value)));
    hash_table_release(&table);
}

Test(base_hash_array, numbers_items_in_the_order_of_arrival)
{
    struct hash_array list = {.item_bytes = sizeof(uint64_t)};
    for (uint64_t i = 0; i < 1000; i++) {
        bool is_new = false;
        uint64_t *item = hash_array_add(&list, i * i + 7, &is_new, NULL);
        cr_assert(is_new);
        cr_assert(eq(u64, *item, 0));
        *item = i;
        cr_assert(eq(u32, hash_array_number(&list, item), (uint32_t)i));
    }
    bool is_new = true;
    cr_assert(eq(u64, *(uint64_t *)hash_array_add(&list, 30 * 30 + 7, &is_new, NULL), 30));
    cr_assert(not(is_new));
    cr_assert(eq(sz, list.count, 1000));
    hash_array_release(&list);
}

Test(base_memory, refuses_what_cannot_be_and_fails_on_demand)
{
    struct fault fault = {0};
    cr_assert(eq(ptr, memory_resize(NULL, SIZE_MAX / 2, 4, &fault), NULL));
    cr_assert(eq(int, fault.kind, FAULT_MEMORY));
    struct arena arena = {0};
    cr_assert(eq(ptr, arena_allocate(&arena, SIZE_MAX, 16, NULL), NULL));
    memory_fail_at(2);
    void *first = memory_allocate(1, 1, NULL);
    void *second = memory_allocate(1, 1, NULL);
    void *third = memory_allocate(1, 1, NULL);
    memory_fail_at(0);
    cr_assert(ne(ptr, first, NULL));
    cr_assert(eq(ptr, second, NULL));
    cr_assert(ne(ptr, third, NULL));
    memory_free(first);
    memory_free(third);
    arena_release(&arena);
}

Test(base_fault, the_first_one_stays)
{
    struct fault fault = {0};
    cr_assert(not(fault_set(&fault, FAULT_READ, "cannot read %s", "a")));
    fault_set(&fault, FAULT_WRITE, "later");
    cr_assert(eq(str, fault.text, "cannot read a"));
    cr_assert(eq(int, fault.kind, FAULT_READ));
}

Test(base_arena, pieces_are_aligned_and_text_ends_with_nul)
{
    struct arena arena = {0};
    for (size_t i = 0; i < 3000; i++) {
        struct span copy = arena_copy(&arena, span_slice(span_of("abcdefgh"), 0, i % 9), NULL);
        cr_assert(eq(sz, (size_t)copy.bytes % 16, 0));
        cr_assert(eq(chr, copy.bytes[copy.length], '\0'));
    }
    arena_release(&arena);
}

Test(text_log_name, joins_source_and_member_with_one_slash)
{
    struct buffer scratch = {0};
    static const struct {
        const char *source, *member, *name;
    } cases[] = {{"a.zip", "N1/b.log", "a.zip/N1/b.log"}, {"logs/", "b", "logs/b"}, {"-", "", "-"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span name =
            log_name(span_of(cases[i].source), span_of(cases[i].member), &scratch, NULL);
        cr_assert(span_equals(name, span_of(cases[i].name)), "%s", cases[i].name);
    }
    buffer_release(&scratch);
}

Test(base_limits, each_has_a_name_a_meaning_and_a_default)
{
    struct limits limits = limits_default();
    cr_assert(gt(u64, limits.max_line_bytes, 0));
    for (int id = 0; id < LIMIT_COUNT; id++) {
        cr_assert(eq(int, strncmp(limit_name((enum limit_id)id), "max_", 4), 0));
        cr_assert(gt(sz, strlen(limit_meaning((enum limit_id)id)), 10));
    }
}

Test(base_datetime, days_are_counted_and_found_again)
{
    static const struct {
        int16_t year;
        uint8_t month;
        uint8_t day;
        int64_t days;
    } rows[] = {
        {1970, 1, 1, 0},      {1970, 3, 1, 59},      {2000, 2, 29, 11016}, {2024, 2, 29, 19782},
        {2024, 3, 1, 19783},  {2023, 12, 31, 19722}, {2024, 1, 1, 19723},  {1969, 12, 31, -1},
        {1900, 3, 1, -25508}, {2100, 3, 1, 47541},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct datetime datetime = {
            .year = rows[i].year, .month = rows[i].month, .day = rows[i].day};
        struct datetime back = datetime_of_days(rows[i].days);
        cr_assert(eq(i64, datetime_days(datetime), rows[i].days), "row %zu", i);
        cr_assert(eq(int, datetime_compare(back, datetime), 0), "row %zu", i);
    }
}

Test(base_datetime, every_day_has_its_number_and_comes_behind_the_one_before)
{
    enum { FIRST_DAY = -720000, LAST_DAY = 2932896 }; /* from before the year 0 to 9999-12-31 */
    struct datetime before = datetime_of_days(FIRST_DAY - 1);
    before = (struct datetime){before.year, before.month, before.day, 23, 59, 59, true, true, 999};
    for (int64_t day = FIRST_DAY; day <= LAST_DAY; day += day < 0 ? 7 : 1) {
        struct datetime datetime = datetime_of_days(day);
        cr_assert(eq(i64, datetime_days(datetime), day));
        cr_assert(gt(int, datetime_compare(datetime, before), 0), "day %lld", (long long)day);
        before = (struct datetime){datetime.year, datetime.month, datetime.day, 23, 59, 59,
                                   true,          true,           999};
    }
}

Test(base_datetime, is_the_same_only_to_the_letter)
{
    struct datetime date = {.year = 2024, .month = 7, .day = 21};
    struct datetime others[] = {date, date, date, date, date};
    others[0].year = 0;
    others[1].day = 22;
    others[2].has_time = true;
    others[3].has_milliseconds = true;
    others[4].millisecond = 1;
    cr_assert(datetime_is_same(&date, &(struct datetime){.year = 2024, .month = 7, .day = 21}));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_assert(not(datetime_is_same(&date, &others[i])), "other %zu", i);
}

Test(base_datetime, without_years_a_january_is_later_than_a_december)
{
    struct datetime december = {.month = 12, .day = 31};
    struct datetime january = {.month = 1, .day = 1};
    cr_assert(datetime_is_later(january, december));
    cr_assert(not(datetime_is_later(december, january)));
    cr_assert(datetime_is_later(january, (struct datetime){0}));
    cr_assert(not(datetime_is_later((struct datetime){0}, january)));
    december.year = january.year = 2024;
    cr_assert(datetime_is_later(december, january));
}

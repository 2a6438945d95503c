#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/minute_text.h"

static void check(struct datetime time, const char *zone, enum language language,
                  const char *expected)
{
    char text[MINUTE_TEXT_BYTES];
    cr_expect(eq(str, (char *)minute_text(time, zone, language, text), (char *)expected));
}

Test(minute_text, a_time_is_written_to_the_minute_in_the_words_of_its_language)
{
    struct datetime time = {.year = 2026,
                            .month = 11,
                            .day = 27,
                            .hour = 22,
                            .minute = 5,
                            .second = 59,
                            .millisecond = 7,
                            .has_time = true,
                            .has_milliseconds = true};
    check((struct datetime){0}, "", LANGUAGE_EN, "");
    check(time, "", LANGUAGE_EN, "2026-11-27 22:05");
    check(time, "+09:00", LANGUAGE_JA, "2026-11-27 22:05+09:00");
    time.year = 0;
    check(time, "", LANGUAGE_EN, "11-27 22:05 (year unknown)");
    check(time, "", LANGUAGE_JA, "11-27 22:05 (年不明)");
    time.has_time = false;
    check(time, "", LANGUAGE_EN, "11-27 (year unknown)");
}

Test(minute_text, the_note_is_known_where_it_begins)
{
    cr_expect(eq(sz, minute_text_note_length(span_of("(year unknown), then")), 14));
    cr_expect(eq(sz, minute_text_note_length(span_of("(年不明)")), sizeof "(年不明)" - 1));
    cr_expect(eq(sz, minute_text_note_length(span_of("11-27 (year unknown)")), 0));
}

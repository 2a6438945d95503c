#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/count_of.h"
#include "text/quoted_moment.h"

Test(text_quoted_moment, a_moment_of_windows_is_read_with_and_without_marks)
{
    static const char *const texts[] = {
        "The backup operation that started at '2012-03-31T07:00:05.748719600Z' has failed.",
        "The backup operation that started at '?2012?-?03?-?31T07:00:05.748719600Z' has failed.",
        "at '\xe2\x80\x8e"
        "2012\xe2\x80\x8e-\xe2\x80\x8e"
        "03\xe2\x80\x8e-\xe2\x80\x8e"
        "31T07:00:05.7487196Z'",
        "The backup operation that started at '2012-03-31T07:00:05.748...",
        "um \"2012-03-31T07:00:05.748719600Z\" gestartet",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct datetime moment = quoted_moment_find(span_of(texts[i]));
        cr_assert(eq(int, moment.year, 2012), "%s", texts[i]);
        cr_assert(eq(int, moment.day, 31), "%s", texts[i]);
        cr_assert(eq(int, moment.hour, 7), "%s", texts[i]);
        cr_assert(datetime_has_zone(moment), "%s", texts[i]);
        cr_assert(eq(int, datetime_zone_minutes(moment), 0), "%s", texts[i]);
    }
}

Test(text_quoted_moment, other_moments_are_none)
{
    static const char *const texts[] = {
        "",
        "'2012-03-31T07:00:05Z'",
        "'2012-03-31T07:00:05.748Z' is the time",
        "'2012-03-31T07:00:05.748... is the time",
        "2012-03-31T07:00:05.748719600Z begins the line",
        "at 2012-03-31T07:00:05.748719600Z it failed",
        "'2012-03-31T07:00:05.748719600' is local",
        "'2012-03-31T07:00:05.7487196001234Z' is too long",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        cr_assert(not(datetime_is_set(quoted_moment_find(span_of(texts[i])))), "%s", texts[i]);
}

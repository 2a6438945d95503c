#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "support/random.h"
#include "text/log_date.h"

Test(text_log_date, reads_dates_and_times_in_every_form_that_logs_use)
{
    static const struct {
        const char *date, *time, *text;
    } cases[] = {
        {"08/04", "13:16:29.206", "--08-04T13:16:29.206"},
        {"8/4/2020", "1:02", "2020-08-04T01:02:00"},
        {"2020-08-04", "", "2020-08-04"},
        {"2020/08/04", "", "2020-08-04"},
        {"4.8.2020", "1:02", "2020-08-04T01:02:00"},
        {"4.8", "", ""},
        {"08-04", "13:16:29.206", "--08-04T13:16:29.206"},
        {"02-30", "", ""},
        {"2020.8.4", "", ""},
        {"9-May", "4:00:19 PM", "--05-09T16:00:19"},
        {"9-May", "12:00:19 AM", "--05-09T00:00:19"},
        {"2020-08-04", "12:30:00 pm", "2020-08-04T12:30:00"},
        {"08/04", "13:16:29,5", "--08-04T13:16:29.500"},
        {"02/29", "", "--02-29"},
        {"02/30", "", ""},
        {"2020-02-29", "", "2020-02-29"},
        {"2021-02-29", "", ""},
        {"13/01", "", ""},
        {"00/10", "", ""},
        {"08/04", "24:00:00", ""},
        {"08/04", "13:60:00", ""},
        {"08/04", "13", ""},
        {"08/04/", "", ""},
        {"2020-8", "", ""},
        {"", "13:16", ""},
        {"99-Foo", "", ""},
        {"08/04x", "", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DATETIME_TEXT_BYTES];
        struct datetime datetime = log_date_read(span_of(cases[i].date), span_of(cases[i].time));
        cr_assert(eq(str, (char *)datetime_format(datetime, "", text), (char *)cases[i].text),
                  "%s %s", cases[i].date, cases[i].time);
    }
}

/* A blank after the time avoids the fast path and changes nothing else. */
Test(text_log_date, reads_the_usual_form_as_the_slow_path_does)
{
    static const char bytes[] = "0123456789012345678901234567890123456789:/. ,x";
    uint64_t state = 1;
    size_t read = 0;
    for (int round = 0; round < 200000; round++) {
        char date[] = "08/04";
        char time[] = "13:16:29.206 ";
        for (int i = 0; i < 3; i++) {
            date[random_below(&state, 5)] = bytes[random_below(&state, sizeof bytes - 1)];
            time[random_below(&state, 12)] = bytes[random_below(&state, sizeof bytes - 1)];
        }
        struct datetime usual = log_date_read(span_of(date), (struct span){time, 12});
        struct datetime other = log_date_read(span_of(date), (struct span){time, 13});
        cr_assert(datetime_is_same(&usual, &other), "%s %s", date, time);
        read += datetime_is_set(usual);
    }
    cr_assert(gt(sz, read, 1000));
}

Test(text_log_date, finds_the_date_in_a_file_name)
{
    static const struct {
        const char *name, *text;
    } cases[] = {
        {"LastBackupFailedFiles17af1_7_21_2020_01_00_03.txt", "2020-07-21"},
        {"LastBackupFailedFiles17af1_12_1_2020.txt", "2020-12-01"},
        {"LastBackupFailedFiles2_7_21_2020.txt", "2020-07-21"},
        {"Backup_Error-21-07-2012_02-10-11.log", "2012-07-21"},
        {"MSDPMCurr.errlog.2016-06-01_20-55-45.Crash", "2016-06-01"},
        {"CBEngineCurr.errlog", ""},
        {"CBEngine3_1563753600000.log", "2019-07-22"},
        {"CBEngine3_1563753600000_parsed.log", "2019-07-22"},
        {"CBEngine3_156375360000.log", ""},
        {"CBEngine3_1563753600000", ""},
        {"LastBackupFailedFiles17af1_13_21_2020.txt", ""},
        {"", ""},
        {"1_2", ""},
        {"99999_1_2_2020x", "2020-01-02"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DATETIME_TEXT_BYTES];
        cr_assert(eq(str,
                     (char *)datetime_format(log_date_of_name(span_of(cases[i].name)), "", text),
                     (char *)cases[i].text),
                  "%s", cases[i].name);
    }
}

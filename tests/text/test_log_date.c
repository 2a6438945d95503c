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
        {"2020.8.4", "", "2020-08-04"},
        {"7/21/2024 2:47:38 AM", "", "2024-07-21T02:47:38"},
        {"7/21/2024 2:47:38\xE2\x80\xAFPM", "", "2024-07-21T14:47:38"},
        {"\xE2\x80\x8E"
         "7/\xE2\x80\x8E"
         "21/\xE2\x80\x8E"
         "2024",
         "", "2024-07-21"},
        {"21/07/2024 02:47", "", "2024-07-21T02:47:00"},
        {"21/07/24", "", "2024-07-21"},
        {"21.07.2024 02:47:38", "", "2024-07-21T02:47:38"},
        {"21.7.24", "", "2024-07-21"},
        {"21-07-2024 02:47:38", "", "2024-07-21T02:47:38"},
        {"07-21-2024 02:47:38", "", "2024-07-21T02:47:38"},
        {"21-Jul-24 2:47:38 AM", "", "2024-07-21T02:47:38"},
        {"02:47:38 21-Jul-24", "", "2024-07-21T02:47:38"},
        {"2024/07/21 2:47:38", "", "2024-07-21T02:47:38"},
        {"2024/07/21 午前 2:47:38", "", "2024-07-21T02:47:38"},
        {"2024年7月21日 2:47:38", "", "2024-07-21T02:47:38"},
        {"2024年7月21日日曜日 午後 2:47:38", "", "2024-07-21T14:47:38"},
        {"2024/07/21(日) 2:47:38", "", "2024-07-21T02:47:38"},
        {"7月21日 2:47", "", "--07-21T02:47:00"},
        {"2024. 7. 21. 오전 2:47:38", "", "2024-07-21T02:47:38"},
        {"21/7/2024 2:47:38 μμ", "", "2024-07-21T14:47:38"},
        {"21/7/2024 2:47:38 π.μ.", "", "2024-07-21T02:47:38"},
        {"21/07/2024 02:47:38 م", "", "2024-07-21T14:47:38"},
        {"21.7.2024 г. 2:47:38 ч.", "", "2024-07-21T02:47:38"},
        {"21/7/2567 2:47:38", "", "2024-07-21T02:47:38"},
        {"2024-07-20T17:47:38.1234567Z", "", "2024-07-20T17:47:38.123Z"},
        {"2024-07-21T02:47:38+09:00", "", "2024-07-21T02:47:38+09:00"},
        {"20240721T024738+0900", "", "2024-07-21T02:47:38+09:00"},
        {"20240720T174738.123Z", "", "2024-07-20T17:47:38.123Z"},
        {"20240720T174738", "", "2024-07-20T17:47:38"},
        {"20240720T174738 of job 13 of the backup", "", ""},
        {"2024-07-20T12:17:38-0530", "", "2024-07-20T12:17:38-05:30"},
        {"7/20/2024 5:47:38 PM UTC", "", "2024-07-20T17:47:38Z"},
        {"7/20/2024, 5:47:38.123 PM", "", "2024-07-20T17:47:38.123"},
        {"/Date(1721500058123)/", "", "2024-07-20T18:27:38.123Z"},
        {"\\/Date(1721500058123)\\/", "", "2024-07-20T18:27:38.123Z"},
        {"/Date(-1)/", "", ""},
        {"Sunday, July 21, 2024 2:47:38 AM", "", "2024-07-21T02:47:38"},
        {"Sonntag, 21. Juli 2024 14:47:38", "", "2024-07-21T14:47:38"},
        {"Montag, 4. März 2024 02:47:38", "", "2024-03-04T02:47:38"},
        {"dimanche 21 juillet 2024 02:47:38", "", "2024-07-21T02:47:38"},
        {"mar. 23 juil. 2024 à 02:47", "", "2024-07-23T02:47:00"},
        {"jeudi 1er août 2024 02:47:38", "", "2024-08-01T02:47:38"},
        {"domingo, 21 de julio de 2024 2:47:38 a. m.", "", "2024-07-21T02:47:38"},
        {"domingo, 21 de julio de 2024 2:47:38 p.\xC2\xA0m.", "", "2024-07-21T14:47:38"},
        {"domenica 21 luglio 2024 02:47:38", "", "2024-07-21T02:47:38"},
        {"domingo, 21 de julho de 2024 às 02:47:38", "", "2024-07-21T02:47:38"},
        {"zondag 21 juli 2024 02:47:38", "", "2024-07-21T02:47:38"},
        {"zo 3 mrt. 2024 om 02:47", "", "2024-03-03T02:47:00"},
        {"Jul 21 02:47:38", "", "--07-21T02:47:38"},
        {"31-12-23 23.59.59", "", "2023-12-31T23:59:59"},
        {"31.12.2023 kl. 23.59", "", "2023-12-31T23:59:00"},
        {"31. Dezember 2023 23.59", "", "2023-12-31T23:59:00"},
        {"31-12-23 23.5", "", ""},
        {"1.2.3", "", ""},
        {"Jul 21, 2024, 2:47 AM", "", "2024-07-21T02:47:00"},
        {"7/21/2024", "2:47 a.m.", "2024-07-21T02:47:00"},
        {"7/21/2024/", "", ""},
        {"7/21.2024", "", ""},
        {"2024 07 21", "", ""},
        {"21 Foo 2024", "", ""},
        {"7/21/2024 2:47:38 AM extra", "", ""},
        {"7/21/2024 2:47 2:48", "", ""},
        {"21/21/2024", "", ""},
        {"2024-07-21T02:47:38+99:00", "", ""},
        {"backup AM", "", ""},
        {"7/21/2024 2:47:38 AM 2024-07-20T17:47:38.1234567Z", "", "2024-07-21T02:47:38+09:00"},
        {"04/07/2024 02:47 2024-07-04T00:47:38.123456Z", "", "2024-07-04T02:47:00+02:00"},
        {"04/07/2024 02:47 2024-04-07T08:17:38.123456Z", "", "2024-04-07T02:47:00-05:30"},
        {"21.07.2024 02:47:38 2024-01-20T17:47:38.1234567Z", "", "2024-07-21T02:47:38"},
        {"7/21/2024 2:47:38 AM some other words end in Z", "", ""},
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

Test(text_log_date, tells_what_a_date_shows_of_the_order_of_month_and_day)
{
    static const struct {
        const char *date;
        enum datetime_order_evidence order;
        int month;
    } cases[] = {
        {"07/04/2024", DATETIME_ORDER_OPEN, 7},
        {"07-04-2024 02:47", DATETIME_ORDER_OPEN_DASHES, 7},
        {"07/07/2024", DATETIME_ORDER_NONE, 7},
        {"07.04.2024", DATETIME_ORDER_NONE, 4},
        {"2024/07/04", DATETIME_ORDER_NONE, 7},
        {"07/04", DATETIME_ORDER_NONE, 7},
        {"7/21/2024 2:47 AM", DATETIME_ORDER_MONTH_FIRST, 7},
        {"21/07/2024", DATETIME_ORDER_DAY_FIRST, 7},
        {"4 July 2024", DATETIME_ORDER_NONE, 7},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct datetime datetime = log_date_read(span_of(cases[i].date), (struct span){0});
        cr_assert(eq(int, datetime.order, cases[i].order), "%s", cases[i].date);
        cr_assert(eq(int, datetime.month, cases[i].month), "%s", cases[i].date);
    }
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
        {"Backup-21-07-2012_02-10-11.log", "2012-07-21"},
        {"FileRestore_Error-05-04-2025_22-16-10.log", "2025-04-05"},
        {"SystemStateBackup_Error 08-06-2010 04-00-12.log", "2010-06-08"},
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

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/list_name.h"

Test(text_list_name, a_time_follows_the_date)
{
    static const struct {
        const char *name;
        const char *time; /* "" if there is none */
    } rows[] = {
        {"LastBackupFailedFiles17af1_7_21_2024_23_05_10.txt", "2024-07-21T23:05:10"},
        {"LastBackupFailedFiles17af1_12_1_2024_1_2_3_45.txt", "2024-12-01T01:02:03"},
        {"LastBackupFailedFiles17_7_21_2024_0_0_0", "2024-07-21T00:00:00"},
        {"LastBackupFailedFiles17af1_7_21_2024.txt", ""},
        {"LastBackupFailedFiles17af1_7_21_2024_23_05.txt", ""},
        {"LastBackupFailedFiles17af1_7_21_2024_24_05_10.txt", ""},
        {"LastBackupFailedFiles17af1_2_30_2024_23_05_10.txt", ""},
        {"LastBackupFailedFiles17af1_7_21_24_23_05_10.txt", ""},
        {"LastBackupFailedFiles17af1_7_21_2024_23_05_1011.txt", ""},
        {"LastBackupFailedFiles17af1_7_21_2024__05_10.txt", ""},
        {"LastBackupFailedFiles17af1_7_21_2024_023_05_10.txt", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[DATETIME_TEXT_BYTES];
        datetime_format(list_name_time(span_of(rows[i].name)), "", text);
        cr_assert(eq(str, text, (char *)rows[i].time), "%s", rows[i].name);
    }
}

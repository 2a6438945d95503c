#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/explain/explanation.h"
#include "output/write/width.h"
#include "support/rendered.h"

static char *report_text(enum fixture fixture, enum language language, unsigned width)
{
    struct render_options options = {.language = language, .width = width};
    return rendered_text("text", RENDERED_REPORT, fixture, &options);
}

Test(output_text, the_first_lines_answer_what_is_not_protected_and_what_was_read)
{
    static const struct {
        enum fixture fixture;
        enum language language;
        const char *start;
    } cases[] = {
        {FIXTURE_NOTHING, LANGUAGE_EN,
         "Nothing was read: no log in the input holds a line.\nEmpty: "},
        {FIXTURE_NOTHING, LANGUAGE_JA,
         "何も読み取っていません: 入力に中身のあるログがありません。\n空のファイル: "},
        {FIXTURE_QUIET, LANGUAGE_EN,
         "No failed file in 1,204 lines of 1 log. All input was read; 1 line was not understood.\n"
         "That is what the logs say; it does not prove that a backup ran.\n"},
        {FIXTURE_QUIET, LANGUAGE_JA, "失敗したファイルの記録はありません (ログ 1 件、1,204 行)。"},
        {FIXTURE_USUAL, LANGUAGE_EN,
         "1 of 3 servers has no current backup: FS02 (file backups have failed since 2020-08-05; "
         "system "
         "state\nhung since 2020-08-04). At least 1,284 files are not protected: FS02 (472), N1 "
         "(812). "
         "Which files\nthe newest backup of FS02 could not read is not in the input.\n"
         "INCOMPLETE: not all input could be read; numbers are of what was read (see Problems)\n"
         "\nServer "},
        {FIXTURE_USUAL, LANGUAGE_JA,
         "サーバー 3 台中 1 台で最新のバックアップを取得できていません: FS02 "
         "(ファイルのバックアップが"},
        {FIXTURE_BARE, LANGUAGE_EN, "About 1 file is not protected. All input was read.\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *text = report_text(cases[i].fixture, cases[i].language, 0);
        text[strlen(cases[i].start)] = '\0';
        cr_assert(eq(str, text, (char *)cases[i].start), "%s", fixture_name(cases[i].fixture));
        free(text);
    }
}

Test(output_text, without_failed_files_other_failures_are_still_reported)
{
    static struct writer writer;
    struct buffer memory = {0};
    struct report report = report_fixture(FIXTURE_QUIET, LANGUAGE_EN);
    report.findings = 2;
    report.incomplete = true;
    writer_to_memory(&writer, &memory);
    render_format_find("text")->report(&report, &(struct render_options){0}, &writer);
    cr_assert(writer_finish(&writer, NULL));
    const char *start = "2 records of errors and failures in 1,204 lines of 1 log; no failed file "
                        "is named.\nINCOMPLETE: ";
    cr_assert(memory.length > strlen(start));
    cr_assert(memcmp(memory.bytes, start, strlen(start)) == 0);
    buffer_release(&memory);
}

Test(output_text, a_report_holds_what_a_reader_needs)
{
    static const char *const wanted[] = {
        "\n 1   In use or locked          812   63.2 %  #############             830  "
        "0x80070020 +1\n",
        "\n 3 ! Damaged file or volume      9    0.7 %  #                           9  "
        "0x80070570\n",
        "12,345 = 1,301 failed files + 14 agent errors + 3 other failures + 10,800 harmless + 2",
        "\nDo first\n1. Run chkdsk",
        "CBENGINE_Error_Logs/CBEngineCurr.errlog:1234\n",
        "\\mailbox-archive.pst\n",
        "marsift explain 130055",
        "bundles/N3.zip/logs/old.zip: the archive is encrypted",
        "Limit reached: max_line_bytes = 262,144",
        "--year YYYY",
        "\n    broken record \\x1b[31mred\n",
        "empty (1), not a log (1), not text (1)",
    };
    char *text = report_text(FIXTURE_USUAL, LANGUAGE_EN, 0);
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        cr_assert(strstr(text, wanted[i]) != NULL, "%s\nin\n%s", wanted[i], text);
    free(text);
}

Test(output_text, a_cut_list_says_how_many_more_there_are)
{
    struct render_options options = {.top = 12};
    char *text = rendered_text("text", RENDERED_REPORT, FIXTURE_HUGE, &options);
    cr_assert(strstr(text, "\n... 28 more (--all") != NULL);
    cr_assert(strstr(text, "\n12   Unknown") != NULL);
    cr_assert(strstr(text, "\n13   In use") == NULL);
    cr_assert(strstr(text, "THE SUM IS WRONG") != NULL);
    free(text);
}

/* An address cannot be broken and may be wider. */
static void check_width(const char *text, size_t width, const char *name)
{
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        struct span span = {.bytes = line, .length = length};
        if (span_find(span, span_of("https://")) == length)
            cr_assert(width_of_text(span) <= width, "%s: %.*s", name, (int)length, line);
        cr_assert(length == 0 || line[length - 1] != ' ', "blank at the end: %.*s", (int)length,
                  line);
        line += length + 1;
    }
}

Test(output_text, on_a_terminal_no_line_is_wider_than_it)
{
    static const enum fixture fixtures[] = {FIXTURE_NOTHING, FIXTURE_QUIET, FIXTURE_USUAL,
                                            FIXTURE_GROUPED, FIXTURE_BARE};
    static const unsigned widths[] = {80, 100, 120, 200};
    for (size_t i = 0; i < sizeof fixtures / sizeof fixtures[0]; i++)
        for (size_t j = 0; j < sizeof widths / sizeof widths[0]; j++)
            for (enum language language = 0; language < LANGUAGE_COUNT; language++) {
                char *text = report_text(fixtures[i], language, widths[j]);
                check_width(text, widths[j], fixture_name(fixtures[i]));
                free(text);
            }
}

Test(output_text, paths_are_not_cut_if_the_output_is_no_terminal)
{
    char *text = report_text(FIXTURE_USUAL, LANGUAGE_EN, 0);
    cr_assert(strstr(text,
                     "D:\\Users\\user01\\AppData\\Local\\Mail Client\\Profiles\\2020\\Archive of "
                     "the first half year\\mailbox-archive.pst\n") != NULL);
    free(text);
    text = report_text(FIXTURE_GROUPED, LANGUAGE_EN, 0);
    cr_assert(strstr(text, "N1: D:\\Users\\user01\\AppData\\Local\\Mail Client\\Profiles  ") !=
              NULL);
    free(text);
}

Test(output_text, there_is_colour_only_if_it_is_asked_for)
{
    struct render_options options = {.color = true};
    char *text = rendered_text("text", RENDERED_REPORT, FIXTURE_USUAL, &options);
    cr_assert(strstr(text, "\x1b[31m") != NULL);
    size_t starts = 0;
    size_t ends = 0;
    for (const char *at = text; (at = strchr(at, '\x1b')) != NULL; at++) {
        bool is_end = strncmp(at, "\x1b[0m", 4) == 0;
        starts += !is_end;
        ends += is_end;
    }
    cr_assert(eq(sz, starts, ends));
    free(text);
}

Test(output_text, a_failed_file_is_one_line_with_its_path_and_joined_places)
{
    struct render_options options = {.width = 40};
    char *text = rendered_text("text", RENDERED_FILES, 0, &options);
    const char *start =
        "0x80070020  locked              N1            D:\\Users\\user01\\mail.pst  "
        "list=N1.zip/LastBackupFailedFiles1_8_4_2020.txt:3  log=N1.zip/CBEngineCurr.errlog:1234  "
        "rule=open-mail-store\n"
        "0x80070005  access_denied       FS02          D:\\共有\\見積書, \"最終\".xlsx  "
        "state=read-since\n";
    cr_assert(strncmp(text, start, strlen(start)) == 0, "%s", text);
    free(text);
}

Test(output_text, an_explanation_says_why_and_what_to_do)
{
    struct render_options options = {0};
    char *text = rendered_text("text", RENDERED_EXPLAIN, 0, &options);
    const char *start =
        "0x80070005  ERROR_ACCESS_DENIED\n"
        "  Access is denied\n"
        "  Access denied, warning, at risk\n"
        "  Cause       Rights or a security product stop the SYSTEM account\n"
        "  Action      1. Exclude cbengine.exe and the agent's folders from antivirus, then check "
        "that SYSTEM\n"
        "                 may read\n"
        "  See         https://learn.microsoft.com/azure/backup/backup-azure-mars-troubleshoot\n"
        "\n"
        "ID 100050 (0x186D2)  SalDiskFull\n";
    cr_assert(strncmp(text, start, strlen(start)) == 0, "%s", text);
    cr_assert(strstr(text, "not known: no code, agent error, symbol or topic") != NULL);
    free(text);
}

/* Returns the table of one job with a remark, on a terminal of that width. Lent by `memory`. */
static char *table_of_job(unsigned width, struct buffer *memory)
{
    static struct writer writer;
    struct report report = report_fixture(FIXTURE_USUAL, LANGUAGE_EN);
    struct render_options options = {.width = width, .jobs = RENDER_JOBS_ALL};
    struct report_phase phase = {.title = "UnInitialize Storage", .milliseconds = 60000};
    struct report_job job = report.jobs[0];
    job.open_phase = job.open_phase_title = "Data transfer";
    job.longest = &phase;
    const struct report_job *const newest[] = {&job};
    report.jobs = &job;
    report.newest_jobs = newest;
    memory->length = 0;
    writer_to_memory(&writer, memory);
    render_format_find("text")->report(&report, &options, &writer);
    cr_assert(writer_finish(&writer, NULL));
    cr_assert(buffer_append_byte(memory, '\0', NULL));
    char *table = strstr(memory->bytes, "\nJobs\n");
    cr_assert(ne(ptr, table, NULL));
    return table;
}

Test(output_text, on_a_terminal_the_table_of_jobs_keeps_its_width_and_the_head_of_a_guid)
{
    static const struct {
        unsigned width;
        const char *row; /* the start of its name */
        const char *remark;
    } cases[] = {
        {60, "  11111111-", "\n    (in Data transfer)\n"},
        {80, "  11111111-222...", "\n    (in Data transfer)\n"},
        {100, "  11111111-2222-3333-4444-55555555...", "\n    (in Data transfer)\n"},
        {200, "  11111111-2222-3333-4444-555555555555 (in Data transfer)", ""},
    };
    struct buffer memory = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *table = table_of_job(cases[i].width, &memory);
        cr_assert(ne(ptr, strstr(table, cases[i].row), NULL), "%s", table);
        cr_assert(ne(ptr, strstr(table, cases[i].remark), NULL), "%s", table);
        *strstr(table + 1, "\n\n") = '\0';
        for (char *line = strtok(table, "\n"); line != NULL; line = strtok(NULL, "\n"))
            cr_assert(le(sz, width_of_text(span_of(line)), cases[i].width), "%s", line);
    }
    buffer_release(&memory);
}

Test(output_text, a_remark_on_a_job_stays_beside_its_name_up_to_the_last_column)
{
    static const char beside[] = "-555555555555 (in Data transfer)\n";
    struct buffer memory = {0};
    char *table = table_of_job(200, &memory);
    char *end = strstr(table, beside);
    cr_assert(ne(ptr, end, NULL));
    end += strlen(beside) - 1;
    char *start = end;
    while (start[-1] != '\n')
        start--;
    unsigned width = (unsigned)width_of_text((struct span){start, (size_t)(end - start)});
    cr_assert(ne(ptr, strstr(table_of_job(width, &memory), beside), NULL));
    cr_assert(eq(ptr, strstr(table_of_job(width - 1, &memory), beside), NULL));
    buffer_release(&memory);
}

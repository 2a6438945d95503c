/*
 * misuse_library FILE: calls the library with wrong options, out of order, with NULL, and with
 * inputs that hold nothing. Prints "passed", or the expectation that failed and its line.
 */
#include <fcntl.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "expect.h"

static void expect_error(struct marsift_options options, enum marsift_status status,
                         const char *word)
{
    struct marsift *run;
    if (options.size == 0)
        options.size = sizeof options;
    enum marsift_status got = marsift_open(&options, &run);
    if (got != status)
        printf("status %d, not %d: %s\n", (int)got, (int)status, marsift_last_error(run));
    EXPECT(got == status);
    EXPECT(strstr(marsift_last_error(run), word) != NULL);
    EXPECT(marsift_add_path(run, "x") == MARSIFT_ERROR_USE);
    EXPECT(strcmp(marsift_last_error(run), "marsift_add_path: marsift_open has failed") == 0);
    EXPECT(marsift_report_json(run, NULL) == NULL && marsift_explain(run, "100050", NULL) == NULL);
    marsift_close(run);
}

static void expect_errors_that_say_what(void)
{
    static const char *const none[] = {"/no/such/file.yaml"};
    static const char *const null = NULL;
    expect_error((struct marsift_options){.language = "de"}, MARSIFT_ERROR_OPTION, "language");
    expect_error((struct marsift_options){.by = "size"}, MARSIFT_ERROR_OPTION, "by");
    expect_error((struct marsift_options){.since = "soon"}, MARSIFT_ERROR_OPTION, "since");
    expect_error((struct marsift_options){.until = "later"}, MARSIFT_ERROR_OPTION, "until");
    expect_error((struct marsift_options){.as_of = "now"}, MARSIFT_ERROR_OPTION, "as_of");
    expect_error((struct marsift_options){.zone = "Mars"}, MARSIFT_ERROR_OPTION, "zone");
    expect_error((struct marsift_options){.year = 1}, MARSIFT_ERROR_OPTION, "year");
    expect_error((struct marsift_options){.threads = 9999}, MARSIFT_ERROR_OPTION, "threads");
    expect_error((struct marsift_options){.host = ""}, MARSIFT_ERROR_OPTION, "host");
    expect_error((struct marsift_options){.encoding = "x-none"}, MARSIFT_ERROR_OPTION, "x-none");
    /* The size of the version without `ever` and `as_of` is allowed, whatever lies behind it. */
    struct marsift *run;
    struct marsift_options first = {.size = offsetof(struct marsift_options, ever), .as_of = "now"};
    EXPECT(marsift_open(&first, &run) == MARSIFT_OK);
    marsift_close(run);
    /* Sizes that end within a member, and those of no version. */
    static const size_t sizes[] = {1, 9, 12, sizeof(struct marsift_options) - 1, 4096};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        expect_error((struct marsift_options){.size = sizes[i]}, MARSIFT_ERROR_OPTION, "size");
    expect_error((struct marsift_options){.grammars = none, .grammar_count = 1}, MARSIFT_ERROR_READ,
                 none[0]);
    expect_error((struct marsift_options){.catalogs = none, .catalog_count = 1}, MARSIFT_ERROR_READ,
                 none[0]);
    expect_error((struct marsift_options){.grammar_count = 1}, MARSIFT_ERROR_OPTION, "grammars");
    expect_error((struct marsift_options){.catalogs = &null, .catalog_count = 1},
                 MARSIFT_ERROR_OPTION, "catalogs");
}

static int misuse(void *context, const struct marsift_file *file)
{
    (void)file;
    EXPECT(marsift_explain(context, "", NULL) == NULL);
    return 0;
}

static void expect_null_to_be_an_error(const char *path)
{
    static const char sentence[] = "an argument is NULL";
    struct marsift *run = open_run(NULL);
    EXPECT(marsift_add_path(run, NULL) == MARSIFT_ERROR_USE);
    EXPECT(strstr(marsift_last_error(run), sentence) != NULL);
    EXPECT(marsift_add_bytes(run, NULL, 1, NULL) == MARSIFT_ERROR_USE);
    EXPECT(strstr(marsift_last_error(run), sentence) != NULL);
    EXPECT(marsift_add_path(run, path) == MARSIFT_OK && marsift_last_error(run)[0] == '\0');
    EXPECT(marsift_run(run) == MARSIFT_OK);
    EXPECT(marsift_get_totals(NULL) == NULL);
    EXPECT(marsift_last_error(NULL)[0] != '\0');
    EXPECT(marsift_each_reason(run, NULL, NULL) == MARSIFT_ERROR_USE);
    EXPECT(marsift_each_host(run, NULL, NULL) == MARSIFT_ERROR_USE);
    EXPECT(marsift_each_file(run, NULL, NULL) == MARSIFT_ERROR_USE);
    EXPECT(strstr(marsift_last_error(run), sentence) != NULL);
    /* The errors of calls inside a callback are not those of the loop. */
    EXPECT(marsift_each_file(run, misuse, run) == MARSIFT_OK && marsift_last_error(run)[0] == '\0');
    marsift_close(run);
    marsift_close(NULL);
    EXPECT(marsift_open(NULL, NULL) == MARSIFT_ERROR_USE && marsift_run(NULL) == MARSIFT_ERROR_USE);
    EXPECT(marsift_add_descriptor(NULL, 0, NULL) == MARSIFT_ERROR_USE);
    EXPECT(marsift_last_error(NULL)[0] != '\0');
}

/* Runs what was added; it holds no line, and the report says so. */
static void expect_nothing_read(struct marsift *run)
{
    EXPECT(marsift_run(run) == MARSIFT_OK);
    const struct marsift_totals *totals = marsift_get_totals(run);
    EXPECT(totals != NULL && totals->is_incomplete && totals->lines == 0);
    EXPECT(marsift_report_json(run, NULL) != NULL);
    marsift_close(run);
}

static void expect_inputs_without_a_line_to_be_reported(void)
{
    int folder = open("/", O_RDONLY);
    EXPECT(folder >= 0);
    struct marsift *run = open_run(NULL);
    expect_nothing_read(run);
    run = open_run(NULL);
    EXPECT(marsift_add_bytes(run, NULL, 0, NULL) == MARSIFT_OK);
    expect_nothing_read(run);
    run = open_run(NULL);
    EXPECT(marsift_add_descriptor(run, folder, "folder") == MARSIFT_OK);
    expect_nothing_read(run);
    close(folder);
    run = open_run(NULL);
    EXPECT(marsift_add_descriptor(run, -1, NULL) == MARSIFT_OK);
    expect_nothing_read(run);
}

static void expect_order(void)
{
    struct marsift *run;
    EXPECT(marsift_open(NULL, &run) == MARSIFT_OK);
    EXPECT(marsift_get_totals(run) == NULL);
    EXPECT(strstr(marsift_last_error(run), "marsift_get_totals: marsift_run must come") != NULL);
    EXPECT(marsift_add_path(run, "/no/such/place") == MARSIFT_OK);
    EXPECT(marsift_run(run) == MARSIFT_OK); /* a bad input is part of the report */
    EXPECT(marsift_get_totals(run)->is_incomplete);
    EXPECT(strstr(marsift_report_json(run, NULL), "/no/such/place") != NULL);
    EXPECT(marsift_run(run) == MARSIFT_ERROR_USE);
    EXPECT(marsift_add_path(run, "x") == MARSIFT_ERROR_USE);
    EXPECT(strcmp(marsift_last_error(run), "marsift_add_path: marsift_run has been called") == 0);
    marsift_close(run);
    EXPECT(strcmp(marsift_version(), MARSIFT_VERSION) == 0);
}

int main(int argc, char **argv)
{
    EXPECT(argc == 2);
    expect_errors_that_say_what();
    expect_null_to_be_an_error(argv[1]);
    expect_inputs_without_a_line_to_be_reported();
    expect_order();
    puts("passed");
    return 0;
}

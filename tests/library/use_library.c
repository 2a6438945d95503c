/*
 * use_library FILE: every function of the public header, as a program outside of this repository
 * would call them. Prints "passed" or the line of what does not hold.
 */
#include <fcntl.h>
#include <marsift/marsift.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPECT(condition)                                                                          \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            printf("%s:%d: %s\n", __FILE__, __LINE__, #condition);                                 \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

static struct marsift *open_run(const char *host)
{
    struct marsift_options options = {.size = sizeof options, .host = host, .year = 2024};
    struct marsift *run;
    EXPECT(marsift_open(&options, &run) == MARSIFT_OK);
    return run;
}

static char *run_to_json(struct marsift *run)
{
    size_t length = 0;
    EXPECT(marsift_run(run) == MARSIFT_OK);
    const char *json = marsift_report_json(run, &length);
    EXPECT(json != NULL && strlen(json) == length && length > 2);
    EXPECT(marsift_report_json(run, NULL) == json);
    char *copy = malloc(length + 1);
    EXPECT(copy != NULL);
    memcpy(copy, json, length + 1);
    marsift_close(run);
    return copy;
}

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    EXPECT(file != NULL && fseek(file, 0, SEEK_END) == 0);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*length);
    EXPECT(bytes != NULL && fread(bytes, 1, *length, file) == *length);
    fclose(file);
    return bytes;
}

/* The same bytes by path, by descriptor and from memory make the same report. */
static void expect_same_report(const char *path)
{
    struct marsift *run = open_run("SRV-ONE");
    EXPECT(marsift_add_path(run, path) == MARSIFT_OK);
    char *by_path = run_to_json(run);

    run = open_run("SRV-ONE");
    int descriptor = open(path, O_RDONLY);
    EXPECT(descriptor >= 0 && marsift_add_descriptor(run, descriptor, path) == MARSIFT_OK);
    char *by_descriptor = run_to_json(run);
    EXPECT(fcntl(descriptor, F_GETFD) >= 0); /* still open */
    close(descriptor);

    size_t length;
    char *bytes = read_file(path, &length);
    run = open_run("SRV-ONE");
    EXPECT(marsift_add_bytes(run, bytes, length, path) == MARSIFT_OK);
    char *by_bytes = run_to_json(run);
    EXPECT(strcmp(by_path, by_descriptor) == 0);
    EXPECT(strcmp(by_path, by_bytes) == 0);
    free(by_path);
    free(by_descriptor);
    free(by_bytes);
    free(bytes);
}

struct sums {
    uint64_t files;
    uint64_t entries;
    uint64_t stop_at; /* 0: never */
};

static int add_reason(void *context, const struct marsift_reason *reason)
{
    struct sums *sums = context;
    sums->files += reason->files;
    EXPECT(reason->rank == ++sums->entries && reason->title[0] != '\0');
    EXPECT(reason->example.bytes[reason->example.length] == '\0');
    return sums->entries == sums->stop_at;
}

static int add_host(void *context, const struct marsift_host *host)
{
    struct sums *sums = context;
    sums->files += host->failed_files;
    sums->entries++;
    return host->name.length == 0;
}

static int add_file(void *context, const struct marsift_file *file)
{
    struct sums *sums = context;
    sums->entries++;
    EXPECT(file->path.length == strlen(file->path.bytes) && file->path.length > 0);
    EXPECT(file->log.length > 0 && file->line > 0 && file->events > 0);
    return sums->entries == sums->stop_at;
}

static void expect_lists_that_add_up(const char *path)
{
    struct marsift *run = open_run(NULL);
    struct marsift_totals totals;
    struct sums reasons = {0};
    struct sums hosts = {0};
    struct sums files = {0};
    EXPECT(marsift_add_path(run, path) == MARSIFT_OK && marsift_run(run) == MARSIFT_OK);
    EXPECT(marsift_get_totals(run, &totals) == MARSIFT_OK);
    EXPECT(totals.failed_files > 0 && totals.lines > 0 && totals.is_exact);
    EXPECT(marsift_each_reason(run, add_reason, &reasons) == MARSIFT_OK);
    EXPECT(marsift_each_host(run, add_host, &hosts) == MARSIFT_OK);
    EXPECT(marsift_each_file(run, add_file, &files) == MARSIFT_OK);
    EXPECT(reasons.files == totals.failed_files && reasons.entries == totals.reasons);
    EXPECT(hosts.files == totals.failed_files && hosts.entries == totals.hosts);
    EXPECT(files.entries == totals.failed_files);
    reasons = files = (struct sums){.stop_at = 1};
    EXPECT(marsift_each_reason(run, add_reason, &reasons) == MARSIFT_STOPPED);
    EXPECT(marsift_each_file(run, add_file, &files) == MARSIFT_STOPPED && files.entries == 1);
    marsift_close(run);
}

static void expect_explanations(void)
{
    struct marsift *run = open_run(NULL);
    size_t length = 0;
    const char *json = marsift_explain(run, "0x80070005", &length);
    EXPECT(json != NULL && length == strlen(json));
    EXPECT(strstr(json, "ERROR_ACCESS_DENIED") != NULL && strstr(json, "\"hresult\"") != NULL);
    json = marsift_explain(run, "100050", NULL);
    EXPECT(json != NULL && strstr(json, "\"agent-error\"") != NULL);
    json = marsift_explain(run, "no such thing at all", NULL);
    EXPECT(json != NULL && strstr(json, "\"unknown\"") != NULL);
    EXPECT(marsift_explain(run, "", NULL) == NULL && marsift_last_error(run)[0] != '\0');
    marsift_close(run);
}

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
    EXPECT(marsift_report_json(run, NULL) == NULL);
    marsift_close(run);
}

static void expect_errors_that_say_what(void)
{
    static const char *const none[] = {"/no/such/file.yaml"};
    expect_error((struct marsift_options){.language = "de"}, MARSIFT_ERROR_OPTION, "language");
    expect_error((struct marsift_options){.by = "size"}, MARSIFT_ERROR_OPTION, "by");
    expect_error((struct marsift_options){.since = "soon"}, MARSIFT_ERROR_OPTION, "since");
    expect_error((struct marsift_options){.until = "later"}, MARSIFT_ERROR_OPTION, "until");
    expect_error((struct marsift_options){.zone = "Mars"}, MARSIFT_ERROR_OPTION, "zone");
    expect_error((struct marsift_options){.year = 1}, MARSIFT_ERROR_OPTION, "year");
    expect_error((struct marsift_options){.threads = 9999}, MARSIFT_ERROR_OPTION, "threads");
    expect_error((struct marsift_options){.host = ""}, MARSIFT_ERROR_OPTION, "host");
    expect_error((struct marsift_options){.encoding = "x-none"}, MARSIFT_ERROR_OPTION, "x-none");
    expect_error((struct marsift_options){.size = 4096}, MARSIFT_ERROR_OPTION, "size");
    expect_error((struct marsift_options){.grammars = none, .grammar_count = 1}, MARSIFT_ERROR_READ,
                 none[0]);
    expect_error((struct marsift_options){.catalogs = none, .catalog_count = 1}, MARSIFT_ERROR_READ,
                 none[0]);
}

static void expect_order(void)
{
    struct marsift *run;
    struct marsift_totals totals;
    struct marsift_options first_version = {.size = sizeof first_version.size};
    EXPECT(marsift_open(&first_version, &run) == MARSIFT_OK);
    EXPECT(marsift_get_totals(run, &totals) == MARSIFT_ERROR_USE);
    EXPECT(strstr(marsift_last_error(run), "marsift_get_totals comes after marsift_run") != NULL);
    EXPECT(marsift_add_path(run, NULL) == MARSIFT_ERROR_USE);
    EXPECT(marsift_add_bytes(run, NULL, 1, NULL) == MARSIFT_ERROR_USE);
    EXPECT(marsift_add_path(run, "/no/such/place") == MARSIFT_OK);
    EXPECT(marsift_run(run) == MARSIFT_OK); /* a bad input is part of the report */
    EXPECT(marsift_get_totals(run, &totals) == MARSIFT_OK && totals.is_incomplete);
    EXPECT(strstr(marsift_report_json(run, NULL), "/no/such/place") != NULL);
    EXPECT(marsift_run(run) == MARSIFT_ERROR_USE);
    EXPECT(marsift_add_path(run, "x") == MARSIFT_ERROR_USE);
    marsift_close(run);
    marsift_close(NULL);
    EXPECT(marsift_open(NULL, NULL) == MARSIFT_ERROR_USE && marsift_run(NULL) == MARSIFT_ERROR_USE);
    EXPECT(strcmp(marsift_version(), MARSIFT_VERSION) == 0);
}

static void *run_in_thread(void *path)
{
    struct marsift *run = open_run(NULL);
    EXPECT(marsift_add_path(run, path) == MARSIFT_OK);
    return run_to_json(run);
}

static void expect_independent_handles(char *path)
{
    enum { THREADS = 4 };
    pthread_t threads[THREADS];
    char *texts[THREADS];
    for (int i = 0; i < THREADS; i++)
        EXPECT(pthread_create(&threads[i], NULL, run_in_thread, path) == 0);
    for (int i = 0; i < THREADS; i++) {
        void *text;
        EXPECT(pthread_join(threads[i], &text) == 0);
        texts[i] = text;
        EXPECT(strcmp(texts[i], texts[0]) == 0);
    }
    for (int i = 0; i < THREADS; i++)
        free(texts[i]);
}

int main(int argc, char **argv)
{
    EXPECT(argc == 2);
    expect_same_report(argv[1]);
    expect_lists_that_add_up(argv[1]);
    expect_explanations();
    expect_errors_that_say_what();
    expect_order();
    expect_independent_handles(argv[1]);
    puts("passed");
    return 0;
}

/*
 * use_library FILE: calls the functions of the public header, as a program outside of this
 * repository would. Prints "passed", or the expectation that failed and its line.
 */
#include <fcntl.h>
#include <marsift/marsift.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "expect.h"

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
    struct sums reasons = {0};
    struct sums hosts = {0};
    struct sums files = {0};
    EXPECT(marsift_add_path(run, path) == MARSIFT_OK && marsift_run(run) == MARSIFT_OK);
    const struct marsift_totals *totals = marsift_get_totals(run);
    EXPECT(totals != NULL && marsift_get_totals(run) == totals);
    EXPECT(totals->failed_files > 0 && totals->lines > 0 && totals->is_exact);
    EXPECT(marsift_each_reason(run, add_reason, &reasons) == MARSIFT_OK);
    EXPECT(marsift_each_host(run, add_host, &hosts) == MARSIFT_OK);
    EXPECT(marsift_each_file(run, add_file, &files) == MARSIFT_OK);
    EXPECT(reasons.files == totals->failed_files && reasons.entries == totals->reasons);
    EXPECT(hosts.files == totals->failed_files && hosts.entries == totals->hosts);
    EXPECT(files.entries == totals->failed_files);
    reasons = files = (struct sums){.stop_at = 1};
    EXPECT(marsift_each_reason(run, add_reason, &reasons) == MARSIFT_STOPPED);
    EXPECT(marsift_each_file(run, add_file, &files) == MARSIFT_STOPPED && files.entries == 1);
    marsift_close(run);
}

static void expect_another_now(const char *path)
{
    struct marsift *run;
    struct marsift_options options = {.size = sizeof options, .as_of = "2030-08-25", .year = 2024};
    EXPECT(marsift_open(&options, &run) == MARSIFT_OK);
    EXPECT(marsift_add_path(run, path) == MARSIFT_OK && marsift_run(run) == MARSIFT_OK);
    EXPECT(strstr(marsift_report_json(run, NULL), "\"as_of\": \"2030-08-25\"") != NULL);
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
    EXPECT(marsift_explain(run, "", &length) == NULL && length == 0);
    EXPECT(strcmp(marsift_last_error(run), "marsift_explain: the query is empty") == 0);
    EXPECT(marsift_explain(run, NULL, NULL) == NULL);
    EXPECT(strcmp(marsift_last_error(run), "marsift_explain: an argument is NULL") == 0);
    EXPECT(marsift_explain(NULL, "100050", NULL) == NULL);
    EXPECT(marsift_run(run) == MARSIFT_OK && marsift_explain(run, "100050", NULL) != NULL);
    marsift_close(run);
}

/* The texts of the options and the names of inputs may change as soon as the call returns. */
static void expect_copies_of_texts(const char *path)
{
    char host[] = "SRV-ONE";
    char zone[] = "+09:00";
    char encoding[] = "KOI8-R";
    char name[4096];
    struct marsift_options options = {
        .size = sizeof options, .host = host, .zone = zone, .encoding = encoding};
    struct marsift *run;
    EXPECT(marsift_open(&options, &run) == MARSIFT_OK);
    memset(host, '#', strlen(host));
    memset(zone, '#', strlen(zone));
    memset(encoding, '#', strlen(encoding));
    snprintf(name, sizeof name, "%s", path);
    EXPECT(marsift_add_path(run, name) == MARSIFT_OK);
    memset(name, '#', strlen(name));
    char *json = run_to_json(run);
    EXPECT(strstr(json, "SRV-ONE") != NULL && strstr(json, "KOI8-R") != NULL);
    EXPECT(strstr(json, "######") == NULL);
    free(json);
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
    expect_another_now(argv[1]);
    expect_explanations();
    expect_copies_of_texts(argv[1]);
    expect_independent_handles(argv[1]);
    puts("passed");
    return 0;
}

/* Opens a handle: turns the public options into those of the engine. */
#include <stddef.h>
#include <string.h>

#include "api/marsift_private.h"
#include "base/memory.h"

enum { MIN_YEAR = 1970, MAX_YEAR = 9999, MAX_THREADS = 256 };

/* Finds the index of `word` in `words`, which NULL ends; 0 if `word` is NULL. */
static bool read_word(struct marsift *run, const char *option, const char *word,
                      const char *const *words, size_t *index)
{
    *index = 0;
    if (word == NULL)
        return true;
    for (; words[*index] != NULL; ++*index)
        if (strcmp(words[*index], word) == 0)
            return true;
    return fault_set(&run->fault, FAULT_OPTION, "%s: \"%s\" is not one of its words", option, word);
}

static bool read_words(struct marsift *run, const struct marsift_options *options)
{
    static const char *const languages[] = {"en", "ja", NULL};
    static const char *const keys[] = {"reason", "code", "host", "folder", "job", NULL};
    size_t language;
    size_t by;
    if (!read_word(run, "language", options->language, languages, &language) ||
        !read_word(run, "by", options->by, keys, &by))
        return false;
    run->options.report.language = (enum language)language;
    run->options.report.by = (enum report_by)by;
    run->options.report.by_risk = options->by_risk != 0;
    run->options.report.ever = options->ever != 0;
    return true;
}

static bool read_times(struct marsift *run, const struct marsift_options *options)
{
    if (options->since != NULL && !time_argument_parse(options->since, false, &run->options.since))
        return fault_set(&run->fault, FAULT_OPTION, "since: \"%s\" is not a time", options->since);
    if (options->until != NULL && !time_argument_parse(options->until, true, &run->options.until))
        return fault_set(&run->fault, FAULT_OPTION, "until: \"%s\" is not a time", options->until);
    if (options->as_of != NULL &&
        !time_argument_parse(options->as_of, false, &run->options.report.as_of))
        return fault_set(&run->fault, FAULT_OPTION, "as_of: \"%s\" is not a time", options->as_of);
    if (options->zone != NULL && !time_argument_parse_zone(options->zone, run->zone))
        return fault_set(&run->fault, FAULT_OPTION, "zone: \"%s\" is not a zone", options->zone);
    run->options.report.zone = run->zone;
    return true;
}

static bool read_numbers(struct marsift *run, const struct marsift_options *options)
{
    if (options->year != 0 && (options->year < MIN_YEAR || options->year > MAX_YEAR))
        return fault_set(&run->fault, FAULT_OPTION, "year: %d is not between %d and %d",
                         options->year, MIN_YEAR, MAX_YEAR);
    if (options->threads > MAX_THREADS)
        return fault_set(&run->fault, FAULT_OPTION, "threads: %zu is more than %d",
                         options->threads, MAX_THREADS);
    run->options.first_year = (int16_t)options->year;
    run->options.threads = options->threads;
    return true;
}

static bool read_host(struct marsift *run, const char *host)
{
    if (host == NULL)
        return true;
    if (host[0] == '\0')
        return fault_set(&run->fault, FAULT_OPTION, "host: is empty");
    run->options.host = arena_copy(&run->arena, span_of(host), &run->fault).bytes;
    return run->options.host != NULL;
}

/* Copies the members that the caller's header declares; the others are 0. */
static bool read_size(struct marsift *run, const struct marsift_options *options,
                      struct marsift_options *copy)
{
    *copy = (struct marsift_options){0};
    if (options == NULL)
        return true;
    if (options->size != sizeof *copy && options->size != offsetof(struct marsift_options, ever))
        return fault_set(&run->fault, FAULT_OPTION,
                         "size: %zu is not that of struct marsift_options in this version or an "
                         "earlier one",
                         options->size);
    memcpy(copy, options, options->size);
    return true;
}

static bool check_list(struct marsift *run, const char *option, const char *const *files,
                       size_t count)
{
    bool has_null = files == NULL && count > 0;
    for (size_t i = 0; !has_null && i < count; i++)
        has_null = files[i] == NULL;
    return !has_null || fault_set(&run->fault, FAULT_OPTION, "%s: a file name is NULL", option);
}

static bool open_analysis(struct marsift *run, const struct marsift_options *options)
{
    struct marsift_options copy;
    if (!read_size(run, options, &copy) || !read_words(run, &copy) || !read_times(run, &copy) ||
        !read_numbers(run, &copy) || !read_host(run, copy.host) ||
        !check_list(run, "grammars", copy.grammars, copy.grammar_count) ||
        !check_list(run, "catalogs", copy.catalogs, copy.catalog_count))
        return false;
    run->options.keep_files = true;
    run->options.encoding = copy.encoding;
    run->options.grammars = copy.grammars;
    run->options.grammar_count = copy.grammar_count;
    run->options.catalogs = copy.catalogs;
    run->options.catalog_count = copy.catalog_count;
    return analysis_load(&run->analysis, &run->options, &run->fault) &&
           analysis_open(&run->analysis, &run->fault);
}

enum marsift_status marsift_open(const struct marsift_options *options, struct marsift **run)
{
    if (run == NULL)
        return MARSIFT_ERROR_USE;
    *run = memory_allocate(1, sizeof **run, NULL);
    if (*run == NULL)
        return MARSIFT_ERROR_MEMORY;
    if (!open_analysis(*run, options))
        return marsift_status_of_fault(*run);
    (*run)->state = MARSIFT_STATE_OPEN;
    return MARSIFT_OK;
}

#include "catalog/explain/explain_arguments.h"

#include <string.h>

#include "catalog/explain/explain.h"
#include "catalog/explain/explain_words.h"

/* No message is longer; it bounds what a long command line costs. */
enum { MAX_RUN_WORDS = 64 };

/* What every query of a command line needs. */
struct explain_request {
    const struct catalog *catalog;
    enum language language;
    struct arena *arena;
    struct fault *fault;
};

/* Words that may be one query. */
struct argument_run {
    const char *const *arguments;
    size_t count;
};

static bool ask(const struct explain_request *asking, struct span query, struct explanation *answer)
{
    return explain_query(asking->catalog, query, asking->language, asking->arena, answer,
                         asking->fault);
}

static bool is_plain_word(const struct catalog *catalog, const char *argument)
{
    struct span text = span_of(argument);
    size_t error;
    struct entry entry;
    return strpbrk(argument, " \t") == NULL && !explain_is_number(catalog, text) &&
           !catalog_error_by_symbol(catalog, text, &error) &&
           catalog_code_by_symbol(catalog, text) == NULL &&
           !explain_find_message(catalog, text, &entry);
}

/* The first `count` arguments, with blanks between them. */
static struct span join(const struct explain_request *asking, const char *const *arguments,
                        size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += strlen(arguments[i]) + 1;
    char *text = arena_allocate(asking->arena, length, 1, asking->fault);
    if (text == NULL)
        return (struct span){0};
    for (size_t i = 0, at = 0; i < count; i++) {
        size_t part = strlen(arguments[i]);
        memcpy(text + at, arguments[i], part);
        at += part;
        text[at++] = i + 1 < count ? ' ' : '\0';
    }
    return (struct span){.bytes = text, .length = length - 1};
}

/* Whether one entry was found, and not a list of them: only that has a category or a cause. */
static bool is_one_entry(const struct explanation *answer)
{
    return answer->kind != EXPLAIN_UNKNOWN && (answer->category != NULL || answer->cause != NULL);
}

/* Whether every word of the run finds an entry by itself. */
static bool find_entries_alone(const struct explain_request *asking, const struct argument_run *run,
                               bool *do_all)
{
    *do_all = true;
    for (size_t i = 0; i < run->count && *do_all; i++) {
        struct explanation alone;
        if (!ask(asking, span_of(run->arguments[i]), &alone))
            return false;
        *do_all = is_one_entry(&alone);
    }
    return true;
}

/* Whether the joined words, which `answer` explains, are one query. */
static bool judge_joined(const struct explain_request *asking, const struct argument_run *run,
                         struct span joined, const struct explanation *answer, bool *is_one)
{
    struct entry entry;
    bool do_all;
    if (!find_entries_alone(asking, run, &do_all))
        return false;
    *is_one = answer->kind != EXPLAIN_UNKNOWN &&
              (!do_all || explain_find_name(asking->catalog, joined, &entry) ||
               explain_find_message(asking->catalog, joined, &entry));
    return true;
}

static struct argument_run first_run(const struct catalog *catalog, const char *const *arguments,
                                     size_t count)
{
    struct argument_run run = {.arguments = arguments};
    while (run.count < count && run.count < MAX_RUN_WORDS &&
           is_plain_word(catalog, arguments[run.count]))
        run.count++;
    return run;
}

/* Explains the arguments from the first on that are one query; `used` tells how many. */
static bool explain_first(const struct explain_request *asking, const char *const *arguments,
                          size_t count, struct explanation *explanation, size_t *used)
{
    const struct argument_run run = first_run(asking->catalog, arguments, count);
    if (run.count > 0 && run.count < count) {
        struct span numbered = join(asking, arguments, run.count + 1);
        *used = run.count + 1;
        if (numbered.bytes == NULL)
            return false;
        if (explain_is_number(asking->catalog, numbered))
            return ask(asking, numbered, explanation);
    }
    if (run.count > 1) {
        struct span joined = join(asking, arguments, run.count);
        bool is_one;
        *used = run.count;
        if (joined.bytes == NULL || !ask(asking, joined, explanation) ||
            !judge_joined(asking, &run, joined, explanation, &is_one))
            return false;
        if (is_one)
            return true;
    }
    *used = 1;
    return ask(asking, span_of(arguments[0]), explanation);
}

bool explain_arguments(const struct catalog *catalog, const char *const *arguments, size_t count,
                       enum language language, struct arena *arena,
                       struct explanation *explanations, size_t *explained, struct fault *fault)
{
    const struct explain_request asking = {
        .catalog = catalog, .language = language, .arena = arena, .fault = fault};
    *explained = 0;
    for (size_t i = 0, used; i < count; i += used)
        if (!explain_first(&asking, arguments + i, count - i, &explanations[(*explained)++], &used))
            return false;
    return true;
}

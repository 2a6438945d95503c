#include "catalog/explain/explain_arguments.h"

#include <string.h>

#include "catalog/explain/explain.h"
#include "catalog/explain/explain_words.h"

/* No message is longer. The limit bounds the cost of a long command line. */
enum { MAX_RUN_WORDS = 64 };

/* The context of all queries of a command line. */
struct explain_request {
    const struct catalog *catalog;
    enum language language;
    struct arena *arena;
    struct fault *fault;
};

/* Adjacent words that may be one query. */
struct argument_run {
    const char *const *arguments;
    size_t count;
};

static bool ask(const struct explain_request *request, struct span query,
                struct explanation *answer)
{
    return explain_query(request->catalog, query, request->language, request->arena, answer,
                         request->fault);
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

/* Joins the first `count` arguments by blanks. Bytes NULL without memory. */
static struct span join(const struct explain_request *request, const char *const *arguments,
                        size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += strlen(arguments[i]) + 1;
    char *text = arena_allocate(request->arena, length, 1, request->fault);
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

/* True if one entry was found and not a list: only an entry has a category or a cause. */
static bool is_one_entry(const struct explanation *answer)
{
    return answer->kind != EXPLAIN_UNKNOWN && (answer->category != NULL || answer->cause != NULL);
}

/* `do_all`: every word of the run finds an entry by itself. False without memory. */
static bool find_entries_alone(const struct explain_request *request,
                               const struct argument_run *run, bool *do_all)
{
    *do_all = true;
    for (size_t i = 0; i < run->count && *do_all; i++) {
        struct explanation alone;
        if (!ask(request, span_of(run->arguments[i]), &alone))
            return false;
        *do_all = is_one_entry(&alone);
    }
    return true;
}

/* `is_one`: the joined words, which `answer` explains, are one query. False without memory. */
static bool check_joined(const struct explain_request *request, const struct argument_run *run,
                         struct span joined, const struct explanation *answer, bool *is_one)
{
    struct entry entry;
    bool do_all;
    if (!find_entries_alone(request, run, &do_all))
        return false;
    *is_one = answer->kind != EXPLAIN_UNKNOWN &&
              (!do_all || explain_find_name(request->catalog, joined, &entry) ||
               explain_find_message(request->catalog, joined, &entry));
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

/* Explains the first arguments that are one query; `used` is their number. */
static bool explain_first(const struct explain_request *request, const char *const *arguments,
                          size_t count, struct explanation *explanation, size_t *used)
{
    const struct argument_run run = first_run(request->catalog, arguments, count);
    if (run.count > 0 && run.count < count) {
        struct span numbered = join(request, arguments, run.count + 1);
        *used = run.count + 1;
        if (numbered.bytes == NULL)
            return false;
        if (explain_is_number(request->catalog, numbered))
            return ask(request, numbered, explanation);
    }
    if (run.count > 1) {
        struct span joined = join(request, arguments, run.count);
        bool is_one;
        *used = run.count;
        if (joined.bytes == NULL || !ask(request, joined, explanation) ||
            !check_joined(request, &run, joined, explanation, &is_one))
            return false;
        if (is_one)
            return true;
    }
    *used = 1;
    return ask(request, span_of(arguments[0]), explanation);
}

bool explain_arguments(const struct catalog *catalog, const char *const *arguments, size_t count,
                       enum language language, struct arena *arena,
                       struct explanation *explanations, size_t *explained, struct fault *fault)
{
    const struct explain_request request = {
        .catalog = catalog, .language = language, .arena = arena, .fault = fault};
    *explained = 0;
    for (size_t i = 0, used; i < count; i += used)
        if (!explain_first(&request, arguments + i, count - i, &explanations[(*explained)++],
                           &used))
            return false;
    return true;
}

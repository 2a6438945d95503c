#include "catalog/explain/explain_arguments.h"

#include <string.h>

#include "catalog/explain/explain.h"
#include "catalog/explain/explain_words.h"
#include "catalog/explain/number_word.h"
#include "text/code_search.h"

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

static bool contains_code(const char *argument)
{
    size_t at = 0;
    uint32_t code;
    return code_search_next(span_of(argument), &at, &code);
}

/* Counts the words of `run` if they find no entry or only say that a code follows; 0 otherwise.
 * False without memory. */
static bool count_idle_words(const struct explain_request *request, const struct argument_run *run,
                             size_t *count)
{
    struct explanation answer;
    *count = 0;
    if (run->count == 0)
        return true;
    struct span joined = join(request, run->arguments, run->count);
    if (joined.bytes == NULL || !ask(request, joined, &answer))
        return false;
    enum number_word word;
    if (number_word_cut(joined, &word).length == 0 || !is_one_entry(&answer))
        *count = run->count;
    return true;
}

/* A line that somebody has pasted without quotes: a code after words that find no entry, with the
 * last arguments if they are words that find none either. `used` is the number of its arguments, 0
 * if there is no such line. False without memory. */
static bool find_pasted_line(const struct explain_request *request, const struct argument_run *run,
                             size_t count, size_t *used)
{
    size_t before;
    size_t after = 0;
    *used = 0;
    if (run->count == 0 || run->count == count || !contains_code(run->arguments[run->count]))
        return true;
    if (!count_idle_words(request, run, &before))
        return false;
    if (before == 0)
        return true;
    const struct argument_run rest =
        first_run(request->catalog, run->arguments + before + 1, count - before - 1);
    if (before + 1 + rest.count == count && !count_idle_words(request, &rest, &after))
        return false;
    *used = before + 1 + after;
    return true;
}

/* Explains the first arguments that are one query; `used` is their number. */
static bool explain_first(const struct explain_request *request, const char *const *arguments,
                          size_t count, struct explanation *explanation, size_t *used)
{
    const struct argument_run run = first_run(request->catalog, arguments, count);
    if (!find_pasted_line(request, &run, count, used))
        return false;
    if (*used > 0) {
        struct span line = join(request, arguments, *used);
        return line.bytes != NULL && ask(request, line, explanation);
    }
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

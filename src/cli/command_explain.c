/* marsift explain: explains codes, numbers, symbols and words, or lists the topics. Reads
 * no log. */
#include "cli/command_list.h"

#include <string.h>

#include "base/arena.h"
#include "catalog/explain/explain_arguments.h"
#include "catalog/explain/explain_overview.h"
#include "cli/output_target.h"
#include "cli/sandbox.h"
#include "text/suggestion.h"

static bool has_unknown(const struct explanation *explanations, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (explanations[i].kind == EXPLAIN_UNKNOWN)
            return true;
    return false;
}

/* The list that the argument names; EXPLAIN_LIST_COUNT with the fault set if none does. */
static enum explain_list find_list(const char *name, struct fault *fault)
{
    for (size_t i = 0; i < EXPLAIN_LIST_COUNT; i++)
        if (strcmp(name, explain_list_names[i]) == 0)
            return (enum explain_list)i;
    const char *nearest = suggestion_nearest(name, explain_list_names);
    fault_set(fault, FAULT_OPTION,
              "--list: no list '%s'; the lists are topics, categories, errors, "
              "codes%s%s%s",
              name, nearest != NULL ? "; did you mean " : "", nearest != NULL ? nearest : "",
              nearest != NULL ? "?" : "");
    return EXPLAIN_LIST_COUNT;
}

/* Makes the lists that the arguments name, by default all. */
static bool list_entries(const struct catalog *catalog, const struct options *options,
                         struct arena *arena, struct explanation *explanations, size_t *count,
                         struct fault *fault)
{
    bool is_named = options->argument_count > 0;
    *count = is_named ? options->argument_count : EXPLAIN_LIST_COUNT;
    for (size_t i = 0; i < *count; i++) {
        enum explain_list list =
            is_named ? find_list(options->arguments[i], fault) : (enum explain_list)i;
        if (list == EXPLAIN_LIST_COUNT ||
            !explain_list(catalog, list, options->language, arena, &explanations[i], fault))
            return false;
    }
    return true;
}

/* Explains the arguments; without any, lists what can be asked for by name. */
static bool explain_all(const struct catalog *catalog, const struct options *options,
                        struct arena *arena, struct explanation *explanations, size_t *count,
                        struct fault *fault)
{
    if (options->wants_list)
        return list_entries(catalog, options, arena, explanations, count, fault);
    if (options->argument_count > 0)
        return explain_arguments(catalog, options->arguments, options->argument_count,
                                 options->language, arena, explanations, count, fault);
    *count = LIST_CATEGORIES + 1;
    for (size_t i = 0; i < *count; i++)
        if (!explain_list(catalog, (enum explain_list)i, options->language, arena, &explanations[i],
                          fault))
            return false;
    return true;
}

bool command_explain(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct output_target target;
    struct arena arena = {0};
    if (!output_target_choose(options, &target, fault))
        return false;
    struct catalog *catalog =
        catalog_open(options->catalogs.values, options->catalogs.count, fault);
    struct explanation *explanations = arena_allocate(
        &arena, options->argument_count + EXPLAIN_LIST_COUNT, sizeof *explanations, fault);
    size_t count;
    bool is_open =
        catalog != NULL && explanations != NULL && output_target_open(options, &target, fault);
    bool done = is_open &&
                sandbox_enter(&(struct sandbox_plan){.is_off = options->without_sandbox,
                                                     .output = &target.writer},
                              NULL, fault) &&
                explain_all(catalog, options, &arena, explanations, &count, fault);
    if (is_open && !done)
        writer_abandon(&target.writer);
    if (done) {
        if (has_unknown(explanations, count))
            *status = EXIT_OTHER_FAILURE;
        target.format->explain(explanations, count, &target.render, &target.writer);
        done = writer_finish(&target.writer, fault);
    }
    arena_release(&arena);
    catalog_close(catalog);
    return done;
}

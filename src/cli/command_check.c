/* marsift check: runs the samples of grammars and loads the catalog, the built-in ones or named
 * files. */
#include "cli/command_list.h"

#include <string.h>
#include <unistd.h>

#include "cli/console.h"
#include "cli/options.h"
#include "cli/sandbox.h"
#include "engine/ruleset.h"
#include "grammar/match/sample_check.h"
#include "output/write/writer.h"

static void print_violation(void *context, const char *sentence)
{
    (void)context;
    console_message(LANGUAGE_EN, span_of(sentence)); /* about the words of a grammar */
}

static bool is_catalog(const char *path)
{
    return span_ends_with_ignoring_case(span_of(path), span_of(".csv"));
}

static bool check_dialect(struct dialect *dialect, const struct limits *limits,
                          struct writer *writer, size_t *violation_count, struct fault *fault)
{
    struct sample_check_result result = {0};
    if (!dialect_complete(dialect, fault) ||
        !sample_check_run(dialect, limits, print_violation, NULL, &result, fault))
        return false;
    *violation_count += result.violations;
    writer_text(writer, dialect->file);
    writer_format(writer, ": %zu rules, %zu samples, %zu breaches\n", result.rules, result.samples,
                  result.violations);
    return true;
}

/* Checks the dialects of the named files, which may have replaced built-in ones; all if no file is
 * named. */
static bool check_dialects(const struct ruleset *ruleset, const struct options *options,
                           const struct limits *limits, struct writer *writer,
                           size_t *violation_count, struct fault *fault)
{
    for (size_t i = 0; i < ruleset->dialects.count; i++) {
        struct dialect *dialect = ruleset->dialects.dialects[i];
        bool is_wanted = options->argument_count == 0;
        for (size_t j = 0; j < options->argument_count; j++)
            is_wanted = is_wanted || strcmp(dialect->file, options->arguments[j]) == 0;
        if (is_wanted && !check_dialect(dialect, limits, writer, violation_count, fault))
            return false;
    }
    return true;
}

bool command_check(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct limits limits = limits_default();
    struct ruleset ruleset = {0};
    struct value_list grammars = {.count = 0};
    struct value_list catalogs = {.count = 0};
    struct writer writer;
    size_t violation_count = 0;
    if (options->argument_count > MAX_LISTED_FILES)
        return fault_set(fault, FAULT_OPTION, "check takes at most %d files", MAX_LISTED_FILES);
    for (size_t i = 0; i < options->argument_count; i++) {
        struct value_list *list = is_catalog(options->arguments[i]) ? &catalogs : &grammars;
        list->values[list->count++] = options->arguments[i];
    }
    if (!sandbox_enter(&(struct sandbox_plan){.is_off = options->without_sandbox,
                                              .paths = options->arguments,
                                              .path_count = options->argument_count},
                       NULL, fault))
        return false;
    writer_to_descriptor(&writer, STDOUT_FILENO, "standard output");
    bool done = ruleset_open(&ruleset, grammars.values, grammars.count, catalogs.values,
                             catalogs.count, &limits, fault) &&
                check_dialects(&ruleset, options, &limits, &writer, &violation_count, fault);
    if (done && (options->argument_count == 0 || catalogs.count > 0))
        writer_format(&writer, "catalog: %zu codes, %zu agent errors, %zu categories\n",
                      catalog_code_count(ruleset.catalog), catalog_error_count(ruleset.catalog),
                      catalog_category_count(ruleset.catalog));
    if (done && violation_count > 0)
        *status = EXIT_OTHER_FAILURE;
    ruleset_close(&ruleset);
    /* Write the results of the files before a fault, too. */
    return writer_finish(&writer, fault) && done;
}

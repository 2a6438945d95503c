/* marsift explain: what codes, numbers, symbols and words mean. Reads no log. */
#include "app/commands.h"

#include "app/destination.h"
#include "base/arena.h"
#include "diagnosis/explain.h"

static bool explain_all(const struct options *options, const struct catalog *catalog,
                        struct arena *arena, struct explanation *explanations,
                        enum exit_status *status, struct fault *fault)
{
    for (size_t i = 0; i < options->argument_count; i++) {
        if (!explain_query(catalog, span_of(options->arguments[i]), options->language, arena,
                           &explanations[i], fault))
            return false;
        if (explanations[i].kind == EXPLAIN_UNKNOWN)
            *status = EXIT_OTHER_FAILURE;
    }
    return true;
}

bool command_explain(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct destination destination;
    struct arena arena = {0};
    if (options->argument_count == 0)
        return fault_set(fault, FAULT_OPTION, "explain needs a code, number, symbol or word");
    if (!destination_choose(options, &destination, fault))
        return false;
    struct catalog *catalog =
        catalog_open(options->catalogs.values, options->catalogs.count, fault);
    struct explanation *explanations =
        arena_allocate(&arena, options->argument_count, sizeof *explanations, fault);
    bool done = catalog != NULL && explanations != NULL &&
                explain_all(options, catalog, &arena, explanations, status, fault) &&
                destination_open(options, &destination, fault);
    if (done) {
        destination.format->explain(explanations, options->argument_count, &destination.render,
                                    &destination.writer);
        done = writer_finish(&destination.writer, fault);
    }
    arena_release(&arena);
    catalog_close(catalog);
    return done;
}

#include "engine/analysis.h"

#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "cli/console.h"
#include "cli/fail_on.h"
#include "cli/progress.h"
#include "cli/sandbox.h"
#include "engine/pipeline.h"
#include "report/report_build.h"

/* Under `ulimit -v`, address space for each thread: it takes 3 MiB itself, and what is told apart
 * in the input needs the more room. */
enum { ADDRESS_BYTES_OF_THREAD = 64 * 1024 * 1024 };

static size_t thread_count(const struct options *options)
{
    if (options->threads > 0)
        return (size_t)options->threads;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    struct rlimit space = {.rlim_cur = RLIM_INFINITY};
    getrlimit(RLIMIT_AS, &space);
    /* Without a limit beyond all processors. */
    rlim_t most = space.rlim_cur / ADDRESS_BYTES_OF_THREAD;
    if (processors < 1 || most < 1)
        return 1;
    return (rlim_t)processors < most ? (size_t)processors : (size_t)most;
}

static bool read_all(struct analysis *analysis, const struct options *options,
                     const struct writer *output, struct fault *fault)
{
    static const char *const standard_input[] = {"-"};
    struct stat status;
    bool is_new_file =
        output != NULL && output->file.folder >= 0 && fstat(output->file.descriptor, &status) == 0;
    struct progress progress = {.is_shown = output_target_shows_progress(options)};
    struct pipeline_options pipeline = {
        .limits = &analysis->limits,
        .forced_encoding = analysis->conversions.forced,
        .own_output = is_new_file ? &status : NULL,
        .threads = analysis->threads,
        .ruleset = &analysis->ruleset,
        .tally = analysis->tally,
        .progress = &progress,
    };
    bool has_paths = options->argument_count > 0;
    return pipeline_run(&pipeline, has_paths ? options->arguments : standard_input,
                        has_paths ? options->argument_count : 1, fault);
}

bool analysis_open(struct analysis *analysis, const struct options *options, bool keep_files,
                   struct fault *fault)
{
    analysis->limits = limits_default();
    analysis->threads = thread_count(options);
    analysis->ruleset.without_prefilter = options->without_prefilter;
    if (!ruleset_open(&analysis->ruleset, options->grammars.values, options->grammars.count,
                      options->catalogs.values, options->catalogs.count, &analysis->limits,
                      fault) ||
        !fail_on_check(&options->conditions, analysis->ruleset.catalog, fault) ||
        !encoding_preload_open(&analysis->conversions, options->encoding, fault))
        return false;
    struct tally_options counting = {
        .catalog = analysis->ruleset.catalog,
        .limits = &analysis->limits,
        .seed = hash_fresh_seed(),
        .host = options->host,
        .keep_files = keep_files,
        .since = options->since,
        .until = options->until,
        .first_year = options->year,
    };
    analysis->tally = tally_open(&counting, fault);
    return analysis->tally != NULL;
}

bool analysis_read(struct analysis *analysis, const struct options *options,
                   const struct writer *output, struct fault *fault)
{
    struct report_options ranking = {
        .language = options->language,
        .by = options->by,
        .by_risk = options->by_risk,
        .shows_jobs = options->shows_jobs,
        .top = (size_t)options->top,
        .zone = options->zone,
    };
    return read_all(analysis, options, output, fault) && tally_finish(analysis->tally, fault) &&
           report_build(analysis->tally, &ranking, &analysis->arena, &analysis->report, fault);
}

bool analysis_make(struct analysis *analysis, const struct options *options, bool keep_files,
                   struct output_target *target, struct fault *fault)
{
    if (!output_target_choose(options, target, fault) ||
        !analysis_open(analysis, options, keep_files, fault) ||
        !output_target_open(options, target, fault))
        return false;
    struct sandbox_plan plan = {.is_off = options->without_sandbox,
                                .paths = options->arguments,
                                .path_count = options->argument_count,
                                .output = &target->writer};
    bool done = sandbox_enter(&plan, NULL, fault) &&
                analysis_read(analysis, options, &target->writer, fault);
    if (!done)
        writer_abandon(&target->writer);
    return done;
}

static void say_what_is_missing(const struct report *report)
{
    for (size_t i = 0; i < report->problem_count; i++)
        console_message_about(report->problems[i].source, report->problems[i].member,
                              report->problems[i].sentence);
    for (size_t i = 0; i < report->log_count; i++)
        if (report->logs[i].problem.length > 0)
            console_message_about(report->logs[i].source, report->logs[i].member,
                                  report->logs[i].problem);
    if (report->is_empty && report->problem_count == 0)
        console_message(span_of("nothing was read: no log in the input holds a line"));
    for (size_t i = 0; i < report->limit_count; i++) {
        const struct report_limit *limit = &report->limits[i];
        char sentence[256];
        snprintf(sentence, sizeof sentence, "%s reached: %llu %s%s%s%s%s", limit->name,
                 (unsigned long long)limit->value, limit->meaning, limit->rule ? ": rule " : "",
                 limit->rule ? limit->rule : "", limit->rule ? " of grammar " : "",
                 limit->rule ? limit->grammar : "");
        console_message_about(limit->source, limit->member, span_of(sentence));
    }
}

bool analysis_conclude(const struct analysis *analysis, const struct options *options,
                       enum exit_status *status, struct fault *fault)
{
    struct buffer fired = {0};
    *status = analysis->report.incomplete ? EXIT_INCOMPLETE : EXIT_DONE;
    if (!options->is_quiet)
        say_what_is_missing(&analysis->report);
    bool done = fail_on_test(&options->conditions, &analysis->report, &fired, fault);
    if (done && fired.length > 0) {
        *status = EXIT_CONDITION;
        console_message_about(span_of("--fail-on"), (struct span){0}, buffer_span(&fired));
    }
    buffer_release(&fired);
    return done;
}

void analysis_close(struct analysis *analysis)
{
    tally_close(analysis->tally);
    arena_release(&analysis->arena);
    encoding_preload_close(&analysis->conversions);
    ruleset_close(&analysis->ruleset);
}

#include "engine/analysis.h"

#include <sys/resource.h>
#include <unistd.h>

#include "base/hash.h"
#include "report/report_build.h"
#include "text/time_argument.h"

/* Address space for each thread under `ulimit -v`. A thread takes 3 MiB itself; the rest is for
 * what the tally collects. */
enum { BYTES_PER_THREAD = 64 * 1024 * 1024 };

static size_t default_thread_count(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    struct rlimit space = {.rlim_cur = RLIM_INFINITY};
    getrlimit(RLIMIT_AS, &space);
    /* Without a limit, RLIM_INFINITY allows more threads than there are processors. */
    rlim_t max_threads = space.rlim_cur / BYTES_PER_THREAD;
    if (processors < 1 || max_threads < 1)
        return 1;
    return (rlim_t)processors < max_threads ? (size_t)processors : (size_t)max_threads;
}

bool analysis_load(struct analysis *analysis, const struct analysis_options *options,
                   struct fault *fault)
{
    analysis->options = options;
    analysis->limits = limits_default();
    analysis->ruleset.without_prefilter = options->without_prefilter;
    return ruleset_open(&analysis->ruleset, options->grammars, options->grammar_count,
                        options->catalogs, options->catalog_count, &analysis->limits, fault);
}

bool analysis_open(struct analysis *analysis, struct fault *fault)
{
    const struct analysis_options *options = analysis->options;
    if (!encoding_preload_open(&analysis->preload, options->encoding, fault))
        return false;
    struct tally_options tally = {
        .catalog = analysis->ruleset.catalog,
        .limits = &analysis->limits,
        .seed = hash_fresh_seed(),
        .host = options->host,
        .keep_files = options->keep_files,
        .since = options->since,
        .until = options->until,
        .first_year = options->first_year,
        .has_zone = options->report.zone != NULL && options->report.zone[0] != '\0',
        .zone_minutes = time_argument_zone_minutes(options->report.zone),
    };
    analysis->tally = tally_open(&tally, fault);
    return analysis->tally != NULL;
}

bool analysis_read(struct analysis *analysis, const struct pipeline_input *inputs,
                   size_t input_count, const struct stat *own_output,
                   const struct read_progress *progress, struct fault *fault)
{
    size_t threads = analysis->options->threads;
    struct pipeline_options pipeline = {
        .limits = &analysis->limits,
        .forced_encoding = analysis->preload.forced,
        .own_output = own_output,
        .threads = threads > 0 ? threads : default_thread_count(),
        .ruleset = &analysis->ruleset,
        .tally = analysis->tally,
        .progress = progress,
    };
    return pipeline_run(&pipeline, inputs, input_count, fault);
}

bool analysis_report(struct analysis *analysis, struct fault *fault)
{
    return tally_finish(analysis->tally, fault) &&
           report_build(analysis->tally, &analysis->options->report, &analysis->arena,
                        &analysis->report, fault);
}

void analysis_close(struct analysis *analysis)
{
    tally_close(analysis->tally);
    arena_release(&analysis->arena);
    encoding_preload_close(&analysis->preload);
    ruleset_close(&analysis->ruleset);
}

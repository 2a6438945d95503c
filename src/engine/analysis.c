#include "engine/analysis.h"

#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "engine/folder_hosts.h"
#include "engine/input_order.h"
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

static bool open_tally(struct analysis *analysis, struct fault *fault)
{
    const struct analysis_options *options = analysis->options;
    struct tally_options tally = {
        .catalog = analysis->ruleset.catalog,
        .limits = &analysis->limits,
        .seed = analysis->seed,
        .host = options->host,
        .keep_files = options->keep_files,
        .since = options->since,
        .until = options->until,
        .first_year = options->first_year,
        .years = analysis->years.count > 0 ? &analysis->years : NULL,
        .scratch_folders =
            analysis->scratch_folders.hosts.count > 0 ? &analysis->scratch_folders : NULL,
        .has_zone = options->report.zone != NULL && options->report.zone[0] != '\0',
        .zone_minutes = time_argument_zone_minutes(options->report.zone),
    };
    analysis->tally = tally_open(&tally, fault);
    return analysis->tally != NULL;
}

bool analysis_open(struct analysis *analysis, struct fault *fault)
{
    analysis->seed = hash_fresh_seed();
    return encoding_preload_open(&analysis->preload, analysis->options->encoding, fault) &&
           open_tally(analysis, fault);
}

/* True if all inputs can be opened a second time, and then hold the same. */
static bool can_read_again(const struct pipeline_input *inputs, size_t input_count)
{
    for (size_t i = 0; i < input_count; i++) {
        struct stat status;
        bool is_file = inputs[i].kind == PIPELINE_PATH && strcmp(inputs[i].name, "-") != 0 &&
                       (stat(inputs[i].name, &status) != 0 || S_ISREG(status.st_mode) ||
                        S_ISDIR(status.st_mode));
        if (!is_file && inputs[i].kind != PIPELINE_BYTES)
            return false;
    }
    return true;
}

static bool note_inputs(struct log_hosts *hosts, const struct pipeline_input *inputs,
                        size_t input_count, struct fault *fault)
{
    for (size_t i = 0; i < input_count; i++)
        if (!log_hosts_add_input(hosts, inputs[i].name, fault))
            return false;
    return true;
}

static bool read_once(const struct pipeline_options *pipeline, const struct pipeline_input *inputs,
                      size_t input_count, struct fault *fault)
{
    return pipeline_run(pipeline, inputs, input_count, fault) &&
           tally_finish(pipeline->tally, fault);
}

/* Reads all once more into a new tally, which uses what the one before showed. */
static bool read_again(struct analysis *analysis, struct pipeline_options *pipeline,
                       const struct pipeline_input *inputs, size_t input_count, struct fault *fault)
{
    tally_close(analysis->tally);
    analysis->tally = NULL;
    if (!open_tally(analysis, fault))
        return false;
    pipeline->tally = analysis->tally;
    return read_once(pipeline, inputs, input_count, fault);
}

static bool settle_hosts(struct analysis *analysis, struct fault *fault)
{
    return log_hosts_settle(&analysis->hosts, fault) &&
           folder_hosts_settle(&analysis->hosts, analysis->tally, fault);
}

bool analysis_read(struct analysis *analysis, const struct pipeline_input *inputs,
                   size_t input_count, const struct stat *own_output,
                   const struct read_progress *progress, struct fault *fault)
{
    size_t threads = analysis->options->threads;
    inputs = input_order_sort(inputs, input_count, &analysis->arena, fault);
    struct pipeline_options pipeline = {
        .limits = &analysis->limits,
        .forced_encoding = analysis->preload.forced,
        .own_output = own_output,
        .threads = threads > 0 ? threads : default_thread_count(),
        .ruleset = &analysis->ruleset,
        .tally = analysis->tally,
        .progress = progress,
        .hosts = analysis->options->host == NULL ? &analysis->hosts : NULL,
    };
    if (inputs == NULL || !note_inputs(&analysis->hosts, inputs, input_count, fault) ||
        !read_once(&pipeline, inputs, input_count, fault))
        return false;
    if (!can_read_again(inputs, input_count))
        return true;
    if (!settle_hosts(analysis, fault))
        return false;
    if (analysis->hosts.has_changes && !read_again(analysis, &pipeline, inputs, input_count, fault))
        return false;
    if (analysis->hosts.has_late && !(settle_hosts(analysis, fault) &&
                                      read_again(analysis, &pipeline, inputs, input_count, fault)))
        return false;
    if (!year_corrections_find(analysis->tally, &analysis->years, fault) ||
        !scratch_folders_find(analysis->tally, &analysis->scratch_folders, fault))
        return false;
    if (analysis->years.count == 0 && !analysis->scratch_folders.may_change)
        return true;
    return read_again(analysis, &pipeline, inputs, input_count, fault);
}

bool analysis_report(struct analysis *analysis, struct fault *fault)
{
    tally_seal(analysis->tally);
    log_hosts_release(&analysis->hosts);
    return report_build(analysis->tally, &analysis->options->report, &analysis->arena,
                        &analysis->report, fault);
}

void analysis_close(struct analysis *analysis)
{
    tally_close(analysis->tally);
    log_hosts_release(&analysis->hosts);
    year_corrections_release(&analysis->years);
    scratch_folders_release(&analysis->scratch_folders);
    arena_release(&analysis->arena);
    encoding_preload_close(&analysis->preload);
    ruleset_close(&analysis->ruleset);
}

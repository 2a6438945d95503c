#include "report/report_build.h"

#include "base/count_of.h"
#include "report/best_example.h"
#include "report/build_facts.h"
#include "report/build_failures.h"
#include "report/build_findings.h"
#include "report/build_groups.h"
#include "report/build_host_logs.h"
#include "report/build_hosts.h"
#include "report/build_inferences.h"
#include "report/build_input.h"
#include "report/build_jobs.h"
#include "report/build_merges.h"
#include "report/build_reasons.h"
#include "report/build_rows.h"
#include "report/build_schedule.h"
#include "report/build_scratch.h"
#include "report/build_steps.h"
#include "report/build_years.h"
#include "report/builder.h"
#include "report/file_state.h"
#include "report/inference.h"
#include "report/kind_files.h"
#include "report/recovered.h"
#include "report/rollup.h"
#include "report/windows_failures.h"

typedef bool build_stage(struct builder *builder);

/* In the order in which they need each other's results; see their headers. */
static build_stage *const stages[] = {
    build_host_logs,    build_input,        build_jobs,
    file_state_prepare, rollup_make,        kind_files_count,
    build_hosts,        build_reasons,      best_examples_choose,
    build_rows,         build_host_reasons, build_groups,
    build_schedule,     build_host_ranks,   build_facts,
    build_inferences,   recovered_prepare,  windows_failures_prepare,
    build_findings,     build_failures,     build_steps,
    build_scratch,      build_years,        build_merges,
};

bool report_build(const struct tally *tally, const struct report_options *options,
                  struct arena *arena, struct report *report, struct fault *fault)
{
    struct rollup rollup = {0};
    struct builder builder = {.tally = tally,
                              .catalog = tally->options.catalog,
                              .options = options,
                              .rollup = &rollup,
                              .arena = arena,
                              .report = report,
                              .inferences = {.item_bytes = sizeof(struct inference)},
                              .told_runs = {.item_bytes = sizeof(struct job *)},
                              .fault = fault};
    *report = (struct report){.language = options->language};
    bool done = true;
    for (size_t i = 0; done && i < COUNT_OF(stages); i++)
        done = stages[i](&builder);
    struct file_states *states = arena_allocate(arena, 1, sizeof *states, fault);
    done = done && states != NULL;
    if (done)
        *states = builder.file_states;
    report->file_states = states;
    rollup_release(&rollup);
    hash_array_release(&builder.inferences);
    hash_array_release(&builder.told_runs);
    return done;
}

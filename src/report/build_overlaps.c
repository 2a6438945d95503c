#include "report/build_overlaps.h"

#include "base/count_of.h"
#include "report/build_host_logs.h"
#include "report/host_runs.h"
#include "report/inference.h"
#include "text/minute_text.h"

#include "base/buffer.h"

static bool overlaps(const struct schedule_run *run, const struct schedule_run *later)
{
    return later->start + 1 < run->end;
}

/* True for the hosts of DPM and MABS, which run up to eight jobs in parallel by design. */
static bool runs_in_parallel(const struct builder *builder, const struct host_runs *host)
{
    static const char *const servers[] = {"MSDPM", "DPMRA", "DpmBackup"};
    struct host_logs logs = host_logs_of(builder, host->host);
    for (size_t i = 0; i < logs.count; i++)
        for (size_t j = 0; j < COUNT_OF(servers); j++)
            if (span_starts_with_ignoring_case(logs.logs[i]->name, span_of(servers[j])))
                return true;
    for (size_t i = 2; i < host->count; i++)
        if (overlaps(&host->runs[i - 2], &host->runs[i]) &&
            overlaps(&host->runs[i - 1], &host->runs[i]))
            return true;
    return false;
}

static bool infer_overlap(struct builder *builder, const struct report_job *job,
                          const struct report_job *later)
{
    char start[MINUTE_TEXT_BYTES];
    char end[MINUTE_TEXT_BYTES];
    minute_text(later->start, builder->options->zone, builder->options->language, start);
    minute_text(job->end, builder->options->zone, builder->options->language, end);
    builder->report->job_totals.overlaps++;
    return inference_add(
        builder, &(struct inferred_fact){
                     .symbol = "MARSIFT_JOBS_OVERLAP",
                     .host = job->host,
                     .events = 1,
                     .first = later->start,
                     .last = later->start,
                     .detail = {SENTENCE_JOBS_OVERLAP,
                                {job->host, later->name, span_of(start), job->name, span_of(end)}},
                     .example = {later->name, later->place}});
}

bool build_overlaps(struct builder *builder, const struct host_runs *host)
{
    if (host->is_table || runs_in_parallel(builder, host))
        return true;
    for (size_t i = 0; i + 1 < host->count; i++)
        for (size_t j = i + 1; j < host->count && overlaps(&host->runs[i], &host->runs[j]); j++)
            if (!infer_overlap(builder, host->jobs[i], host->jobs[j]))
                return false;
    return true;
}

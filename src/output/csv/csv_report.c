/* The report as CSV: rows of several kinds under one header, so that a column means the same in all
 * of them and is empty where it has no meaning. */
#include "output/csv/csv_row.h"
#include "output/write/formats.h"

/* What a row says, in the order of the columns; what is 0 or NULL is an empty cell. */
struct report_line {
    const char *kind;
    struct span host;
    const uint64_t *rank;
    const char *state;
    struct datetime since;
    struct datetime last_good;
    struct datetime newest_backup;
    const uint64_t *nights_without;
    struct span job;
    const char *job_kind;
    const char *phase;
    const char *category;
    const char *code;
    const char *symbol;
    struct span symbol_in_log; /* instead of `symbol` */
    const char *title;
    const uint64_t *files;
    const uint64_t *files_read_since;
    const uint64_t *events;
    const bool *recovered;
    const double *share_percent;
    const char *severity;
    const bool *at_risk;
    const bool *transient;
    struct datetime first_seen;
    struct datetime last_seen;
    struct span example_path;
    const char *action;
    const char *reference;
};

static const char columns[] =
    "kind,host,rank,state,since,last_good,newest_backup,nights_without,job,job_kind,phase,"
    "category,code,symbol,title,files,files_read_since,events,recovered,share_pct,severity,at_risk,"
    "transient,"
    "first_seen,last_seen,example_path,action,reference";

static void write_line(struct csv_row *row, const struct report_line *line)
{
    csv_cell_text(row, line->kind);
    csv_cell(row, line->host);
    csv_cell_count(row, line->rank);
    csv_cell_text(row, line->state);
    csv_cell_datetime(row, line->since);
    csv_cell_datetime(row, line->last_good);
    csv_cell_datetime(row, line->newest_backup);
    csv_cell_count(row, line->nights_without);
    csv_cell(row, line->job);
    csv_cell_text(row, line->job_kind);
    csv_cell_text(row, line->phase);
    csv_cell_text(row, line->category);
    csv_cell_text(row, line->code);
    csv_cell(row, line->symbol != NULL ? span_of(line->symbol) : line->symbol_in_log);
    csv_cell_text(row, line->title);
    csv_cell_count(row, line->files);
    csv_cell_count(row, line->files_read_since);
    csv_cell_count(row, line->events);
    csv_cell_flag(row, line->recovered);
    csv_cell_percent(row, line->share_percent);
    csv_cell_text(row, line->severity);
    csv_cell_flag(row, line->at_risk);
    csv_cell_flag(row, line->transient);
    csv_cell_datetime(row, line->first_seen);
    csv_cell_datetime(row, line->last_seen);
    csv_cell(row, line->example_path);
    csv_cell_text(row, line->action);
    csv_cell_text(row, line->reference);
    csv_row_end(row);
}

static void host_line(struct csv_row *row, const struct report_host *host)
{
    /* 0 would say that none is unprotected. */
    bool is_unknown = host->files == 0 && report_host_has_unnamed_files(host);
    const struct report_host_kind *kind = &host->kinds[0];
    write_line(row, &(struct report_line){.kind = "host",
                                          .host = host->name,
                                          .rank = &(uint64_t){host->rank},
                                          .state = report_host_state_word(host->kinds[0].state),
                                          .since = host->kinds[0].since,
                                          .last_good = host->kinds[0].last_good,
                                          .newest_backup = host->kinds[0].newest_backup,
                                          .nights_without = report_host_kind_knows_nights(kind)
                                                                ? &kind->nights_without
                                                                : NULL,
                                          .code = host->kinds[0].cause,
                                          .title = host->kinds[0].cause_title,
                                          .files = is_unknown ? NULL : &host->files,
                                          .files_read_since = &host->files_read_since});
}

/* A list or row of a table that is part of a job tells of that job, which has a row. */
static void job_line(struct csv_row *row, const struct report_job *job)
{
    bool has_failed = job->state == JOB_FAILED;
    if (job->part_of.length > 0)
        return;
    write_line(row, &(struct report_line){.kind = "job",
                                          .host = job->host,
                                          .state = source_records_job_state_name(job->state),
                                          .since = job->start,
                                          .job = job->name,
                                          .job_kind = job_kind_word(job->kind),
                                          .phase = job->open_phase,
                                          .code = job->cause,
                                          .title = job->cause_title,
                                          .files = &job->files,
                                          .events = &job->events,
                                          .recovered = has_failed ? &job->is_recovered : NULL,
                                          .first_seen = job->first_seen,
                                          .last_seen = job->last_seen});
}

static void reason_line(struct csv_row *row, const struct report_row *data)
{
    write_line(row, &(struct report_line){.kind = "reason",
                                          .host = data->host,
                                          .rank = &(uint64_t){data->reason->rank},
                                          .category = data->reason->category,
                                          .code = data->code.text,
                                          .symbol = data->code.symbol,
                                          .title = data->reason->title,
                                          .files = &data->code.files,
                                          .events = &data->code.events,
                                          .share_percent = &data->share_percent,
                                          .severity = severity_name(data->reason->severity),
                                          .at_risk = &data->at_risk,
                                          .transient = &data->transient,
                                          .first_seen = data->first_seen,
                                          .last_seen = data->last_seen,
                                          .example_path = data->example.path,
                                          .action = data->action,
                                          .reference = data->reference});
}

static const char *first_of(const char *const *actions, size_t count)
{
    return count > 0 ? actions[0] : NULL;
}

/* `files` only of a finding that was made in failed files. */
static void finding_line(struct csv_row *row, const struct report_finding *finding)
{
    write_line(row,
               &(struct report_line){.kind = "finding",
                                     .host = finding->host,
                                     .rank = &(uint64_t){finding->rank},
                                     .category = finding->category,
                                     .code = finding->id,
                                     .symbol = finding->symbol,
                                     .title = finding->title,
                                     .files = finding->files > 0 ? &finding->files : NULL,
                                     .events = &finding->events,
                                     .recovered = &finding->is_recovered,
                                     .severity = severity_name(finding->severity),
                                     .at_risk = &finding->at_risk,
                                     .first_seen = finding->first_seen,
                                     .last_seen = finding->last_seen,
                                     .example_path = finding->example.path,
                                     .action = first_of(finding->actions, finding->action_count),
                                     .reference = finding->reference});
}

static void failure_line(struct csv_row *row, const struct report_other_failure *failure)
{
    bool has_own_symbol = failure->symbol.length > 0;
    write_line(row,
               &(struct report_line){.kind = "failure",
                                     .host = failure->host,
                                     .category = failure->category,
                                     .code = failure->code.text,
                                     .symbol = has_own_symbol ? NULL : failure->code.symbol,
                                     .symbol_in_log = failure->symbol,
                                     .title = failure->title,
                                     .events = &failure->code.events,
                                     .recovered = &failure->is_recovered,
                                     .severity = severity_name(failure->severity),
                                     .at_risk = &failure->at_risk,
                                     .transient = &failure->transient,
                                     .first_seen = failure->first_seen,
                                     .last_seen = failure->last_seen,
                                     .example_path = failure->example.path,
                                     .action = first_of(failure->actions, failure->action_count),
                                     .reference = failure->reference});
}

void render_csv_report(const struct report *report, const struct render_options *options,
                       struct writer *writer)
{
    struct csv_row row = {.writer = writer, .options = options};
    csv_begin(writer, options, columns);
    for (size_t i = 0; i < report->host_count; i++)
        host_line(&row, &report->hosts[i]);
    for (size_t i = 0; i < report->job_count; i++)
        job_line(&row, &report->jobs[i]);
    for (size_t i = 0; i < report->row_count; i++)
        reason_line(&row, &report->rows[i]);
    for (size_t i = 0; i < report->finding_row_count; i++)
        finding_line(&row, &report->finding_rows[i]);
    for (size_t i = 0; i < report->other_failure_row_count; i++)
        failure_line(&row, &report->other_failure_rows[i]);
}

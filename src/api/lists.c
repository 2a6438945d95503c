/* Totals of a finished run, and its reasons, hosts and failed files one by one. */
#include <string.h>

#include "api/marsift_private.h"
#include "base/count_of.h"
#include "report/build_file_rows.h"

static bool copy_span(struct marsift *run, struct span span, struct marsift_text *text)
{
    struct span copy = arena_copy(&run->arena, span, &run->fault);
    *text = (struct marsift_text){copy.bytes, copy.length};
    return copy.bytes != NULL;
}

static bool make_reason(struct marsift *run, const struct report_reason *from,
                        struct marsift_reason *reason)
{
    *reason = (struct marsift_reason){
        .rank = from->rank,
        .category = from->category,
        .title = from->title,
        .severity = severity_name(from->severity),
        .files = from->files,
        .events = from->events,
        .share_percent = from->share_percent,
        .is_at_risk = from->at_risk,
        .is_transient = from->transient,
        .actions = from->actions,
        .action_count = from->action_count,
        .reference = from->reference,
    };
    return copy_span(run, from->example.path, &reason->example);
}

static void fill_totals(const struct report *report, struct marsift_totals *totals)
{
    *totals = (struct marsift_totals){
        .lines = report->books.lines,
        .failed_files = report->files,
        .agent_errors = report->findings,
        .other_failures = report->other_failures,
        .not_understood = report->books.by_class[VERDICT_UNPARSED],
        .hosts = report->host_count,
        .reasons = report->reason_count,
        .is_incomplete = report->incomplete,
        .is_exact = report->files_exact,
    };
}

bool marsift_make_lists(struct marsift *run)
{
    const struct report *report = &run->analysis.report;
    fill_totals(report, &run->totals);
    run->reasons =
        arena_allocate(&run->arena, report->reason_count, sizeof *run->reasons, &run->fault);
    run->hosts = arena_allocate(&run->arena, report->host_count, sizeof *run->hosts, &run->fault);
    if (run->reasons == NULL || run->hosts == NULL)
        return false;
    for (size_t i = 0; i < report->reason_count; i++)
        if (!make_reason(run, &report->reasons[i], &run->reasons[i]))
            return false;
    for (size_t i = 0; i < report->host_count; i++) {
        const struct report_host *host = &report->hosts[i];
        run->hosts[i] = (struct marsift_host){
            .logs = host->logs, .failed_files = host->files, .agent_errors = host->findings};
        if (!copy_span(run, host->name, &run->hosts[i].name))
            return false;
    }
    return true;
}

const struct marsift_totals *marsift_get_totals(struct marsift *run)
{
    bool has_report = marsift_begin_call(run, MARSIFT_STATE_DONE, /* has_arguments= */ true,
                                         __func__) == MARSIFT_OK;
    return has_report ? &run->totals : NULL;
}

/* Ends a loop that could not fail once it had begun. Errors of calls that the callback made are not
 * its own. */
static enum marsift_status finish_loop(struct marsift *run, enum marsift_status status,
                                       bool was_stopped)
{
    if (status != MARSIFT_OK)
        return status;
    run->fault = (struct fault){0};
    return was_stopped ? MARSIFT_STOPPED : MARSIFT_OK;
}

enum marsift_status marsift_each_reason(struct marsift *run,
                                        int (*callback)(void *context,
                                                        const struct marsift_reason *reason),
                                        void *context)
{
    enum marsift_status status =
        marsift_begin_call(run, MARSIFT_STATE_DONE, callback != NULL, __func__);
    bool stops = false;
    for (size_t i = 0; status == MARSIFT_OK && !stops && i < run->analysis.report.reason_count; i++)
        stops = callback(context, &run->reasons[i]) != 0;
    return finish_loop(run, status, stops);
}

enum marsift_status
marsift_each_host(struct marsift *run,
                  int (*callback)(void *context, const struct marsift_host *host), void *context)
{
    enum marsift_status status =
        marsift_begin_call(run, MARSIFT_STATE_DONE, callback != NULL, __func__);
    bool stops = false;
    for (size_t i = 0; status == MARSIFT_OK && !stops && i < run->analysis.report.host_count; i++)
        stops = callback(context, &run->hosts[i]) != 0;
    return finish_loop(run, status, stops);
}

/* Passes file rows to the caller's callback. */
struct file_receiver {
    struct marsift *run;
    int (*callback)(void *context, const struct marsift_file *file);
    void *context;
    struct arena arena; /* texts of the current file */
    struct fault fault; /* not the handle's, which calls made by the callback change */
    bool was_stopped;
};

static bool copy_texts(struct file_receiver *receiver, const struct file_row *row,
                       struct marsift_file *file)
{
    const struct {
        struct span from;
        struct marsift_text *to;
    } texts[] = {{row->host, &file->host},
                 {row->path, &file->path},
                 {row->job, &file->job},
                 {row->operation, &file->operation},
                 {row->log, &file->log}};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct span copy = arena_copy(&receiver->arena, texts[i].from, &receiver->fault);
        if (copy.bytes == NULL)
            return false;
        *texts[i].to = (struct marsift_text){copy.bytes, copy.length};
    }
    return true;
}

static bool receive_file(void *context, const struct file_row *row)
{
    struct file_receiver *receiver = context;
    char time[DATETIME_TEXT_BYTES];
    struct marsift_file file = {
        .category = row->category,
        .title = row->category_title,
        .code = row->code.has_value ? row->code.text : "",
        .symbol = row->code.symbol,
        .time = datetime_format(row->time, receiver->run->zone, time),
        .line = row->line,
        .events = row->events,
    };
    bool done = copy_texts(receiver, row, &file);
    if (done)
        receiver->was_stopped = receiver->callback(receiver->context, &file) != 0;
    arena_release(&receiver->arena);
    return done && !receiver->was_stopped;
}

enum marsift_status
marsift_each_file(struct marsift *run,
                  int (*callback)(void *context, const struct marsift_file *file), void *context)
{
    enum marsift_status status =
        marsift_begin_call(run, MARSIFT_STATE_DONE, callback != NULL, __func__);
    if (status != MARSIFT_OK)
        return status;
    struct file_receiver receiver = {.run = run, .callback = callback, .context = context};
    struct arena arena = {0};
    build_file_rows(run->analysis.tally, &run->analysis.report, &run->options.report, &arena,
                    receive_file, &receiver, &receiver.fault);
    arena_release(&arena);
    run->fault = receiver.fault;
    if (receiver.was_stopped)
        return MARSIFT_STOPPED;
    return run->fault.kind == FAULT_NONE ? MARSIFT_OK : marsift_status_of_fault(run);
}

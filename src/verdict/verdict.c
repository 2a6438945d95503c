#include "verdict/verdict.h"

#include "catalog/context_match.h"
#include "text/log_date.h"
#include "verdict/channel_event.h"
#include "verdict/code_category.h"
#include "verdict/event_code.h"
#include "verdict/event_error.h"
#include "verdict/event_moment.h"
#include "verdict/explained_event.h"
#include "verdict/foreign_event.h"
#include "verdict/host_field.h"
#include "verdict/outcome_message.h"
#include "verdict/path_message.h"
#include "verdict/provider_event.h"
#include "verdict/restored_file.h"

/* A bare Win32 number, 0x5 or 0x00000005, means what 0x80070005 means. */
static void widen_win32_number(struct verdict *verdict)
{
    if (verdict->has_code && verdict->code != 0 && verdict->code <= 0xFFFF)
        verdict->code |= 0x80070000;
}

static void classify_failed_file(const struct catalog *catalog, struct verdict *verdict)
{
    verdict->path = span_trim(verdict->path);
    widen_win32_number(verdict);
    uint32_t code = 0;
    if (catalog_may_end_with_message(catalog, verdict->path) &&
        path_message_cut(catalog, &verdict->path, &code) && !verdict->has_code) {
        verdict->has_code = true;
        verdict->code = code;
    }
    if (verdict->has_code && verdict->code == 0)
        verdict->has_code = false;
    if (verdict->path.length == 0)
        verdict->class = VERDICT_UNPARSED;
}

/* Replaces the agent error by a more exact one if a context rule matches the record. */
static void apply_error_context(const struct catalog *catalog, const struct event *event,
                                struct verdict *verdict)
{
    verdict->has_context = context_match_error(catalog, verdict->error, verdict->has_code,
                                               verdict->code, event->text, &verdict->context);
    if (verdict->has_context)
        verdict->error = catalog_context_at(catalog, verdict->context)->finding;
}

/* Reads a failed file's path: its key, and whether a context rule changes its category. */
static bool read_path(const struct catalog *catalog, struct verdict_scratch *scratch,
                      struct verdict *verdict, struct fault *fault)
{
    if (!path_key_of(verdict->path, scratch->host_key, scratch->seed, &scratch->folded_path,
                     &scratch->path_key, fault))
        return false;
    struct span folded = buffer_span(&scratch->folded_path);
    verdict->has_context =
        context_match_path(catalog, verdict->has_code, verdict->code, verdict->category, folded,
                           scratch->host_scratch, &verdict->context);
    const struct catalog_context *rule =
        verdict->has_context ? catalog_context_at(catalog, verdict->context) : NULL;
    if (rule != NULL && rule->has_category)
        verdict->category = rule->category;
    return true;
}

/* Classifies a failure without a known error: by its code, else by the symbol or number it gives.
 */
static void classify_failure(const struct catalog *catalog, const struct event *event,
                             struct span number, struct verdict *verdict)
{
    widen_win32_number(verdict);
    bool is_success = verdict->has_code && verdict->code == 0;
    verdict->class = is_success ? VERDICT_NOISE : VERDICT_OTHER_FAILURE;
    verdict->symbol = channel_event_symbol(event);
    if (verdict->symbol.length == 0)
        verdict->symbol = number;
    if (!verdict->has_code || is_success || !code_category_is_none(catalog, event, verdict->code))
        return;
    verdict->has_code = false;
    if (verdict->symbol.length == 0)
        verdict->symbol = span_trim(event->fields[FIELD_CODE]);
}

/* Reads the code of the system message at the end of a record without a code. */
static bool read_outcome(const struct catalog *catalog, const struct event *event,
                         struct verdict *verdict)
{
    if (verdict->has_code || !outcome_message_code(catalog, event, &verdict->code))
        return false;
    verdict->has_code = true;
    return true;
}

/* Classifies an event that has nothing to do with backups: what the catalog knows of its code, its
 * number and its words is not true of it. */
static void classify_foreign(const struct event *event, struct verdict *verdict)
{
    verdict->has_code = false;
    verdict->code = 0;
    verdict->class = foreign_event_class(event);
    verdict->symbol = event->fields[FIELD_SYMBOL];
}

/* Classifies everything but failed files: the catalog may know better than the grammar. */
static void classify_message(const struct catalog *catalog, const struct event *event,
                             struct verdict *verdict)
{
    struct agent_error_number number =
        event_error_number(catalog, event, verdict->statement.is_stated);
    /* A rule may only suspect an agent error: a record without a name for it has none. */
    bool has_name = verdict->has_code || channel_event_symbol(event).length > 0;
    bool is_failure =
        (event->class == VERDICT_OTHER_FAILURE &&
         !event_code_is_no_failure(event, verdict->has_code) && !channel_event_is_foreign(event)) ||
        number.digits.length > 0 || (event->class == VERDICT_FINDING && has_name);
    const uint32_t *code = verdict->has_code ? &verdict->code : NULL;
    if (event_error_find(catalog, event, &number, code, &verdict->error)) {
        const struct agent_error *error = catalog_error_at(catalog, verdict->error);
        /* A wrapper around nothing that is known is still an error of the agent. */
        bool has_inner_code = verdict->has_code && verdict->code != error->id;
        bool is_bare_wrapper = error->is_wrapper && !has_inner_code;
        if (event_error_is_finding(error) || is_bare_wrapper) {
            verdict->class = VERDICT_FINDING;
            verdict->has_error = true;
            apply_error_context(catalog, event, verdict);
            return;
        }
        if (error->code != 0 && !verdict->has_code) {
            verdict->has_code = true;
            verdict->code = error->code;
            is_failure = true;
        }
    }
    if (!verdict->has_code && number.digits.length == 0 &&
        provider_event_is_mere_warning(event, &verdict->class))
        return;
    if (number.is_known)
        number.digits = (struct span){0};
    if (read_outcome(catalog, event, verdict) || is_failure)
        classify_failure(catalog, event, number.digits, verdict);
    else
        verdict->class = VERDICT_UNPARSED;
}

void verdict_take_for_restore(const struct catalog *catalog, struct verdict *verdict)
{
    widen_win32_number(verdict);
    verdict->has_code = verdict->has_code && verdict->code != 0;
    verdict->class = VERDICT_OTHER_FAILURE;
    verdict->is_restore = true;
    catalog_category_find(catalog, span_of("restore"), &verdict->category);
}

/* A file that could not be restored is protected all the same: a failure of a restore, and none of
 * a file. The words of the record may name an agent error, which says more. */
static void classify_restore(const struct catalog *catalog, const struct event *event,
                             struct verdict *verdict)
{
    if (event->class == VERDICT_OTHER_FAILURE)
        classify_message(catalog, event, verdict);
    if (verdict->class == VERDICT_FINDING)
        return;
    verdict_take_for_restore(catalog, verdict);
}

/* Finds the agent error of a job of which only its failure is known. */
static bool find_bare_failure(const struct catalog *catalog, struct verdict *verdict)
{
    bool is_backup =
        verdict->statement.type == STATED_BACKUP || verdict->statement.type == STATED_OTHER_TYPE;
    bool is_aborted = verdict->statement.state == STATED_ABORTED;
    const char *symbol = !is_backup   ? OTHER_JOB_FAILED_SYMBOL
                         : is_aborted ? JOB_ABORTED_SYMBOL
                                      : JOB_FAILED_SYMBOL;
    verdict->has_error = catalog_error_by_symbol(catalog, span_of(symbol), &verdict->error);
    if (verdict->has_error)
        verdict->class = VERDICT_FINDING;
    return verdict->has_error;
}

/* Classifies a statement about a job by its state. A failed job is a failure, with or without a
 * number; any other is harmless unless it names an error. */
static void classify_statement(const struct catalog *catalog, const struct event *event,
                               struct verdict *verdict)
{
    static const enum verdict_class suspicions[] = {
        [STATED_NOTHING] = VERDICT_FINDING,      [STATED_WAITING] = VERDICT_UNPARSED,
        [STATED_RUNNING] = VERDICT_UNPARSED,     [STATED_SUCCESS] = VERDICT_UNPARSED,
        [STATED_WARNINGS] = VERDICT_FINDING,     [STATED_ABORTED] = VERDICT_OTHER_FAILURE,
        [STATED_FAILURE] = VERDICT_OTHER_FAILURE};
    struct event stated = *event;
    stated.class = suspicions[verdict->statement.state];
    classify_message(catalog, &stated, verdict);
    if (verdict->class == VERDICT_UNPARSED && verdict->statement.state != STATED_NOTHING)
        verdict->class = VERDICT_NOISE;
    bool is_bare_failure = verdict->class == VERDICT_OTHER_FAILURE && !verdict->has_code &&
                           verdict->symbol.length == 0;
    verdict->has_detail = verdict->class == VERDICT_OTHER_FAILURE && verdict->has_code &&
                          job_statement_read_detail(event, verdict->code, &verdict->detail);
    verdict->says_only_failed =
        is_bare_failure && !verdict->statement.has_reason && find_bare_failure(catalog, verdict);
    if (is_bare_failure)
        verdict->symbol = span_trim(event->fields[FIELD_STATE]);
}

static void copy_event(const struct event *event, struct verdict *verdict)
{
    const struct span *fields = event->fields;
    verdict->class = event->class;
    verdict->path = fields[FIELD_PATH];
    verdict->operation = fields[FIELD_OPERATION];
    verdict->job = fields[FIELD_JOB];
    verdict->source = fields[FIELD_SOURCE];
    verdict->host = host_field_read(event);
    verdict->text = event->text;
    verdict->body = event->body;
    verdict->fact = event->fact;
    verdict->repeats = event->repeats;
    verdict->fact_value = span_trim(fields[FIELD_ITEM]);
    verdict->line = event->line;
    verdict->line_count = event->line_count;
    verdict->record_count = event->record_count;
    verdict->is_fatal = span_equals_ignoring_case(fields[FIELD_LEVEL], span_of("FATAL"));
    verdict->limited_rule_count = event->limited_rule_count;
    verdict->may_continue = event->may_continue;
    verdict->statement = job_statement_of(event);
    verdict->time = event_moment_read(event, verdict->statement.end);
    if (verdict->statement.is_stated)
        verdict->job = job_statement_guid(event);
}

/* An event of Windows Server Backup without a time is no milestone: articles quote such. */
static struct milestone milestone_of(const struct event *event, const struct verdict *verdict,
                                     bool is_failure)
{
    struct milestone milestone = milestone_of_event(event, is_failure);
    bool has_place = !milestone.is_of_windows || datetime_is_set(verdict->time);
    return has_place ? milestone : (struct milestone){.phase = PHASE_COUNT};
}

/* True if the record only explains an error, or is another program's. */
static bool is_not_of_backup(const struct catalog *catalog, const struct event *event,
                             const struct verdict *verdict)
{
    return explained_event_is(catalog, event, verdict->class, verdict->symbol.length > 0) ||
           (verdict->class == VERDICT_OTHER_FAILURE &&
            foreign_event_is_line(event, verdict->has_code, verdict->code));
}

static void classify_event(const struct catalog *catalog, const struct event *event,
                           struct verdict *verdict)
{
    *verdict = (struct verdict){0};
    copy_event(event, verdict);
    verdict->category = catalog_category_unknown(catalog);
    /* A harmless record can only be a milestone of its job, whatever words it uses. */
    if (event->class == VERDICT_NOISE)
        verdict->milestone = milestone_of(event, verdict, false);
    bool is_stated = verdict->statement.is_stated;
    bool is_harmless = event->class == VERDICT_NOISE && !is_stated;
    if (event->class == VERDICT_FRAME || is_harmless || event->is_doubtful)
        return;
    verdict->has_code = event_code_read(catalog, event, is_stated, &verdict->code);
    if (is_stated)
        classify_statement(catalog, event, verdict);
    else if (restored_file_is_named(event))
        classify_restore(catalog, event, verdict);
    else if (event->class == VERDICT_FAILED_FILE)
        classify_failed_file(catalog, verdict);
    else if (foreign_event_is(event))
        classify_foreign(event, verdict);
    else
        classify_message(catalog, event, verdict);
    if (!is_stated && is_not_of_backup(catalog, event, verdict))
        verdict->class = VERDICT_UNPARSED;
    if (verdict->class == VERDICT_UNPARSED)
        verdict->telling = telling_line_rank(event->text);
    bool is_failure = verdict->class == VERDICT_FINDING || verdict->class == VERDICT_OTHER_FAILURE;
    if (is_failure && !is_stated && verdict->time.year == 0)
        event_moment_take_quoted(event, &verdict->time);
    if (event->class != VERDICT_FAILED_FILE) /* a failed file is no milestone */
        verdict->milestone = milestone_of(event, verdict, is_failure);
    if (!verdict->has_code && !verdict->has_error && milestone_is_good_event(verdict->milestone))
        verdict->class = VERDICT_NOISE; /* whatever its level */
    if (verdict->has_code && !verdict->is_restore)
        verdict->category = code_category_of(catalog, event, verdict->code);
}

bool verdict_classify(const struct catalog *catalog, const struct event *event,
                      struct verdict_scratch *scratch, struct verdict *verdict, struct fault *fault)
{
    classify_event(catalog, event, verdict);
    if (scratch == NULL)
        return true;
    scratch->path_key = (struct path_key){0};
    return verdict->class != VERDICT_FAILED_FILE || read_path(catalog, scratch, verdict, fault);
}

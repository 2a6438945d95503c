#include "engine/message_probe.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/memory.h"
#include "catalog/code_meaning.h"
#include "grammar/dialect_turn.h"
#include "text/word_search.h"
#include "verdict/agent_error_number.h"
#include "verdict/backup_failure.h"
#include "verdict/example_record.h"
#include "verdict/message_origin.h"
#include "verdict/verdict.h"

enum {
    NEAR_LINES = 2,  /* before and behind a failure: what stands there may say what failed */
    TITLE_LINES = 40 /* at the head of a log, which may name its program */
};

struct message_probe {
    struct ruleset *ruleset;
    const struct limits *limits;
    struct pattern_scratch *scratch;
    struct matcher *matcher; /* NULL until the first text is probed */
    const struct block *head;
    enum text_purpose purpose; /* of the current text */
    bool is_example;           /* what it says of failures is none of its own */
    bool has_message;          /* the current text does */
    bool has_failure;          /* the current text does, of whatever */
};

struct message_probe *message_probe_open(struct ruleset *ruleset, const struct limits *limits,
                                         struct pattern_scratch *scratch, struct fault *fault)
{
    struct message_probe *message_probe = memory_allocate(1, sizeof *message_probe, fault);
    if (message_probe != NULL)
        *message_probe =
            (struct message_probe){.ruleset = ruleset, .limits = limits, .scratch = scratch};
    return message_probe;
}

void message_probe_close(struct message_probe *message_probe)
{
    if (message_probe == NULL)
        return;
    matcher_close(message_probe->matcher);
    memory_free(message_probe);
}

/* True if the record holds a message that only the agent writes. Numbers, symbols and generic words
 * also occur in notes and manuals. */
static bool holds_message(const struct catalog *catalog, const struct event *event)
{
    if (event->literal == EVENT_NO_LITERAL)
        return false;
    const struct catalog_message_pattern *pattern =
        catalog_message_pattern_at(catalog, event->literal);
    return !pattern->is_generic && !pattern->is_symbol &&
           message_origin_is_agent(event->text, pattern->text);
}

/* True if the failure names a number, known or not. */
static bool has_number(const struct catalog *catalog, const struct event *event,
                       const struct verdict *verdict)
{
    struct agent_error_number number = {0};
    if (verdict->class == VERDICT_OTHER_FAILURE)
        return verdict->symbol.length > 0 && ascii_is_digit(verdict->symbol.bytes[0]);
    return verdict->class == VERDICT_FINDING && verdict->has_error &&
           agent_error_number_find(catalog, event->text, &number) && number.is_known &&
           number.error == verdict->error;
}

/* True for a failure with a number and a code together, "(ID 58 Details: ... (0x80070070))", or
 * with DPM's number behind what only DPM protects with: only its jobs write that. */
static bool is_job_message(const struct catalog *catalog, const struct event *event,
                           const struct verdict *verdict)
{
    return has_number(catalog, event, verdict) &&
           (verdict->has_code || backup_failure_is_of_dpm(verdict->text));
}

/* Returns the lines of the head around the event, which may say what it is about. */
static struct span neighbourhood(const struct block *head, const struct event *event)
{
    size_t first = event->line > NEAR_LINES ? event->line - NEAR_LINES : 0;
    size_t last = event->line + event->line_count + NEAR_LINES;
    if (last > head->line_count)
        last = head->line_count;
    const struct line *end = &head->lines[last - 1];
    return span_slice(head->text, head->lines[first].start, end->start + (size_t)end->length);
}

/* Returns the line of the record that holds the code, or its first one. */
static struct span telling_line(const struct event *event, struct span code)
{
    size_t start = 0;
    size_t at = code.length > 0 ? (size_t)(code.bytes - event->text.bytes) : 0;
    for (size_t i = 0; i < at; i++)
        if (event->text.bytes[i] == '\n')
            start = i + 1;
    struct span rest = span_slice(event->text, start, event->text.length);
    return span_slice(rest, 0, span_find_byte(rest, '\n'));
}

/* True for an error of the agent with the number that the agent puts behind its messages. In
 * hexadecimal it needs no word for failures. */
static bool is_error_of_agent(const struct catalog *catalog, const struct event *event,
                              const struct verdict *verdict)
{
    struct agent_error_number number = {0};
    if (verdict->class != VERDICT_FINDING || !verdict->has_error)
        return false;
    if (!agent_error_number_find(catalog, event->text, &number) || !number.is_known ||
        number.error != verdict->error)
        return false;
    struct span line = telling_line(event, number.digits);
    return !backup_failure_is_explained(line, (struct span){0}) &&
           (backup_failure_is_said(line) ||
            span_starts_with_ignoring_case(number.digits, span_of("0x")));
}

/* True for a failure without a code or number: a rule found its words, in whatever language. */
static bool is_in_words(const struct verdict *verdict)
{
    return verdict->class == VERDICT_OTHER_FAILURE && !verdict->has_code &&
           verdict->symbol.length == 0;
}

/* Looks at a failure: is it one of backups or snapshots, or does it only look like one? */
static void note_failure(struct message_probe *message_probe, const struct event *event,
                         const struct verdict *verdict)
{
    struct span code = event->fields[FIELD_CODE];
    struct span line = telling_line(event, code);
    if (message_probe->is_example || backup_failure_is_explained(line, code))
        return;
    struct span whole = neighbourhood(message_probe->head, event);
    bool is_said =
        is_in_words(verdict) || backup_failure_is_said(verdict->has_error ? whole : line);
    bool names_maker = backup_failure_names_maker(event->text);
    bool is_known =
        verdict->has_error ||
        (code.length > 0 &&
         catalog_code_meaning(message_probe->ruleset->catalog, verdict->code).exact != NULL);
    bool is_of_backup = is_said && backup_failure_mentions_backup(is_known ? whole : line);
    message_probe->has_message = names_maker || is_of_backup ||
                                 (verdict->has_code && backup_failure_has_code(verdict->code));
    message_probe->has_failure |= is_said;
}

static bool probe_event(void *context, const struct event *event)
{
    struct message_probe *message_probe = context;
    const struct catalog *catalog = message_probe->ruleset->catalog;
    struct verdict verdict;
    if (message_probe->has_message)
        return true;
    if (!verdict_classify(catalog, event, /* scratch= */ NULL, &verdict, NULL))
        return false;
    if (example_record_take_back(message_probe->purpose, event, &verdict))
        return true;
    if (example_record_is_quoted(message_probe->purpose, event, &verdict))
        message_probe->has_message = true;
    message_probe->has_message |= (verdict.has_error && holds_message(catalog, event)) ||
                                  verdict.class == VERDICT_FAILED_FILE;
    if (!message_probe->is_example &&
        (is_job_message(catalog, event, &verdict) || is_error_of_agent(catalog, event, &verdict)))
        message_probe->has_message = true;
    if (!message_probe->has_message &&
        (verdict.class == VERDICT_OTHER_FAILURE || verdict.class == VERDICT_FINDING))
        note_failure(message_probe, event, &verdict);
    return true;
}

static struct span line_of(const struct block *head, size_t index)
{
    const struct line *line = &head->lines[index];
    return span_slice(head->text, line->start, line->start + (size_t)line->length);
}

/* True if a record of a trace is among the lines, though it may report no failure. */
static bool has_record(const struct message_probe *message_probe, const struct block *head)
{
    for (size_t i = 0; i < head->line_count; i++)
        if (dialect_turn_is_anywhere(&message_probe->ruleset->dialects, message_probe->scratch,
                                     line_of(head, i)))
            return true;
    return false;
}

/* True if the first lines name the agent, as those of its set-up's log do. */
static bool names_agent(const struct block *head)
{
    static const char *const names[] = {
        "azure recovery services", "azure backup", "online backup agent", "obengine", "cbengine",
        "data protection manager"};
    size_t count = head->line_count < TITLE_LINES ? head->line_count : TITLE_LINES;
    struct span end = line_of(head, count - 1);
    struct span lines =
        span_slice(head->text, 0, (size_t)(end.bytes - head->text.bytes) + end.length);
    return word_search_contains_any(lines, names, COUNT_OF(names));
}

static bool open_matcher(struct message_probe *message_probe, size_t dialect_index,
                         struct fault *fault)
{
    if (message_probe->matcher != NULL)
        return true;
    const struct rule_index *rule_index =
        ruleset_rule_index(message_probe->ruleset, dialect_index, fault);
    if (rule_index != NULL)
        message_probe->matcher = matcher_open(rule_index, message_probe->limits, NULL, fault);
    return message_probe->matcher != NULL;
}

/* True for a report of this program, which may lie in the folder that it is about. */
static bool is_own_report(const struct block *head)
{
    static const char *const marks[] = {"marsift explain ", "\"failed_files\": "};
    for (size_t i = 0; i < COUNT_OF(marks); i++)
        if (span_find(head->text, span_of(marks[i])) < head->text.length)
            return true;
    return false;
}

bool message_probe_dialect(struct message_probe *message_probe, const struct block *head,
                           enum text_purpose purpose, const struct dialect **dialect,
                           bool *has_failure, struct fault *fault)
{
    const struct dialect *text =
        dialect_set_find(&message_probe->ruleset->dialects, LAST_RESORT_DIALECT);
    *dialect = NULL;
    *has_failure = false;
    if (text == NULL || head->line_count == 0)
        return true;
    message_probe->has_message = false;
    message_probe->has_failure = false;
    message_probe->head = head;
    message_probe->purpose = purpose;
    message_probe->is_example = purpose != TEXT_REPORTS || is_own_report(head);
    if (!open_matcher(message_probe, text->index, fault) ||
        !matcher_match(message_probe->matcher, head, /* is_first= */ true, /* may_merge= */ false,
                       probe_event, message_probe, fault))
        return false;
    if (message_probe->has_message || (message_probe->has_failure && names_agent(head)) ||
        (!message_probe->is_example && has_record(message_probe, head)))
        *dialect = text;
    *has_failure = message_probe->has_failure;
    return true;
}

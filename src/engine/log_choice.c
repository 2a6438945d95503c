#include "engine/log_choice.h"

#include "engine/left_over.h"
#include "grammar/record_dialect.h"
#include "text/restore_list.h"

enum { MOST_PURPOSE_LINES = 400 }; /* of a head that show what the text is for */

bool log_choice_open(struct log_choice *choice, struct ruleset *ruleset,
                     const struct limits *limits, struct fault *fault)
{
    *choice = (struct log_choice){.ruleset = ruleset, .limits = limits};
    choice->scratch = pattern_scratch_open(limits->max_regex_steps, fault);
    if (choice->scratch == NULL)
        return false;
    choice->message_probe = message_probe_open(ruleset, limits, choice->scratch, fault);
    return choice->message_probe != NULL &&
           wrapper_choice_open(&choice->wrapper_choice, ruleset, limits, choice->scratch, fault);
}

void log_choice_close(struct log_choice *choice)
{
    structured_reader_close(choice->structured_reader);
    hosted_reader_release(&choice->hosted_reader);
    wrapper_choice_close(&choice->wrapper_choice);
    wrapper_stage_release(&choice->wrapper_stage);
    pattern_scratch_close(choice->scratch);
    message_probe_close(choice->message_probe);
}

static bool feed_hosted(void *context, struct span line, struct buffer *out, struct fault *fault)
{
    return hosted_reader_feed(context, line, out, fault);
}

static bool end_hosted(void *context, struct buffer *out, struct fault *fault)
{
    return hosted_reader_end(context, out, fault);
}

static bool feed_structured(void *context, struct span line, struct buffer *out,
                            struct fault *fault)
{
    return structured_reader_feed(context, line, out, fault);
}

static bool end_structured(void *context, struct buffer *out, struct fault *fault)
{
    return structured_reader_end(context, out, fault);
}

static void choose_lines(struct log_choice *choice, const struct log *log, const struct block *head)
{
    struct dialect_choice lines =
        dialect_set_choose(&choice->ruleset->dialects, log, head, choice->scratch);
    choice->line_dialect = lines.dialect;
    choice->limited = lines.limited;
    choice->reading = lines.reading;
}

/* Chooses what to take off all lines, and takes it off those of `wrapped`. */
static bool choose_wrapper(struct log_choice *choice, const struct log *log,
                           const struct block *wrapped, struct block *head,
                           struct line_stages *stages, struct fault *fault)
{
    struct wrapper_choice *wrapper_choice = &choice->wrapper_choice;
    if (!wrapper_choice_make(wrapper_choice, log, wrapped, fault) ||
        !wrapper_choice_strip(wrapper_choice, wrapped, head, fault))
        return false;
    if (wrapper_choice->wrapper.count == 0)
        return true;
    wrapper_stage_start(&choice->wrapper_stage, &wrapper_choice->wrapper, /* has_hosts= */ false);
    stages->stages[stages->count++] = (struct line_stage){
        .context = &choice->wrapper_stage, .feed = wrapper_stage_feed, .end = wrapper_stage_end};
    return true;
}

bool log_choice_prepare(struct log_choice *choice, const struct log *log,
                        const struct block *first_block, struct line_stages *stages,
                        struct fault *fault)
{
    structured_reader_close(choice->structured_reader);
    choice->structured_reader = NULL;
    struct block head;
    if (!choose_wrapper(choice, log, first_block, &head, stages, fault))
        return false;
    choose_lines(choice, log, &head);
    choice->is_chosen = choice->line_dialect != NULL && !left_over_is_by(choice->line_dialect);
    choice->has_stages = !choice->is_chosen;
    stages->has_hosts = stages->count > 0 && wrapper_has_hosts(&choice->wrapper_choice.wrapper);
    choice->wrapper_stage.has_hosts = stages->has_hosts;
    if (choice->is_chosen)
        return true;
    choice->structured_reader = structured_reader_open(&choice->ruleset->title_index, fault);
    if (choice->structured_reader == NULL)
        return false;
    choice->border =
        (struct line_border){.dialects = &choice->ruleset->dialects, .scratch = choice->scratch};
    structured_reader_set_border(choice->structured_reader, line_border_of(&choice->border));
    hosted_reader_start(&choice->hosted_reader, choice->structured_reader);
    struct line_stage stage = {
        .context = choice->structured_reader, .feed = feed_structured, .end = end_structured};
    if (stages->has_hosts)
        stage = (struct line_stage){
            .context = &choice->hosted_reader, .feed = feed_hosted, .end = end_hosted};
    stages->stages[stages->count++] = stage;
    return true;
}

/* Chooses by record lines, and the messages' dialect for other lines that no dialect knows. */
static void choose_records(struct log_choice *choice, const struct block *head)
{
    const struct dialect_set *dialects = &choice->ruleset->dialects;
    bool is_most = false;
    const struct dialect *records = record_dialect_of_head(dialects, head, &is_most);
    const struct dialect *lines = choice->line_dialect;
    bool are_lines_known = lines != NULL && lines->kind != LOG_KIND_TEXT;
    choice->names_lines = are_lines_known && is_most;
    if (records == NULL)
        return;
    if (!are_lines_known || is_most)
        choice->reading.reason = READING_TITLES;
    if (!are_lines_known || is_most)
        choice->dialect = records;
    if (!are_lines_known)
        choice->line_dialect = dialect_set_find(dialects, MESSAGES_DIALECT);
    if (choice->line_dialect == NULL)
        choice->line_dialect = records;
}

/* Lines that a dialect of tables or consoles does not understand may be any text. */
static const struct dialect *left_over_dialect(const struct log_choice *choice)
{
    const struct dialect *lines = choice->line_dialect;
    if (lines == NULL || lines->kind == LOG_KIND_TEXT)
        return lines;
    const struct dialect *messages = dialect_set_find(&choice->ruleset->dialects, MESSAGES_DIALECT);
    return messages != NULL ? messages : lines;
}

/* Reads what no dialect knows as a text if the probe finds a message of the agent in it. */
static bool choose_by_message(struct log_choice *choice, const struct block *head,
                              struct fault *fault)
{
    bool has_failure = false;
    if (!message_probe_dialect(choice->message_probe, head, choice->purpose, &choice->dialect,
                               &has_failure, fault))
        return false;
    choice->has_failure |= has_failure;
    choice->line_dialect = choice->dialect;
    choice->reading.reason = READING_MESSAGE;
    return true;
}

static struct span line_of(const struct block *block, size_t i)
{
    return span_slice(block->text, block->lines[i].start,
                      block->lines[i].start + (size_t)block->lines[i].length);
}

static enum text_purpose purpose_of(const struct block *head)
{
    struct text_purpose_evidence evidence = {0};
    for (size_t i = 0; i < head->line_count && i < MOST_PURPOSE_LINES; i++) {
        text_purpose_note(&evidence, line_of(head, i));
    }
    return text_purpose_of(&evidence);
}

/* True if the first line with words heads files of a restore, and no line tells of a backup. */
static bool has_restore_heading(const struct block *head)
{
    size_t first = 0;
    while (first < head->line_count && span_trim(line_of(head, first)).length == 0)
        first++;
    if (first == head->line_count || !restore_list_is_heading(line_of(head, first)))
        return false;
    for (size_t i = first + 1; i < head->line_count; i++)
        if (restore_list_is_of_backup(line_of(head, i)))
            return false;
    return true;
}

bool log_choice_make(struct log_choice *choice, const struct log *log, const struct block *head,
                     struct fault *fault)
{
    choice->purpose = choice->is_chosen ? TEXT_REPORTS : purpose_of(head);
    if (!choice->is_chosen)
        choose_lines(choice, log, head);
    choice->is_chosen = false;
    if (log->passed_lines == 0)
        choice->has_failure = false;
    choice->dialect = choice->line_dialect;
    choice->names_lines = false;
    if (choice->has_stages)
        choose_records(choice, head);
    if (choice->dialect == NULL && !choose_by_message(choice, head, fault))
        return false;
    choice->left_over_dialect = left_over_dialect(choice);
    choice->is_of_restore = choice->line_dialect != NULL &&
                            choice->line_dialect->kind != LOG_KIND_ENGINE_LOG &&
                            (restore_list_is_name(span_of(log->name)) || has_restore_heading(head));
    return true;
}

/* True if the log is a trace or a list, whose lines have passed no structured reader, and records
 * of other kinds may be among them: somebody may have put several outputs into one text. */
static bool may_hold_records(const struct log_choice *choice)
{
    return !choice->has_stages && !choice->line_dialect->is_users;
}

/* True for files listed somewhere in a text, a mail maybe: other lines of it may tell more. */
static bool is_list_in_text(const struct log_choice *choice)
{
    return choice->line_dialect->kind == LOG_KIND_FAILED_FILES_LIST &&
           choice->reading.reason != READING_NAME;
}

struct block_log log_choice_block_log(const struct log_choice *choice)
{
    const struct title_index *records = &choice->ruleset->title_index;
    return (struct block_log){.dialect_index = choice->line_dialect->index,
                              .evidence = choice->reading.evidence,
                              .purpose = choice->purpose,
                              .left_over_dialect = choice->left_over_dialect->index,
                              .dialects = &choice->ruleset->dialects,
                              .leaves_over = is_list_in_text(choice),
                              .takes_turns = choice->has_stages,
                              .names_lines = choice->names_lines,
                              .is_list = choice->line_dialect->kind == LOG_KIND_FAILED_FILES_LIST,
                              .is_of_restore = choice->is_of_restore,
                              .records = may_hold_records(choice) ? records : NULL};
}

struct log_facts log_choice_facts(const struct log_choice *choice, const struct log *log)
{
    return (struct log_facts){.source = log->source,
                              .member = log->member,
                              .name = log->name,
                              .host = log->host,
                              .modified = log->modified,
                              .kind = choice->dialect->kind,
                              .kind_name = choice->dialect->kind_name,
                              .grammar = choice->dialect->name,
                              .reading = choice->reading,
                              .named_directly = log->named_directly,
                              .taken_off = wrapper_kinds_of(&choice->wrapper_choice.wrapper)};
}

#include "engine/reading_quality.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "engine/left_over.h"
#include "engine/line_border.h"
#include "engine/message_probe.h"
#include "engine/structured_block.h"
#include "grammar/record_dialect.h"
#include "input/encoding/line_index.h"

enum {
    /* What a record is worth that a rule understands, and each line that continues it; each field
     * of it is worth 1 more. */
    RECORD_WORTH = 4,
    /* The same of a record of a table or list, which has several lines, and its titles. */
    RECORD_LINE_WORTH = 8,
    /* What a path is worth that begins like one of Windows: a mark before it may hide its drive. */
    PATH_WORTH = 2
};

struct reading_quality {
    struct ruleset *ruleset;
    const struct limits *limits;
    struct pattern_scratch *scratch;
    struct matcher **matchers; /* by dialect; each NULL until it is needed */
    struct line *lines;        /* those to measure */
    size_t line_capacity;
    struct structured_block structured; /* the lines, as the structured reader left them */
    const struct block *block;          /* that is being matched */
    struct line *left_over;             /* lines that its dialect leaves over for messages */
    size_t left_over_count;
    size_t left_over_capacity;
    bool leaves_over;
    struct fault *fault;
    struct reading_worth worth;
};

struct reading_quality *reading_quality_open(struct ruleset *ruleset, const struct limits *limits,
                                             struct pattern_scratch *scratch, struct fault *fault)
{
    struct reading_quality *quality = memory_allocate(1, sizeof *quality, fault);
    if (quality == NULL)
        return NULL;
    *quality = (struct reading_quality){.ruleset = ruleset, .limits = limits, .scratch = scratch};
    quality->matchers = memory_allocate(ruleset->dialects.count, sizeof *quality->matchers, fault);
    if (quality->matchers != NULL)
        return quality;
    reading_quality_close(quality);
    return NULL;
}

void reading_quality_close(struct reading_quality *quality)
{
    if (quality == NULL)
        return;
    for (size_t i = 0; quality->matchers != NULL && i < quality->ruleset->dialects.count; i++)
        matcher_close(quality->matchers[i]);
    memory_free(quality->matchers);
    memory_free(quality->lines);
    memory_free(quality->left_over);
    structured_block_release(&quality->structured);
    memory_free(quality);
}

static bool begins_like_a_path(struct span path)
{
    return path.length > 2 && ((ascii_is_letter(path.bytes[0]) && path.bytes[1] == ':') ||
                               (path.bytes[0] == '\\' && path.bytes[1] == '\\'));
}

static bool leave_over(struct reading_quality *quality, const struct event *event)
{
    void *lines = quality->left_over;
    size_t count = quality->left_over_count + event->line_count;
    if (!memory_reserve(&lines, &quality->left_over_capacity, count, sizeof *quality->left_over,
                        quality->fault))
        return false;
    quality->left_over = lines;
    for (size_t i = 0; i < event->line_count; i++)
        quality->left_over[quality->left_over_count++] = quality->block->lines[event->line + i];
    return true;
}

static bool add_event(void *context, const struct event *event)
{
    struct reading_quality *quality = context;
    if (quality->leaves_over && event->rule == NULL && left_over_may_be(quality->block, event))
        return leave_over(quality, event);
    bool is_message = event->literal != EVENT_NO_LITERAL; /* of the catalog */
    bool is_unparsed = event->class == VERDICT_UNPARSED && !is_message;
    if (is_unparsed)
        quality->worth.unparsed += event->line_count;
    if (event->class == VERDICT_FRAME || (is_unparsed && !event->is_record))
        return true;
    if (!is_unparsed)
        quality->worth.understood += RECORD_WORTH * (event->line_count > 0 ? event->line_count : 1);
    for (size_t field = 0; field < FIELD_COUNT; field++)
        quality->worth.understood +=
            event->fields[field].length > 0 && field != FIELD_HOST && field != FIELD_MESSAGE;
    if (begins_like_a_path(event->fields[FIELD_PATH]))
        quality->worth.understood += PATH_WORTH;
    return true;
}

static struct matcher *matcher_of(struct reading_quality *quality, const struct dialect *dialect,
                                  struct fault *fault)
{
    struct matcher **matcher = &quality->matchers[dialect->index];
    if (*matcher != NULL)
        return *matcher;
    const struct rule_index *rule_index =
        ruleset_rule_index(quality->ruleset, dialect->index, fault);
    if (rule_index != NULL)
        *matcher = matcher_open(rule_index, quality->limits, quality->scratch, fault);
    return *matcher;
}

/* Counts the cells of record lines, and empties these lines. */
static void take_record_lines(struct reading_quality *quality, const struct block *block)
{
    for (size_t i = 0; i < block->line_count; i++) {
        struct line *line = &quality->structured.lines[i];
        struct span cells =
            span_slice(block->text, line->start, line->start + (size_t)line->length);
        if (record_dialect_of_line(&quality->ruleset->dialects, cells) == NULL)
            continue;
        quality->worth.understood += RECORD_LINE_WORTH;
        for (size_t at = 1; at < cells.length; at++)
            quality->worth.understood += cells.bytes[at - 1] == '\t' && cells.bytes[at] != '\t';
        line->length = 0;
    }
}

/* Matches the block by a dialect, and what it leaves over by that of messages. */
static bool match_block(struct reading_quality *quality, const struct block *block,
                        const struct dialect_choice *choice, struct fault *fault)
{
    const struct dialect_set *dialects = &quality->ruleset->dialects;
    const struct dialect *messages = dialect_set_find(dialects, MESSAGES_DIALECT);
    bool is_known = choice->dialect != NULL && choice->dialect->kind != LOG_KIND_TEXT;
    const struct dialect *dialect = is_known ? choice->dialect : messages;
    if (dialect == NULL)
        return true;
    struct matcher *matcher = matcher_of(quality, dialect, fault);
    if (matcher == NULL)
        return false;
    quality->block = block;
    quality->left_over_count = 0;
    quality->leaves_over = dialect != messages && messages != NULL && left_over_is_by(dialect);
    quality->fault = fault;
    matcher_set_evidence(matcher, choice->reading.evidence);
    if (!matcher_match(matcher, block, /* is_first= */ true, /* may_merge= */ false, add_event,
                       quality, fault))
        return false;
    struct block left_over = {
        .text = block->text, .lines = quality->left_over, .line_count = quality->left_over_count};
    quality->leaves_over = false;
    if (left_over.line_count == 0)
        return true;
    matcher = matcher_of(quality, messages, fault);
    return matcher != NULL && matcher_match(matcher, &left_over, /* is_first= */ true,
                                            /* may_merge= */ false, add_event, quality, fault);
}

/* True for a dialect of what consoles, mails and people write. */
static bool is_of_prose(const struct dialect *dialect)
{
    switch (dialect == NULL ? LOG_KIND_TEXT : dialect->kind) {
    case LOG_KIND_EVENTS:
    case LOG_KIND_JOB_TABLE:
    case LOG_KIND_CONSOLE:
    case LOG_KIND_SYSTEM_INFORMATION:
    case LOG_KIND_MESSAGES:
    case LOG_KIND_TEXT:
        return true;
    default:
        return false;
    }
}

bool reading_quality_measure(struct reading_quality *quality, const struct log *log,
                             struct span lines, struct reading_worth *worth, struct fault *fault)
{
    quality->worth = *worth = (struct reading_worth){.understood = 0};
    struct line_index index = {.lines = &quality->lines, .capacity = &quality->line_capacity};
    uint64_t max_line_bytes = quality->limits->max_line_bytes;
    if (!line_index_find(lines, max_line_bytes, &index, fault))
        return false;
    struct block block = {.text = lines, .lines = quality->lines, .line_count = index.count};
    bool has_records = false;
    struct line_border border = {.dialects = &quality->ruleset->dialects,
                                 .scratch = quality->scratch};
    if (!structured_block_read(&quality->structured, &quality->ruleset->title_index,
                               line_border_of(&border), max_line_bytes, &block, &block,
                               &has_records, fault))
        return false;
    if (has_records)
        take_record_lines(quality, &block);
    struct dialect_choice choice =
        dialect_set_choose(&quality->ruleset->dialects, log, &block, quality->scratch);
    quality->worth.is_prose = is_of_prose(choice.dialect);
    bool done = match_block(quality, &block, &choice, fault);
    *worth = quality->worth;
    worth->has_records = has_records;
    return done;
}

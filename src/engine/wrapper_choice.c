#include "engine/wrapper_choice.h"

#include "base/memory.h"
#include "input/encoding/line_index.h"
#include "input/wrapper/sentence_break.h"
#include "text/utf8.h"

/* How much better a reading without a wrapper must be than one with it: a 16th. Of the head of a
 * log not more bytes are tried, and no more of a line: patterns are slow on long ones. */
enum { MARGIN_DIVISOR = 16, MAX_HEAD_BYTES = 64 * 1024, MAX_TRIED_LINE_BYTES = 4096 };

/* What headings over numbered lines, and numbers or quote marks of all lines, are worth as
 * evidence: an 8th, and more than what a line may be taken for. */
enum { MARKS_DIVISOR = 8, MARKS_WORTH = 16 };

bool wrapper_choice_open(struct wrapper_choice *choice, struct ruleset *ruleset,
                         const struct limits *limits, struct pattern_scratch *scratch,
                         struct fault *fault)
{
    choice->max_line_bytes = limits->max_line_bytes;
    choice->quality = reading_quality_open(ruleset, limits, scratch, fault);
    return choice->quality != NULL;
}

void wrapper_choice_close(struct wrapper_choice *choice)
{
    reading_quality_close(choice->quality);
    wrapper_stage_release(&choice->stage);
    buffer_release(&choice->text);
    buffer_release(&choice->head_text);
    memory_free(choice->head_lines);
}

/* Returns the start of the line, cut between characters if it is long. */
static struct span tried_part(struct span line)
{
    size_t end = line.length < MAX_TRIED_LINE_BYTES ? line.length : MAX_TRIED_LINE_BYTES;
    while (end < line.length && end > 0 && utf8_is_continuation(line.bytes[end]))
        end--;
    return span_slice(line, 0, end);
}

static struct span line_of(const struct block *block, size_t index)
{
    const struct line *line = &block->lines[index];
    return span_slice(block->text, line->start, line->start + (size_t)line->length);
}

/* Takes the wrapper off the head of the log. */
static bool strip_head(struct wrapper_choice *choice, const struct wrapper *wrapper,
                       const struct block *head, struct fault *fault)
{
    size_t count = 0;
    choice->text.length = 0;
    wrapper_stage_start(&choice->stage, wrapper, /* has_hosts= */ false);
    while (count < head->line_count && count < MAX_WRAPPER_HEAD_LINES &&
           choice->text.length < MAX_HEAD_BYTES) {
        struct span text = line_of(head, count++);
        if (!wrapper_stage_feed(&choice->stage, tried_part(text), &choice->text, fault))
            return false;
    }
    if (!wrapper_stage_end(&choice->stage, &choice->text, fault))
        return false;
    struct span rest = buffer_span(&choice->text);
    choice->line_count = count;
    for (size_t i = 0; i < count; i++) {
        choice->lines[i] = span_slice(rest, 0, span_find_byte(rest, '\n'));
        rest = span_slice(rest, choice->lines[i].length + 1, rest.length);
    }
    return true;
}

static void add_trial(struct wrapper_choice *choice, const struct wrapper *wrapper,
                      struct wrapper_step step)
{
    if (choice->trial_count == MAX_WRAPPER_TRIALS)
        return;
    struct wrapper *trial = &choice->trials[choice->trial_count++];
    *trial = *wrapper;
    trial->steps[trial->count++] = step;
}

/* Takes all evident steps. */
static bool take_evident(struct wrapper_choice *choice, struct wrapper *wrapper,
                         const struct block *head, struct wrapper_proposals *proposals,
                         struct fault *fault)
{
    for (;;) {
        wrapper_finder_propose(wrapper, choice->lines, choice->line_count, proposals);
        if (!proposals->has_evident)
            return true;
        wrapper->steps[wrapper->count++] = proposals->evident;
        if (!strip_head(choice, wrapper, head, fault))
            return false;
    }
}

/* Reads the head without the next wrapper on trial, and adds those that may be below it. */
static bool try_next(struct wrapper_choice *choice, const struct log *log, const struct block *head,
                     struct wrapper *wrapper, struct reading_worth *worth, struct fault *fault)
{
    struct wrapper_proposals proposals;
    *wrapper = choice->trials[--choice->trial_count];
    if (!strip_head(choice, wrapper, head, fault) ||
        !take_evident(choice, wrapper, head, &proposals, fault))
        return false;
    for (size_t i = 0; i < proposals.count; i++)
        add_trial(choice, wrapper, proposals.steps[i]);
    choice->tried++;
    if (!reading_quality_measure(choice->quality, log, buffer_span(&choice->text), worth, fault))
        return false;
    for (size_t i = 0; i < wrapper->count; i++)
        if (wrapper->steps[i].has_headings || wrapper->steps[i].marks_all)
            worth->understood += worth->understood / MARKS_DIVISOR + MARKS_WORTH;
    return true;
}

/* True if the text is clearly understood better without `wrapper`, or no worse and with fewer lines
 * that nothing is understood of, or better with a shorter chain of steps. */
static bool is_better(const struct wrapper_choice *choice, const struct wrapper *wrapper,
                      const struct reading_worth *worth, const struct reading_worth *best)
{
    enum wrapper_kind last =
        wrapper->count > 0 ? wrapper->steps[wrapper->count - 1].kind : WRAPPER_KIND_COUNT;
    bool joins_lines = last == WRAPPER_BREAKS;
    /* Doubled backslashes are escapes, if no record undoes them. */
    if (last == WRAPPER_ESCAPES && !best->has_records && worth->understood > 0 &&
        worth->understood >= best->understood)
        return true;
    if (!joins_lines && worth->understood > 0 && worth->understood >= best->understood &&
        worth->unparsed < best->unparsed)
        return true;
    return worth->understood > best->understood + best->understood / MARGIN_DIVISOR ||
           (worth->understood > best->understood && wrapper->count < choice->wrapper.count);
}

static bool choose_steps(struct wrapper_choice *choice, const struct log *log,
                         const struct block *head, struct fault *fault)
{
    struct wrapper wrapper = {.count = 0};
    struct wrapper_proposals proposals;
    struct reading_worth best;
    struct reading_worth worth;
    choice->wrapper = wrapper;
    choice->trial_count = 0;
    if (!strip_head(choice, &wrapper, head, fault))
        return false;
    wrapper_finder_propose(&wrapper, choice->lines, choice->line_count, &proposals);
    if (!proposals.has_evident && proposals.count == 0)
        return true;
    if (!reading_quality_measure(choice->quality, log, buffer_span(&choice->text), &best, fault))
        return false;
    choice->trials[choice->trial_count++] = wrapper;
    for (choice->tried = 0; choice->trial_count > 0 && choice->tried < MAX_WRAPPER_TRIALS;) {
        if (!try_next(choice, log, head, &wrapper, &worth, fault))
            return false;
        bool is_evident = choice->tried == 1 && worth.understood >= best.understood;
        if (is_evident || is_better(choice, &wrapper, &worth, &best)) {
            choice->wrapper = wrapper;
            best = worth;
        }
    }
    return true;
}

/* Joins sentences that were wrapped. No count of understood lines asks for it: both halves of a
 * failure may be understood, and count twice. */
static bool add_sentence_breaks(struct wrapper_choice *choice, const struct log *log,
                                const struct block *head, struct fault *fault)
{
    struct wrapper *wrapper = &choice->wrapper;
    struct wrapper_step breaks;
    struct reading_worth worth;
    bool has_room =
        wrapper->count < MAX_WRAPPER_STEPS &&
        (wrapper->count == 0 || wrapper->steps[wrapper->count - 1].kind != WRAPPER_BREAKS);
    if (!has_room)
        return true;
    if (!strip_head(choice, wrapper, head, fault))
        return false;
    if (!sentence_break_find(choice->lines, choice->line_count, &breaks))
        return true;
    if (!reading_quality_measure(choice->quality, log, buffer_span(&choice->text), &worth, fault))
        return false;
    if (worth.is_prose)
        wrapper->steps[wrapper->count++] = breaks;
    return true;
}

bool wrapper_choice_make(struct wrapper_choice *choice, const struct log *log,
                         const struct block *head, struct fault *fault)
{
    return choose_steps(choice, log, head, fault) && add_sentence_breaks(choice, log, head, fault);
}

bool wrapper_choice_strip(struct wrapper_choice *choice, const struct block *wrapped,
                          struct block *head, struct fault *fault)
{
    struct wrapper_stage *stage = &choice->stage;
    *head = *wrapped;
    if (choice->wrapper.count == 0)
        return true;
    wrapper_stage_start(stage, &choice->wrapper, /* has_hosts= */ false);
    choice->head_text.length = 0;
    for (size_t i = 0; i < wrapped->line_count; i++)
        if (!wrapper_stage_feed(stage, line_of(wrapped, i), &choice->head_text, fault))
            return false;
    struct line_index index = {.lines = &choice->head_lines, .capacity = &choice->head_capacity};
    if (!wrapper_stage_end(stage, &choice->head_text, fault) ||
        !line_index_find(buffer_span(&choice->head_text), choice->max_line_bytes, &index, fault))
        return false;
    *head = (struct block){.text = buffer_span(&choice->head_text),
                           .lines = choice->head_lines,
                           .line_count = index.count};
    return true;
}

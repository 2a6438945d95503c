#include "input/wrapper/wrapper_finder.h"

#include "base/count_of.h"
#include "input/wrapper/screen_break.h"
#include "input/wrapper/wrapper_diff.h"
#include "input/wrapper/wrapper_evidence.h"
#include "input/wrapper/wrapper_head.h"
#include "input/wrapper/wrapper_host.h"
#include "input/wrapper/wrapper_match.h"
#include "input/wrapper/wrapper_prefix.h"
#include "input/wrapper/wrapper_table.h"
#include "input/wrapper/wrapper_tag.h"
#include "input/wrapper/wrapper_text.h"

enum {
    /* The share of the lines that are not blank that a mark must be on. */
    MOST_PERCENT = 80,
    /* The same of line numbers, which lines that a message goes on with may lack. */
    NUMBERED_PERCENT = 60,
    /* The same of marks that a text may begin with later: a mail quotes another after a greeting.
     */
    HALF_PERCENT = 40,
    /* The share of the line numbers that are higher than the one before. */
    RISING_PERCENT = 90,
    /* A search may go through the results of another one. */
    MAX_EQUAL_STEPS = 2
};

struct head {
    const struct span *lines;
    size_t count;
    size_t text_count; /* lines that are neither blank nor a search's own */
};

static bool is_share(const struct head *head, size_t hits, size_t percent)
{
    return hits > 0 && hits * 100 >= head->text_count * percent;
}

static void propose(struct wrapper_proposals *proposals, struct wrapper_step step)
{
    if (proposals->count < MAX_WRAPPER_PROPOSALS)
        proposals->steps[proposals->count++] = step;
}

/* Counts the names of logs that stand alone over numbered lines: only a search writes that. */
static size_t count_headings(const struct head *head, const struct wrapper_step *step)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < head->count; i++) {
        struct span next = head->lines[i + 1];
        struct span file;
        count += wrapper_host_is_heading(head->lines[i], &file) &&
                 wrapper_prefix_number(step, &next, NULL);
    }
    return count;
}

/* True if `number` may be that of the line after line `last`. Searches leave lines out, and write a
 * colon or the like; a listing numbers all lines, and a sorted list of sizes only looks like one.
 */
static bool may_follow(const struct wrapper_step *step, size_t last, size_t number)
{
    bool is_listing = step->mark == '\t' || step->mark == ' ' || step->mark == '|';
    return is_listing ? number == last + 1 : number > last;
}

/* Line numbers rise, up to a line without one, where another file may begin; times and other
 * numbers at the heads of lines seldom do. */
static bool has_numbers(const struct head *head, const struct wrapper_step *step,
                        size_t heading_count)
{
    size_t hits = 0;
    size_t pairs = 0;
    size_t rising = 0;
    size_t last = 0;
    bool follows = false;
    for (size_t i = 0; i < head->count; i++) {
        struct span text = head->lines[i];
        size_t number = 0;
        bool has_number = wrapper_prefix_number(step, &text, &number);
        pairs += has_number && follows;
        rising += has_number && follows && may_follow(step, last, number);
        last = number;
        follows = has_number;
        hits += has_number;
    }
    struct head texts = *head;
    texts.text_count -= heading_count;
    return is_share(&texts, hits, NUMBERED_PERCENT) && rising * 100 >= pairs * RISING_PERCENT;
}

/* True if all lines are numbered from 1 on: nothing but a search or a listing does that. */
static bool counts_all(const struct head *head, const struct wrapper_step *step)
{
    enum { FEWEST_LINES = 3 };
    static const struct wrapper_step file_step = {.kind = WRAPPER_FILES};
    static const struct wrapper_step number_step = {.kind = WRAPPER_NUMBERS, .mark = ':'};
    for (size_t i = 0; i < head->count; i++) {
        struct span text = head->lines[i];
        struct span file;
        size_t number = 0;
        if (step->kind == WRAPPER_FILES && !wrapper_prefix_file(&file_step, &text, &file))
            return false;
        const struct wrapper_step *used = step->kind == WRAPPER_FILES ? &number_step : step;
        if (!wrapper_prefix_number(used, &text, &number) || number != i + 1)
            return false;
    }
    return head->count >= FEWEST_LINES;
}

static void propose_number(const struct head *head, struct wrapper_step step,
                           struct wrapper_proposals *proposals)
{
    size_t heading_count = count_headings(head, &step);
    step.has_headings = heading_count > 0;
    step.marks_all = counts_all(head, &step);
    if (has_numbers(head, &step, heading_count))
        propose(proposals, step);
}

static void propose_numbers(const struct head *head, struct wrapper_proposals *proposals)
{
    for (const char *mark = wrapper_prefix_marks; *mark != '\0'; mark++) {
        struct wrapper_step step = {.kind = WRAPPER_NUMBERS, .mark = *mark};
        propose_number(head, step, proposals);
        step.has_columns = true;
        if (*mark == ':')
            propose_number(head, step, proposals);
    }
}

/* True if the folders of the names are several, or below where the search began: then they tell the
 * hosts apart. */
static bool has_folders(const struct head *head, const struct wrapper_step *step)
{
    struct span first = {0};
    for (size_t i = 0; i < head->count; i++) {
        struct span text = head->lines[i];
        struct span file;
        if (step->kind == WRAPPER_FILES ? !wrapper_prefix_file(step, &text, &file)
                                        : !wrapper_match_file(step, text, &file))
            continue;
        while (file.length > 0 && !span_is_path_separator(file.bytes[file.length - 1]))
            file.length--;
        bool is_absolute = file.length > 0 && (span_is_path_separator(file.bytes[0]) ||
                                               (file.length > 2 && file.bytes[1] == ':'));
        if (!is_absolute || (first.bytes != NULL && !span_equals(first, file)))
            return true;
        first = file;
    }
    return false;
}

static void propose_files(const struct head *head, struct wrapper_proposals *proposals)
{
    for (int variant = 0; variant < 3; variant++) {
        struct wrapper_step step = {
            .kind = WRAPPER_FILES, .has_numbers = variant > 0, .has_columns = variant > 1};
        size_t hits = 0;
        for (size_t i = 0; i < head->count; i++) {
            struct span text = head->lines[i];
            struct span file;
            hits += wrapper_prefix_file(&step, &text, &file);
        }
        if (!is_share(head, hits, MOST_PERCENT))
            continue;
        step.trusts_folders = has_folders(head, &step);
        step.marks_all = step.has_numbers && counts_all(head, &step);
        propose(proposals, step);
    }
}

/* What a search gives as objects, with the line among their properties. */
static void propose_matches(const struct head *head, struct wrapper_proposals *proposals)
{
    struct wrapper_step step;
    if (!wrapper_match_find(head->lines, head->count, &step))
        return;
    step.trusts_folders = has_folders(head, &step);
    propose(proposals, step);
}

static size_t count_lines(const struct head *head, bool (*has_mark)(struct span *text))
{
    size_t hits = 0;
    for (size_t i = 0; i < head->count; i++) {
        struct span text = head->lines[i];
        hits += has_mark(&text);
    }
    return hits;
}

/* Other spaces, and separators other than tabs, where the grammars expect blanks and tabs. */
static void propose_separators(const struct head *head, struct wrapper_proposals *proposals)
{
    static const char separators[] = ",;|";
    size_t blanks = 0;
    for (size_t i = 0; i < head->count; i++)
        blanks += wrapper_text_has_blanks(head->lines[i]);
    if (blanks > 0)
        propose(proposals, (struct wrapper_step){.kind = WRAPPER_BLANKS});
    for (const char *separator = separators; *separator != '\0'; separator++) {
        size_t hits = 0;
        for (size_t i = 0; i < head->count; i++)
            hits += wrapper_table_has_columns(head->lines[i], *separator);
        if (is_share(head, hits, HALF_PERCENT))
            propose(proposals, (struct wrapper_step){.kind = WRAPPER_COLUMNS, .mark = *separator});
    }
}

static bool has_syslog_head(struct span *text)
{
    struct span host;
    return wrapper_head_syslog(text, &host);
}

static void propose_marks(const struct head *head, struct wrapper_proposals *proposals)
{
    static const struct {
        enum wrapper_kind kind;
        size_t percent;
        bool (*has_mark)(struct span *text);
    } marks[] = {
        {WRAPPER_SYSLOG, MOST_PERCENT, has_syslog_head},
        {WRAPPER_CONTAINER, MOST_PERCENT, wrapper_head_container},
        {WRAPPER_QUOTES, HALF_PERCENT, wrapper_prefix_quotes},
        {WRAPPER_TABLE, HALF_PERCENT, wrapper_table_row},
        {WRAPPER_BULLETS, HALF_PERCENT, wrapper_prefix_bullet},
        {WRAPPER_BOLD, HALF_PERCENT, wrapper_tag_is_bold},
        {WRAPPER_DIFF, MOST_PERCENT, wrapper_diff_has_mark},
    };
    for (size_t i = 0; i < COUNT_OF(marks); i++)
        if (is_share(head, count_lines(head, marks[i].has_mark), marks[i].percent))
            propose(proposals, (struct wrapper_step){.kind = marks[i].kind});
}

static size_t count_steps(const struct wrapper *wrapper, enum wrapper_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < wrapper->count; i++)
        count += wrapper->steps[i].kind == kind;
    return count;
}

/* Finds the next step that stands on evidence of its own. */
static bool find_evident(const struct wrapper *wrapper, const struct span *lines, size_t count,
                         struct wrapper_step *step)
{
    /* JSON has escapes of its own, which are undone with it. */
    if (count_steps(wrapper, WRAPPER_MATCHES) == 0 && wrapper_match_find_json(lines, count, step))
        return true;
    for (size_t kind = 0; kind < WRAPPER_KIND_COUNT; kind++) {
        *step = (struct wrapper_step){.kind = (enum wrapper_kind)kind,
                                      .marks_all = kind == WRAPPER_QUOTES};
        if (count_steps(wrapper, step->kind) == 0 &&
            wrapper_evidence_of(wrapper, lines, count, step->kind))
            return true;
    }
    return false;
}

void wrapper_finder_propose(const struct wrapper *wrapper, const struct span *lines, size_t count,
                            struct wrapper_proposals *proposals)
{
    struct head head = {.lines = lines, .count = count};
    *proposals = (struct wrapper_proposals){.count = 0};
    /* Lines are joined after all else. */
    if (wrapper->count == MAX_WRAPPER_STEPS ||
        (wrapper->count > 0 && wrapper->steps[wrapper->count - 1].kind == WRAPPER_BREAKS))
        return;
    for (size_t i = 0; i < count; i++)
        head.text_count += span_trim(lines[i]).length > 0 && !wrapper_prefix_is_frame(lines[i]);
    proposals->has_evident = find_evident(wrapper, lines, count, &proposals->evident);
    if (proposals->has_evident)
        return;
    if (count_steps(wrapper, WRAPPER_MATCHES) == 0)
        propose_matches(&head, proposals);
    propose_numbers(&head, proposals);
    propose_files(&head, proposals);
    propose_marks(&head, proposals);
    propose_separators(&head, proposals);
    if (count_steps(wrapper, WRAPPER_ESCAPES) == 0 && wrapper_evidence_may_escape(lines, count))
        propose(proposals, (struct wrapper_step){.kind = WRAPPER_ESCAPES});
    struct wrapper_step breaks;
    if (screen_break_find(lines, count, &breaks))
        propose(proposals, breaks);
    for (size_t i = 0; i < proposals->count;) {
        if (count_steps(wrapper, proposals->steps[i].kind) >= MAX_EQUAL_STEPS)
            proposals->steps[i] = proposals->steps[--proposals->count];
        else
            i++;
    }
}

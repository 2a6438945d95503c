#include "grammar/dialect_evidence.h"

#include "base/ascii.h"
#include "input/structured/record_titles.h"
#include "text/utf8.h"

enum {
    /* The share of the lines that are not blank that `detect` must fit: damaged logs pass, texts
     * that quote a line or two do not. */
    MIN_SHARE_PERCENT = 20,
    /* The share that `likely` must fit: nothing else is in the text, or hardly anything. */
    MIN_LIKELY_PERCENT = 90,
    /* So many lines are tried before `likely` is given up. */
    MIN_LINES_TRIED = 10,
    /* No more of a line is weighed: patterns are slow on long ones, and say by then what it is. */
    MAX_WEIGHED_LINE_BYTES = 2048
};

/* The lines at the head, by what fits them. */
struct evidence_count {
    size_t detect_lines;
    size_t likely_lines; /* that `detect` or `likely` fits; this and the following are 0 where the
                            dialect has neither `likely` nor `against` */
    size_t title_lines;  /* of the others: that `heading` or `hint` fits */
    size_t against_lines;
    bool has_title;       /* `heading` or `hint` fits any line */
    bool has_other_title; /* none of them fits the first line: it says what the text is, in whatever
                             language */
};

/* Returns the start of the line, cut between characters if it is long. */
static struct span weighed_part(struct span line)
{
    size_t end = line.length < MAX_WEIGHED_LINE_BYTES ? line.length : MAX_WEIGHED_LINE_BYTES;
    while (end < line.length && end > 0 && utf8_is_continuation(line.bytes[end]))
        end--;
    return span_slice(line, 0, end);
}

void dialect_evidence_collect_lines(const struct block *head, struct head_lines *lines)
{
    lines->count = 0;
    for (size_t i = 0; i < head->line_count && lines->count < HEAD_LINES; i++) {
        const struct line *line = &head->lines[i];
        struct span text = span_slice(head->text, line->start, line->start + line->length);
        if (span_trim(text).length > 0 && !record_titles_is_marked(text))
            lines->lines[lines->count++] = weighed_part(text);
    }
}

bool dialect_evidence_fits(const struct pattern *pattern, struct span text,
                           struct evidence_search *search)
{
    if (pattern == NULL)
        return false;
    enum pattern_result result = pattern_match(pattern, search->scratch, text, NULL);
    search->hit_step_limit = search->hit_step_limit || result == PATTERN_STEP_LIMIT;
    return result == PATTERN_MATCH;
}

static size_t percent_of(size_t part, size_t whole)
{
    return whole > 0 ? part * 100 / whole : 0;
}

static size_t count_fitting(const struct pattern *pattern, const struct head_lines *head,
                            struct evidence_search *search)
{
    size_t count = 0;
    for (size_t i = 0; pattern != NULL && i < head->count; i++)
        count += dialect_evidence_fits(pattern, head->lines[i], search);
    return count;
}

static bool any_fits(const struct pattern *pattern, const struct head_lines *head,
                     struct evidence_search *search)
{
    for (size_t i = 0; pattern != NULL && i < head->count; i++)
        if (dialect_evidence_fits(pattern, head->lines[i], search))
            return true;
    return false;
}

/* True if the line is the folder of another one, however the lines are sorted. */
static bool is_folder_of_another(struct span folder, const struct head_lines *head)
{
    for (size_t i = 0; i < head->count; i++) {
        struct span line = span_trim(head->lines[i]);
        if (line.length > folder.length + 1 && line.bytes[folder.length] == '\\' &&
            span_equals_ignoring_case(span_slice(line, 0, folder.length), folder))
            return true;
    }
    return false;
}

static bool has_folder_of_another(const struct head_lines *head)
{
    for (size_t i = 0; i < head->count; i++) {
        struct span line = span_trim(head->lines[i]);
        if (line.length > 0 && line.bytes[line.length - 1] == '\\')
            line.length--;
        if (line.length > 0 && is_folder_of_another(line, head))
            return true;
    }
    return false;
}

/* Counts the lines that `detect` or `likely` fits, and those that speak against the dialect, each
 * once. Titles are neither: what is below them counts. Stops where it is certain that nothing
 * speaks for the dialect: most logs are of another one, and long lines cost. */
static void count_likely(const struct dialect *dialect, const struct head_lines *head,
                         bool is_known, struct evidence_search *search,
                         struct evidence_count *count)
{
    size_t other_lines = 0;
    for (size_t i = 0; i < head->count; i++) {
        struct span line = head->lines[i];
        bool is_likely_line = dialect_evidence_fits(dialect->likely, line, search) ||
                              dialect_evidence_fits(dialect->detect, line, search);
        bool is_title = dialect_evidence_fits(dialect->heading, line, search) ||
                        dialect_evidence_fits(dialect->hint, line, search);
        count->has_title = count->has_title || is_title;
        count->has_other_title = count->has_other_title || (i == 0 && !is_likely_line && !is_title);
        if (is_likely_line)
            count->likely_lines++;
        else if (is_title)
            count->title_lines++;
        else if (dialect_evidence_fits(dialect->against, line, search))
            count->against_lines++;
        else
            other_lines++;
        bool is_unlikely =
            percent_of(count->against_lines + other_lines, head->count) > 100 - MIN_LIKELY_PERCENT;
        if (is_unlikely && !is_known && i >= MIN_LINES_TRIED &&
            count->detect_lines + count->likely_lines == 0)
            return;
    }
}

static bool is_rule(struct span line)
{
    for (size_t i = 0; i < line.length; i++)
        if (ascii_is_letter_or_digit(line.bytes[i]) || !ascii_contains(line.bytes[i]))
            return false;
    return true;
}

static bool has_path(struct span line)
{
    return span_find(line, span_of(":\\")) < line.length ||
           span_starts_with_ignoring_case(span_trim(line), span_of("\\\\"));
}

/* True if the text says of each run of lines that fit, right above or below it, what they are,
 * whatever else is in the text: no path is among the other lines. */
static bool is_announced(const struct dialect *dialect, const struct head_lines *head,
                         struct evidence_search *search)
{
    bool has_title = false; /* above the present line */
    bool is_open = false;   /* a run without a title above it, so far */
    bool has_run = false;
    for (size_t i = 0; i < head->count; i++) {
        struct span line = head->lines[i];
        if (is_rule(line))
            continue;
        if (dialect_evidence_fits(dialect->likely, line, search) ||
            dialect_evidence_fits(dialect->detect, line, search)) {
            is_open = is_open || !has_title;
            has_run = true;
            continue;
        }
        has_title = dialect_evidence_fits(dialect->heading, line, search) ||
                    dialect_evidence_fits(dialect->hint, line, search);
        if (has_path(line) || (is_open && !has_title))
            return false;
        has_title = has_title && !is_open; /* what closed a run opens none */
        is_open = false;
    }
    return has_run && !is_open;
}

/* True if `likely` counts although neither name nor heading says what the log is. */
static bool is_likely(const struct dialect *dialect, const struct log *log,
                      const struct head_lines *head, struct evidence_search *search,
                      const struct evidence_count *count, bool has_lines)
{
    bool is_alone =
        (log->named_directly || count->has_title || has_lines) &&
        (!count->has_other_title || has_lines) &&
        percent_of(count->likely_lines, head->count - count->title_lines) >= MIN_LIKELY_PERCENT;
    return count->against_lines == 0 && count->likely_lines > 0 &&
           (is_alone || (count->title_lines > 0 && is_announced(dialect, head, search))) &&
           !dialect_evidence_fits(dialect->other_names, span_of(log->name), search) &&
           !(dialect->is_flat && has_folder_of_another(head));
}

/* True if as many lines speak against the dialect as `detect` fits. */
static bool is_refuted(const struct evidence_count *count)
{
    return count->against_lines > 0 && count->against_lines >= count->detect_lines;
}

/* True if titles of something else stand above the first line that `detect` fits. */
static bool has_other_heading(const struct dialect *dialect, const struct head_lines *head,
                              struct evidence_search *search)
{
    for (size_t i = 0; dialect->other_heading != NULL && i < head->count; i++) {
        if (dialect_evidence_fits(dialect->other_heading, head->lines[i], search))
            return true;
        if (dialect_evidence_fits(dialect->detect, head->lines[i], search))
            return false;
    }
    return false;
}

/* Returns the bits of enum evidence. */
static unsigned find_evidence(const struct dialect *dialect, const struct log *log,
                              const struct head_lines *head, struct evidence_search *search,
                              struct evidence_count *count)
{
    unsigned evidence = 0;
    if (dialect_evidence_fits(dialect->names, span_of(log->name), search))
        evidence |= EVIDENCE_NAME;
    if (any_fits(dialect->heading, head, search))
        evidence |= EVIDENCE_HEADING;
    if (dialect->likely != NULL || dialect->against != NULL)
        count_likely(dialect, head, evidence != 0, search, count);
    bool has_any = count->detect_lines + count->likely_lines > 0;
    if (has_any && evidence == 0 && has_other_heading(dialect, head, search))
        return 0;
    bool has_lines =
        percent_of(count->detect_lines, head->count) >= MIN_SHARE_PERCENT && !is_refuted(count);
    if (has_lines)
        evidence |= EVIDENCE_LINES;
    if (is_likely(dialect, log, head, search, count, has_lines))
        evidence |= EVIDENCE_LIKELY;
    return evidence;
}

static enum reading_reason reason_of(unsigned evidence)
{
    return (evidence & EVIDENCE_NAME) != 0      ? READING_NAME
           : (evidence & EVIDENCE_HEADING) != 0 ? READING_HEADING
           : (evidence & EVIDENCE_LINES) != 0   ? READING_LINES
           : (evidence & EVIDENCE_LIKELY) != 0  ? READING_LIKELY
                                                : READING_LAST_RESORT;
}

size_t dialect_evidence_weigh(const struct dialect *dialect, const struct log *log,
                              const struct head_lines *head, struct evidence_search *search,
                              struct reading *reading)
{
    struct evidence_count count = {.detect_lines = count_fitting(dialect->detect, head, search)};
    unsigned evidence = find_evidence(dialect, log, head, search, &count);
    size_t fitting_lines =
        count.likely_lines > count.detect_lines ? count.likely_lines : count.detect_lines;
    *reading = (struct reading){.reason = (uint8_t)reason_of(evidence),
                                .evidence = (uint8_t)evidence,
                                .head_lines = (uint8_t)head->count,
                                .fitting_lines = (uint8_t)fitting_lines,
                                .against_lines = (uint8_t)count.against_lines};
    bool is_known = (evidence & (EVIDENCE_NAME | EVIDENCE_HEADING)) != 0;
    if (is_known)
        return percent_of(fitting_lines, head->count) + EVIDENCE_BONUS_PERCENT;
    if ((evidence & EVIDENCE_LIKELY) != 0)
        return percent_of(fitting_lines, head->count);
    return evidence != 0 ? percent_of(count.detect_lines, head->count) : 0;
}

#include "grammar/dialect_evidence.h"

#include "input/structured/record_titles.h"

enum {
    /* The share of the lines that are not blank that `detect` must fit: damaged logs pass, texts
     * that quote a line or two do not. */
    MIN_SHARE_PERCENT = 20,
    /* The share that `likely` must fit: nothing else is in the text, or hardly anything. */
    MIN_LIKELY_PERCENT = 90,
    /* The worth of a name or a heading, in percent of the lines. */
    BONUS_PERCENT = 40
};

void dialect_evidence_collect_lines(const struct block *head, struct head_lines *lines)
{
    lines->count = 0;
    for (size_t i = 0; i < head->line_count && lines->count < HEAD_LINES; i++) {
        const struct line *line = &head->lines[i];
        struct span text = span_slice(head->text, line->start, line->start + line->length);
        if (span_trim(text).length > 0 && !record_titles_is_marked(text))
            lines->lines[lines->count++] = text;
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
                         struct evidence_search *search, struct reading *reading, bool *has_title)
{
    size_t other_lines = 0;
    for (size_t i = 0; i < head->count; i++) {
        struct span line = head->lines[i];
        bool is_likely_line = dialect_evidence_fits(dialect->likely, line, search) ||
                              dialect_evidence_fits(dialect->detect, line, search);
        bool is_title = dialect_evidence_fits(dialect->heading, line, search) ||
                        dialect_evidence_fits(dialect->hint, line, search);
        *has_title = *has_title || is_title;
        if (is_likely_line)
            reading->likely_lines++;
        else if (is_title)
            reading->title_lines++;
        else if (dialect_evidence_fits(dialect->against, line, search))
            reading->against_lines++;
        else
            other_lines++;
        bool is_unlikely = percent_of(reading->against_lines + other_lines, head->count) >
                           100 - MIN_LIKELY_PERCENT;
        if (is_unlikely && reading->evidence == 0 && reading->detect_lines == 0)
            return;
    }
}

/* True if `likely` counts although neither name nor heading says what the log is. */
static bool is_likely(const struct dialect *dialect, const struct log *log,
                      const struct head_lines *head, struct evidence_search *search,
                      const struct reading *reading, bool has_title)
{
    bool is_vouched = log->named_directly || has_title || (reading->evidence & EVIDENCE_LINES) != 0;
    return is_vouched && reading->against_lines == 0 && reading->likely_lines > 0 &&
           percent_of(reading->likely_lines, head->count - reading->title_lines) >=
               MIN_LIKELY_PERCENT &&
           !dialect_evidence_fits(dialect->other_names, span_of(log->name), search) &&
           !(dialect->is_flat && has_folder_of_another(head));
}

/* True if more lines speak against the dialect than `detect` fits. */
static bool is_refuted(const struct reading *reading)
{
    return reading->against_lines > 0 && reading->against_lines >= reading->detect_lines;
}

static unsigned evidence_of(const struct dialect *dialect, const struct log *log,
                            const struct head_lines *head, struct evidence_search *search,
                            struct reading *reading)
{
    bool has_title = false;
    if (dialect_evidence_fits(dialect->names, span_of(log->name), search))
        reading->evidence |= EVIDENCE_NAME;
    if (any_fits(dialect->heading, head, search))
        reading->evidence |= EVIDENCE_HEADING;
    if (dialect->likely != NULL || dialect->against != NULL)
        count_likely(dialect, head, search, reading, &has_title);
    if (percent_of(reading->detect_lines, head->count) >= MIN_SHARE_PERCENT && !is_refuted(reading))
        reading->evidence |= EVIDENCE_LINES;
    if (is_likely(dialect, log, head, search, reading, has_title))
        reading->evidence |= EVIDENCE_LIKELY;
    return reading->evidence;
}

size_t dialect_evidence_weigh(const struct dialect *dialect, const struct log *log,
                              const struct head_lines *head, struct evidence_search *search,
                              struct reading *reading)
{
    *reading = (struct reading){
        .head_lines = (uint32_t)head->count,
        .detect_lines = (uint32_t)count_fitting(dialect->detect, head, search),
    };
    unsigned evidence = evidence_of(dialect, log, head, search, reading);
    bool is_known = (evidence & (EVIDENCE_NAME | EVIDENCE_HEADING)) != 0;
    size_t share = percent_of(reading->detect_lines, head->count);
    size_t likely = percent_of(reading->likely_lines, head->count);
    if ((is_known || (evidence & EVIDENCE_LIKELY) != 0) && likely > share)
        share = likely;
    if (is_known)
        return share + BONUS_PERCENT;
    return evidence != 0 ? share : 0;
}

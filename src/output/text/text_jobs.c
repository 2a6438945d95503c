/* Jobs in the text report: the line in the head, and what was looked at. */
#include "output/text/text_layout.h"

#include "grammar/log_kind.h"

/* In the order in which people read them: what is well first. */
static const struct {
    enum job_state state;
    enum ui_text_id count;
    enum ui_text_id name;
} states[JOB_STATE_COUNT] = {
    {JOB_SUCCEEDED, WORD_JOBS_SUCCEEDED, WORD_STATE_SUCCEEDED},
    {JOB_WARNINGS, WORD_JOBS_WARNINGS, WORD_STATE_WARNINGS},
    {JOB_FAILED, WORD_JOBS_FAILED, WORD_STATE_FAILED},
    {JOB_RUNNING, WORD_JOBS_RUNNING, WORD_STATE_RUNNING},
    {JOB_UNKNOWN, WORD_JOBS_UNKNOWN, WORD_STATE_UNKNOWN},
};

enum ui_text_id text_state_word(enum job_state state)
{
    for (size_t i = 0; i < JOB_STATE_COUNT; i++)
        if (states[i].state == state)
            return states[i].name;
    return WORD_STATE_UNKNOWN;
}

void text_jobs_line(struct page *page, const struct report *report, size_t label_columns)
{
    const struct report_job_totals *totals = &report->job_totals;
    if (totals->runs == 0)
        return;
    page_label(page, 0, WORD_JOBS, label_columns);
    page_add_count(page, WORD_JOBS_TOTAL, totals->runs);
    bool is_first = true;
    for (size_t i = 0; i < JOB_STATE_COUNT; i++) {
        if (totals->by_state[states[i].state] == 0)
            continue;
        if (!is_first)
            page_add_word(page, WORD_LIST_COMMA);
        page_add_count(page, states[i].count, totals->by_state[states[i].state]);
        is_first = false;
    }
    if (totals->missed > 0)
        page_add_count(page, WORD_JOBS_MISSED, totals->missed);
    if (totals->overlaps > 0)
        page_add_count(page, WORD_JOBS_OVERLAP, totals->overlaps);
    page_flow(page, label_columns);
}

/* Kinds that every sound bundle holds are missed when they are not there. */
static const struct {
    enum log_kind kind;
    enum ui_text_id word;
    bool is_missed;
} kinds[] = {
    {LOG_KIND_ENGINE_LOG, WORD_KIND_ENGINE_LOG, true},
    {LOG_KIND_FAILED_FILES_LIST, WORD_KIND_LIST, true},
    {LOG_KIND_EVENTS, WORD_KIND_EVENTS, true},
    {LOG_KIND_BACKUP_ERROR_LOG, WORD_KIND_WSB, false},
    {LOG_KIND_MESSAGES, WORD_KIND_MESSAGES, false},
    {LOG_KIND_TEXT, WORD_KIND_TEXT, false},
};

enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static uint64_t logs_of(const struct report *report, enum log_kind kind)
{
    for (size_t i = 0; i < report->evidence_count; i++)
        if (report->evidence[i].kind == kind)
            return report->evidence[i].logs;
    return 0;
}

/* Adds "engine log (2), job messages (1)" behind `head`, or the missed kinds without counts. */
static void add_kinds(struct page *page, const struct report *report, enum ui_text_id head,
                      bool is_there)
{
    bool is_first = true;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        uint64_t logs = logs_of(report, kinds[i].kind);
        if (is_there ? logs == 0 : logs > 0 || !kinds[i].is_missed)
            continue;
        page_add_word(page, is_first ? head : WORD_LIST_COMMA);
        page_add_word(page, kinds[i].word);
        is_first = false;
        if (!is_there)
            continue;
        page_add_text(page, " (");
        page_add_number(page, logs);
        page_add_text(page, ")");
    }
    if (!is_first)
        page_add_word(page, WORD_STOP);
}

void text_evidence(struct page *page, const struct report *report)
{
    if (report->evidence_count == 0)
        return;
    add_kinds(page, report, WORD_LOOKED_AT, true);
    text_sentence_gap(page);
    add_kinds(page, report, WORD_NOT_THERE, false);
    if (page->line.length > 0)
        page_flow(page, 0);
}

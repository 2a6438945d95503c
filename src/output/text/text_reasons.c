/* What to do first, and the reasons one by one. */
#include "output/text/text_layout.h"

#include <stdio.h>

enum { STEPS_OF_LONG_REPORT = 3, STEP_INDENT = 3, DETAIL_INDENT = 3, LABEL_COLUMNS = 12 };

static void add_count_of_files(struct page *page, const struct report_step *step)
{
    if (step->files > 0)
        page_add_count(page, WORD_N_FILES, step->files);
    else if (step->events > 0)
        page_add_count(page, WORD_N_RECORDS, step->events);
    else
        page_add_count(page, WORD_TIMES, step->times);
}

/* Whether what it covers still holds. */
static void add_risk(struct page *page, const struct report_step *step)
{
    bool is_part = step->files_at_risk > 0 && step->files_at_risk < step->files;
    if (!step->at_risk && !step->is_overcome)
        return;
    page_add_word(page, WORD_LIST_COMMA);
    if (step->is_overcome)
        page_add_word(page, WORD_OVERCOME);
    else if (is_part)
        page_add_count(page, WORD_AT_RISK_OF_THEM, step->files_at_risk);
    else
        page_add_word(page, WORD_AT_RISK);
}

/* " (NODE17)", " (3 hosts)". */
static void add_hosts(struct page *page, const struct report_step *step)
{
    if (step->host_count == 0)
        return;
    page_add_text(page, " (");
    if (step->host_count == 1)
        page_add(page, step->hosts[0]);
    else
        page_add_count(page, WORD_N_HOSTS, step->host_count);
    page_add_text(page, ")");
}

void text_steps(struct page *page, const struct report *report)
{
    if (report->step_count == 0)
        return;
    bool is_long = report->reason_count > 0 && report->finding_count > 0;
    size_t most = is_long && !text_shows_all(page) ? STEPS_OF_LONG_REPORT : MAX_REPORT_STEPS;
    size_t shown = report->step_count < most ? report->step_count : most;
    bool has_risk = false;
    page_heading(page, WORD_DO_FIRST);
    for (size_t i = 0; i < shown; i++) {
        const struct report_step *step = &report->steps[i];
        has_risk = has_risk || step->at_risk;
        page_add_number(page, i + 1);
        page_add_text(page, ". ");
        page_add_text(page, step->action);
        page_flow(page, STEP_INDENT);
        page_add_text(page, step->reason_title);
        if (step->covers > 1)
            page_add_count(page, WORD_AND_MORE_CAUSES, step->covers - 1);
        page_add_text(page, ": ");
        add_count_of_files(page, step);
        if (report->host_count > 1)
            add_hosts(page, step);
        add_risk(page, step);
        page_indent(page, STEP_INDENT);
        page_flow(page, STEP_INDENT);
    }
    text_more(page, 0, shown, report->step_count);
    if (has_risk && (report->reason_count == 0 || !text_details_fit(page, report))) {
        page_add_word(page, WORD_AT_RISK_LEGEND);
        page_flow(page, 0);
    }
}

static void detail_text(struct page *page, enum ui_text_id label, const char *text)
{
    text_labelled(page, DETAIL_INDENT, LABEL_COLUMNS, label, text);
}

static void reason_title(struct page *page, const struct report_reason *reason)
{
    char number[NUMBER_TEXT_BYTES];
    page_color(page, page_severity_color(reason->severity));
    width_pad_right(page->writer, span_of(number_text(reason->rank, number)), 2);
    writer_byte(page->writer, ' ');
    writer_text(page->writer, reason->title);
    page_color(page, COLOR_NONE);
    page->column = DETAIL_INDENT + width_of_text(span_of(reason->title));
    page_add_text(page, " - ");
    page_add_count(page, WORD_N_FILES, reason->files);
    page_add_word(page, WORD_LIST_COMMA);
    page_add_word(page, ui_text_of_severity(reason->severity));
    if (reason->at_risk) {
        page_add_word(page, WORD_LIST_COMMA);
        page_add_word(page, WORD_AT_RISK);
    }
    if (reason->transient) {
        page_add_word(page, WORD_LIST_COMMA);
        page_add_word(page, WORD_TRANSIENT);
    }
    page_flow(page, DETAIL_INDENT);
}

/* Counts stand before codes and paths, in a column of their own. */
static void count_column(struct page *page, uint64_t count, size_t columns)
{
    char number[NUMBER_TEXT_BYTES];
    page_indent(page, DETAIL_INDENT + LABEL_COLUMNS);
    width_pad_right(page->writer, span_of(number_text(count, number)), columns);
    page->column += columns;
    page_indent(page, page->column + 2);
}

static size_t count_width(uint64_t count)
{
    char number[NUMBER_TEXT_BYTES];
    return width_of_text(span_of(number_text(count, number)));
}

static void add_code(struct page *page, const struct report_code *code)
{
    if (code->has_value)
        page_add_text(page, code->text);
    else
        page_add_word(page, WORD_NO_CODE);
    bool has_symbol = code->symbol != NULL && code->symbol[0] != '\0';
    const char *words = has_symbol ? code->symbol : code->meaning;
    if (words != NULL && words[0] != '\0') {
        page_add_text(page, " ");
        page_add_text(page, words);
    }
}

static void reason_codes(struct page *page, const struct report_reason *reason)
{
    enum { MAX_CODES_SHOWN = 3 };
    if (reason->code_count == 0)
        return;
    size_t columns = count_width(reason->codes[0].files);
    page_label(page, DETAIL_INDENT, WORD_LABEL_CODES, LABEL_COLUMNS);
    bool shows_all = text_shows_all(page) || reason->code_count < MAX_CODES_SHOWN;
    size_t shown = shows_all ? reason->code_count : MAX_CODES_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        count_column(page, reason->codes[i].files, columns);
        add_code(page, &reason->codes[i]);
        page_flow(page, page->column);
    }
    if (reason->code_count <= shown)
        return;
    page_add_count(page, WORD_MORE_CODES, reason->code_count - shown);
    page_indent(page, DETAIL_INDENT + LABEL_COLUMNS);
    page_flow(page, DETAIL_INDENT + LABEL_COLUMNS);
}

static void reason_folders(struct page *page, const struct report_reason *reason)
{
    enum { MAX_FOLDERS_SHOWN = 3 };
    if (reason->folder_count == 0)
        return;
    bool shows_all = text_shows_all(page) || reason->folder_count < MAX_FOLDERS_SHOWN;
    size_t shown = shows_all ? reason->folder_count : MAX_FOLDERS_SHOWN;
    size_t columns = count_width(reason->folders[0].files);
    page_label(page, DETAIL_INDENT, WORD_LABEL_FOLDERS, LABEL_COLUMNS);
    for (size_t i = 0; i < shown; i++) {
        count_column(page, reason->folders[i].files, columns);
        page_add(page, reason->folders[i].path);
        page_path(page, page->column, 0);
        page_new_line(page);
    }
    if (reason->folders_total > shown) {
        page_add_count(page, WORD_MORE_FOLDERS, reason->folders_total - shown);
        page_indent(page, DETAIL_INDENT + LABEL_COLUMNS);
        page_flow(page, DETAIL_INDENT + LABEL_COLUMNS);
    }
}

static void reason_contexts(struct page *page, const struct report_reason *reason)
{
    enum { MAX_CONTEXTS_SHOWN = 5 };
    if (reason->context_count == 0)
        return;
    size_t columns = count_width(reason->contexts[0].files);
    page_label(page, DETAIL_INDENT, WORD_LABEL_CONTEXT, LABEL_COLUMNS);
    for (size_t i = 0; i < reason->context_count && i < MAX_CONTEXTS_SHOWN; i++) {
        const struct report_context *context = &reason->contexts[i];
        count_column(page, context->files, columns);
        if (context->mark[0] != '\0')
            page_add_word(page, WORD_MARK_HARMLESS);
        page_add_text(page, context->advice[0] != '\0' ? context->advice : context->name);
        page_flow(page, page->column);
    }
    if (reason->context_count <= MAX_CONTEXTS_SHOWN)
        return;
    page_add_count(page, WORD_MORE_CONTEXTS, reason->context_count - MAX_CONTEXTS_SHOWN);
    page_indent(page, DETAIL_INDENT + LABEL_COLUMNS);
    page_flow(page, DETAIL_INDENT + LABEL_COLUMNS);
}

static void reason_since_then(struct page *page, const struct report_reason *reason)
{
    if (reason->files_before_clean == 0)
        return;
    page_label(page, DETAIL_INDENT, WORD_LABEL_SINCE_THEN, LABEL_COLUMNS);
    page_add_count(page, WORD_BEFORE_CLEAN, reason->files_before_clean);
    page_flow(page, DETAIL_INDENT + LABEL_COLUMNS);
}

static void reason_actions(struct page *page, const struct report_reason *reason)
{
    bool shows_all = text_shows_all(page);
    size_t shown = shows_all ? reason->action_count : reason->first_actions;
    if (shown > 1 || shows_all)
        text_numbered(page, DETAIL_INDENT, LABEL_COLUMNS, WORD_LABEL_ACTION, reason->actions,
                      shown);
    else if (shown == 1)
        detail_text(page, WORD_LABEL_ACTION, reason->actions[0]);
}

void text_reasons(struct page *page, const struct report *report)
{
    if (report->reason_count == 0)
        return;
    page_heading(page, WORD_DETAILS);
    bool has_risk = false;
    for (size_t i = 0; i < report->reason_count; i++)
        has_risk = has_risk || (report->reasons[i].at_risk && text_shows_reason(page, report, i));
    if (has_risk) {
        page_add_word(page, WORD_AT_RISK_LEGEND);
        page_flow(page, 0);
    }
    size_t shown = 0;
    for (size_t i = 0; i < report->reason_count; i++) {
        const struct report_reason *reason = &report->reasons[i];
        if (!text_shows_reason(page, report, i))
            continue;
        if (shown++ > 0 || has_risk)
            page_new_line(page);
        reason_title(page, reason);
        detail_text(page, WORD_LABEL_MEANING, reason->meaning);
        reason_codes(page, reason);
        reason_contexts(page, reason);
        text_hosts(page, report, reason->hosts, reason->host_count, DETAIL_INDENT, LABEL_COLUMNS);
        reason_folders(page, reason);
        text_example(page, report, &reason->example, DETAIL_INDENT, LABEL_COLUMNS);
        reason_since_then(page, reason);
        reason_actions(page, reason);
        detail_text(page, WORD_LABEL_EXCLUSION, reason->exclusion);
        detail_text(page, WORD_LABEL_REFERENCE, reason->reference);
    }
    if (shown < report->reason_count) {
        page_new_line(page);
        text_more(page, 0, shown, report->reason_count);
    }
}

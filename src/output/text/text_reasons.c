#include "output/text/text_reasons.h"

#include "output/text/text_layout.h"

enum { DETAIL_INDENT = 3, LABEL_COLUMNS = 12 };

static void write_detail(struct page *page, enum ui_text_id label, const char *text)
{
    text_labelled(page, DETAIL_INDENT, LABEL_COLUMNS, label, text);
}

static void write_title(struct page *page, const struct report_reason *reason)
{
    char number[NUMBER_TEXT_BYTES];
    page_color(page, page_severity_color(reason->severity));
    width_pad_right(page->writer, span_of(number_text(reason->rank, number)), 2);
    writer_byte(page->writer, ' ');
    writer_text(page->writer, reason->title);
    page_color(page, COLOR_NONE);
    page->column = DETAIL_INDENT + width_of_text(span_of(reason->title));
    page_add_text(page, " - ");
    page_add_count(page, UI_N_FILES, reason->files);
    page_add_ui_text(page, UI_LIST_COMMA);
    page_add_ui_text(page, ui_text_of_severity(reason->severity));
    if (reason->at_risk) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_ui_text(page, UI_AT_RISK);
    }
    if (reason->may_pass) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_ui_text(page, UI_TRANSIENT);
    }
    page_flow(page, DETAIL_INDENT);
}

/* The count before a code, folder or context, in a column of its own. */
static void write_count(struct page *page, uint64_t count, size_t columns)
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
        page_add_ui_text(page, UI_NO_CODE);
    bool has_symbol = !text_is_empty(code->symbol);
    const char *meaning = has_symbol ? code->symbol : code->meaning;
    if (!text_is_empty(meaning)) {
        page_add_text(page, " ");
        page_add_text(page, meaning);
    }
}

static void write_codes(struct page *page, const struct report_reason *reason)
{
    enum { MAX_CODES_SHOWN = 3 };
    if (reason->code_count == 0)
        return;
    size_t columns = count_width(reason->codes[0].files);
    page_label(page, DETAIL_INDENT, UI_LABEL_CODES, LABEL_COLUMNS);
    bool shows_all = text_shows_all(page) || reason->code_count < MAX_CODES_SHOWN;
    size_t shown = shows_all ? reason->code_count : MAX_CODES_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        write_count(page, reason->codes[i].files, columns);
        add_code(page, &reason->codes[i]);
        page_flow(page, page->column);
    }
    if (reason->code_count <= shown)
        return;
    page_add_count(page, UI_MORE_CODES, reason->code_count - shown);
    page_indent(page, DETAIL_INDENT + LABEL_COLUMNS);
    page_flow(page, DETAIL_INDENT + LABEL_COLUMNS);
}

static void write_folders(struct page *page, const struct report_reason *reason)
{
    enum { MAX_FOLDERS_SHOWN = 3 };
    if (reason->folder_count == 0)
        return;
    bool shows_all = text_shows_all(page) || reason->folder_count < MAX_FOLDERS_SHOWN;
    size_t shown = shows_all ? reason->folder_count : MAX_FOLDERS_SHOWN;
    size_t columns = count_width(reason->folders[0].files);
    page_label(page, DETAIL_INDENT, UI_LABEL_FOLDERS, LABEL_COLUMNS);
    for (size_t i = 0; i < shown; i++) {
        write_count(page, reason->folders[i].files, columns);
        page_add(page, reason->folders[i].path);
        page_path(page, page->column);
        page_new_line(page);
    }
    if (reason->folders_total > shown) {
        page_add_count(page, UI_MORE_FOLDERS, reason->folders_total - shown);
        page_indent(page, DETAIL_INDENT + LABEL_COLUMNS);
        page_flow(page, DETAIL_INDENT + LABEL_COLUMNS);
    }
}

static void write_contexts(struct page *page, const struct report_reason *reason)
{
    enum { MAX_CONTEXTS_SHOWN = 5 };
    if (reason->context_count == 0)
        return;
    size_t columns = count_width(reason->contexts[0].files);
    page_label(page, DETAIL_INDENT, UI_LABEL_CONTEXT, LABEL_COLUMNS);
    for (size_t i = 0; i < reason->context_count && i < MAX_CONTEXTS_SHOWN; i++) {
        const struct report_context *context = &reason->contexts[i];
        write_count(page, context->files, columns);
        if (context->mark[0] != '\0')
            page_add_ui_text(page, UI_MARK_HARMLESS);
        page_add_text(page, context->advice[0] != '\0' ? context->advice : context->name);
        page_flow(page, page->column);
    }
    if (reason->context_count <= MAX_CONTEXTS_SHOWN)
        return;
    page_add_count(page, UI_MORE_CONTEXTS, reason->context_count - MAX_CONTEXTS_SHOWN);
    page_indent(page, DETAIL_INDENT + LABEL_COLUMNS);
    page_flow(page, DETAIL_INDENT + LABEL_COLUMNS);
}

static void write_actions(struct page *page, const struct report_reason *reason)
{
    bool shows_all = text_shows_all(page);
    size_t shown = shows_all ? reason->action_count : reason->first_actions;
    if (shown > 1 || shows_all)
        text_numbered(page, DETAIL_INDENT, LABEL_COLUMNS, UI_LABEL_ACTION, reason->actions, shown);
    else if (shown == 1)
        write_detail(page, UI_LABEL_ACTION, reason->actions[0]);
}

/* Says how to exclude files, unless nobody should. */
static void write_exclusion(struct page *page, const struct report_reason *reason)
{
    write_detail(page, UI_LABEL_EXCLUSION, reason->exclusion);
    if (text_is_empty(reason->exclusion) || reason->severity == SEVERITY_ERROR)
        return;
    page_indent(page, DETAIL_INDENT + LABEL_COLUMNS);
    page_add_ui_text(page, UI_EXCLUDE_HOW);
    page_flow(page, DETAIL_INDENT + LABEL_COLUMNS);
}

void text_reasons(struct page *page, const struct report *report)
{
    if (report->reason_count == 0)
        return;
    page_heading(page, UI_DETAILS);
    bool has_risk = false;
    for (size_t i = 0; i < report->reason_count; i++)
        has_risk = has_risk || (report->reasons[i].at_risk && text_shows_reason(page, report, i));
    if (has_risk) {
        page_add_ui_text(page, UI_AT_RISK_LEGEND);
        page_flow(page, 0);
    }
    size_t shown = 0;
    for (size_t i = 0; i < report->reason_count; i++) {
        const struct report_reason *reason = &report->reasons[i];
        if (!text_shows_reason(page, report, i))
            continue;
        if (shown++ > 0 || has_risk)
            page_new_line(page);
        write_title(page, reason);
        write_detail(page, UI_LABEL_MEANING, reason->meaning);
        write_codes(page, reason);
        write_contexts(page, reason);
        text_hosts(page, report, reason->hosts, reason->host_count, DETAIL_INDENT, LABEL_COLUMNS);
        write_folders(page, reason);
        text_example(page, report, &reason->example, DETAIL_INDENT, LABEL_COLUMNS);
        write_actions(page, reason);
        write_exclusion(page, reason);
        write_detail(page, UI_LABEL_REFERENCE, reason->reference);
    }
    if (shown < report->reason_count) {
        page_new_line(page);
        text_more(page, 0, shown, report->reason_count);
    }
}

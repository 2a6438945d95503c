/* What a code, an agent error or a topic means, for people. */
#include <string.h>

#include "output/text/text_layout.h"
#include "output/write/formats.h"

enum { INDENT = 2, LABEL_COLUMNS = 12 };

static bool is_said(const char *text)
{
    return text != NULL && text[0] != '\0';
}

static void add_after_gap(struct page *page, const char *text)
{
    if (!is_said(text))
        return;
    if (page->line.length > 0)
        page_add_text(page, "  ");
    page_add_text(page, text);
}

/* "0x80070005  ERROR_ACCESS_DENIED", "ID 100050 (0x186D2)  SalDiskFull" */
static void add_names(struct page *page, const struct explanation *explanation)
{
    add_after_gap(page, explanation->code);
    if (is_said(explanation->id)) {
        add_after_gap(page, "ID ");
        page_add_text(page, explanation->id);
        if (is_said(explanation->hex)) {
            page_add_text(page, " (");
            page_add_text(page, explanation->hex);
            page_add_text(page, ")");
        }
    }
    add_after_gap(page, explanation->symbol);
}

static void add_word_of_severity(struct page *page, const char *name)
{
    for (enum severity severity = SEVERITY_INFORMATION; severity <= SEVERITY_ERROR; severity++)
        if (strcmp(severity_name(severity), name) == 0)
            page_add_word(page, ui_text_of_severity(severity));
}

static void comma(struct page *page)
{
    if (page->line.length > 0)
        page_add_word(page, WORD_LIST_COMMA);
}

/* "Access denied, warning, current content is in no recovery point" */
static void traits(struct page *page, const struct explanation *explanation)
{
    if (is_said(explanation->category_title))
        page_add_text(page, explanation->category_title);
    if (is_said(explanation->severity)) {
        comma(page);
        add_word_of_severity(page, explanation->severity);
    }
    if (explanation->at_risk != NULL && *explanation->at_risk) {
        comma(page);
        page_add_word(page, WORD_AT_RISK);
    }
    if (explanation->transient != NULL && *explanation->transient) {
        comma(page);
        page_add_word(page, WORD_TRANSIENT);
    }
    if (page->line.length == 0)
        return;
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

static void matches(struct page *page, const struct explanation *explanation)
{
    for (size_t i = 0; i < explanation->match_count; i++) {
        add_names(page, &explanation->matches[i]);
        add_after_gap(page, explanation->matches[i].title);
        page_indent(page, INDENT);
        page_flow(page, 2 * INDENT);
    }
}

static void explain(struct page *page, const struct explanation *explanation)
{
    add_names(page, explanation);
    if (page->line.length == 0)
        page_add(page, explanation->query);
    if (explanation->kind == EXPLAIN_UNKNOWN) {
        page_add_text(page, ": ");
        page_add_word(page, WORD_NOT_KNOWN);
    }
    page_color(page, COLOR_BOLD);
    page_flow(page, INDENT);
    page_color(page, COLOR_NONE);
    if (is_said(explanation->title)) {
        page_add_text(page, explanation->title);
        page_indent(page, INDENT);
        page_flow(page, INDENT);
    }
    if (is_said(explanation->nearest)) {
        page_add_word(page, WORD_DID_YOU_MEAN);
        page_add_text(page, explanation->nearest);
        page_indent(page, INDENT);
        page_flow(page, INDENT);
    }
    traits(page, explanation);
    text_labelled(page, INDENT, LABEL_COLUMNS, WORD_LABEL_CAUSE, explanation->cause);
    text_numbered(page, INDENT, LABEL_COLUMNS, WORD_LABEL_ACTION, explanation->actions,
                  explanation->action_count);
    text_labelled(page, INDENT, LABEL_COLUMNS, WORD_LABEL_REFERENCE, explanation->reference);
    matches(page, explanation);
}

void render_text_explain(const struct explanation *explanations, size_t count,
                         const struct render_options *options, struct writer *writer)
{
    struct page page;
    page_start(&page, writer, options->language, options);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            page_new_line(&page);
        explain(&page, &explanations[i]);
    }
    page_release(&page);
}

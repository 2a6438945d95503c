/* Text of `explain`: the meaning of a code, an agent error or a topic, for people. */
#include <string.h>

#include "output/text/text_layout.h"
#include "output/write/formats.h"

enum { INDENT = 2, LABEL_COLUMNS = 12 };

static void add_after_gap(struct page *page, const char *text)
{
    if (text_is_empty(text))
        return;
    if (page->line.length > 0)
        page_add_text(page, "  ");
    page_add_text(page, text);
}

/* "0x80070005  ERROR_ACCESS_DENIED", "ID 100050 (0x186D2)  SalDiskFull" */
static void add_names(struct page *page, const struct explanation *explanation)
{
    add_after_gap(page, explanation->code);
    if (!text_is_empty(explanation->id)) {
        add_after_gap(page, "ID ");
        page_add_text(page, explanation->id);
        if (!text_is_empty(explanation->hex)) {
            page_add_text(page, " (");
            page_add_text(page, explanation->hex);
            page_add_text(page, ")");
        }
    }
    add_after_gap(page, explanation->symbol);
}

static void add_severity(struct page *page, const char *name)
{
    for (enum severity severity = SEVERITY_INFORMATION; severity <= SEVERITY_ERROR; severity++)
        if (strcmp(severity_name(severity), name) == 0)
            text_add_part(page, ui_text(ui_text_of_severity(severity), page->language));
}

/* "Access denied, warning, at risk" */
static void write_traits(struct page *page, const struct explanation *explanation)
{
    text_add_part(page, explanation->category_title);
    if (!text_is_empty(explanation->severity))
        add_severity(page, explanation->severity);
    if (explanation->at_risk != NULL && *explanation->at_risk)
        text_add_part(page, ui_text(UI_AT_RISK, page->language));
    if (explanation->transient != NULL && *explanation->transient)
        text_add_part(page, ui_text(UI_TRANSIENT, page->language));
    if (page->line.length == 0)
        return;
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

/* Writes the entries of an overview: the name that asks for each, padded, and its title. */
static void write_overview(struct page *page, const struct explanation *explanation)
{
    size_t columns = 0;
    for (size_t i = 0; i < explanation->match_count; i++) {
        size_t width = width_of_text(explanation->matches[i].query);
        columns = width > columns ? width : columns;
    }
    for (size_t i = 0; i < explanation->match_count; i++) {
        const struct explanation *match = &explanation->matches[i];
        page_indent(page, INDENT);
        width_pad_left(page->writer, match->query, columns, TRUNCATE_END);
        page->column += columns;
        page_indent(page, INDENT + columns + 2);
        page_add_text(page, match->title);
        page_flow(page, INDENT + columns + 2);
    }
}

static void write_matches(struct page *page, const struct explanation *explanation)
{
    for (size_t i = 0; i < explanation->match_count; i++) {
        add_names(page, &explanation->matches[i]);
        add_after_gap(page, explanation->matches[i].title);
        page_indent(page, INDENT);
        page_flow(page, 2 * INDENT);
    }
}

static void write_heading(struct page *page)
{
    page_color(page, COLOR_BOLD);
    page_flow(page, INDENT);
    page_color(page, COLOR_NONE);
}

static void write_line(struct page *page, const char *text)
{
    if (text_is_empty(text))
        return;
    page_add_text(page, text);
    page_indent(page, INDENT);
    page_flow(page, INDENT);
}

/* Writes all of an explanation but its matches. */
static void write_entry(struct page *page, const struct explanation *explanation)
{
    add_names(page, explanation);
    if (page->line.length == 0)
        page_add(page, explanation->query);
    if (explanation->kind == EXPLAIN_UNKNOWN) {
        page_add_text(page, ": ");
        page_add_ui_text(page, UI_NOT_KNOWN);
    }
    write_heading(page);
    write_line(page, explanation->title);
    if (!text_is_empty(explanation->nearest)) {
        page_add_ui_text(page, UI_DID_YOU_MEAN);
        write_line(page, explanation->nearest);
    }
    write_traits(page, explanation);
    text_labelled(page, INDENT, LABEL_COLUMNS, UI_LABEL_CAUSE, explanation->cause);
    text_numbered(page, INDENT, LABEL_COLUMNS, UI_LABEL_ACTION, explanation->actions,
                  explanation->action_count);
    text_labelled(page, INDENT, LABEL_COLUMNS, UI_LABEL_REFERENCE, explanation->reference);
}

/* Writes each thing that a number may mean, since nobody but the reader knows which it is. */
static void write_readings(struct page *page, const struct explanation *explanation)
{
    for (size_t i = 0; i < explanation->match_count; i++) {
        page_new_line(page);
        write_entry(page, &explanation->matches[i]);
    }
}

static void write_explanation(struct page *page, const struct explanation *explanation)
{
    if (explanation->query.length == 0 && explanation->match_count > 0) {
        page_add_text(page, explanation->title);
        write_heading(page);
        write_overview(page, explanation);
        return;
    }
    write_entry(page, explanation);
    if (explanation->kind == EXPLAIN_READINGS)
        write_readings(page, explanation);
    else
        write_matches(page, explanation);
}

void render_text_explain(const struct explanation *explanations, size_t count,
                         const struct render_options *options, struct writer *writer)
{
    struct page page;
    page_start(&page, writer, options->language, options);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            page_new_line(&page);
        write_explanation(&page, &explanations[i]);
    }
    page_release(&page);
}

#include "output/text/text_layout.h"

#include <stdio.h>

#include "output/write/log_place.h"
#include "text/log_name.h"

enum { MAX_HOSTS_NAMED = 5 };

bool text_shows_all(const struct page *page)
{
    return page->options->top == RENDER_TOP_ALL;
}

size_t text_brief_count(const struct page *page, size_t total, size_t few)
{
    size_t most = page->options->top > 0 ? page->options->top : few;
    return total < most ? total : most;
}

size_t text_shown_count(const struct page *page, size_t total)
{
    return text_brief_count(page, total, DEFAULT_TOP);
}

bool text_shows_reason(const struct page *page, const struct report *report, size_t index)
{
    bool is_default = page->options->top == 0;
    return index < text_brief_count(page, report->reason_count, MAX_REASON_ROWS) ||
           (is_default && report->reasons[index].severity == SEVERITY_ERROR);
}

bool text_details_fit(const struct page *page, const struct report *report)
{
    enum { MAX_REASONS_IN_FULL = 2 };
    return text_shows_all(page) ||
           (report->finding_count == 0 && report->reason_count <= MAX_REASONS_IN_FULL);
}

bool text_is_empty(const char *text)
{
    return text == NULL || text[0] == '\0';
}

bool text_host_is_nameless(struct span host)
{
    return host.length == 0 || span_equals(host, span_of("-"));
}

void text_add_on_hosts(struct page *page, const struct report *report, uint64_t hosts)
{
    char hosts_text[NUMBER_TEXT_BYTES];
    char total_text[NUMBER_TEXT_BYTES];
    if (report->host_count > 1)
        page_add_filled(page, UI_ON_HOSTS, span_of(number_text(hosts, hosts_text)),
                        span_of(number_text(report->host_count, total_text)));
    else if (report->host_count == 1 && !text_host_is_nameless(report->hosts[0].name))
        page_add_filled(page, UI_ON_HOST, report->hosts[0].name, (struct span){0});
}

void text_add_hosts(struct page *page, const struct span *hosts, size_t count)
{
    size_t named = count < MAX_HOSTS_NAMED ? count : MAX_HOSTS_NAMED;
    for (size_t i = 0; i < named; i++) {
        if (i > 0)
            page_add_ui_text(page, UI_LIST_COMMA);
        page_add(page, hosts[i]);
    }
    if (named < count) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_count(page, UI_AND_MORE, count - named);
    }
}

void text_add_part(struct page *page, const char *text)
{
    if (text_is_empty(text))
        return;
    if (page->line.length > 0)
        page_add_ui_text(page, UI_LIST_COMMA);
    page_add_text(page, text);
}

void text_add_titled_places(struct page *page, const char *title, struct span places)
{
    page_add_text(page, title);
    if (places.length == 0)
        return;
    page_add_text(page, " (");
    page_add(page, places);
    page_add_text(page, ")");
}

void text_add_sentence_gap(struct page *page)
{
    if (page->line.length > 0 && page->language == LANGUAGE_EN)
        page_add_text(page, " ");
}

const char *text_minute(const struct page *page, struct datetime time, char text[TEXT_MINUTE_BYTES])
{
    return minute_text(time, page->options->zone, page->language, text);
}

const char *text_moment(const struct page *page, struct datetime time, char text[TEXT_MINUTE_BYTES])
{
    if (datetime_is_set(time) && time.year == 0)
        return text_minute(page, time, text);
    return datetime_format(time, page->options->zone, text);
}

const char *text_day(const struct page *page, struct datetime time, char text[TEXT_MINUTE_BYTES])
{
    time.has_time = false;
    return text_minute(page, time, text);
}

void text_add_log(struct page *page, struct span source, struct span member)
{
    struct buffer scratch = {0};
    page_add(page, log_name(source, member, &scratch, &page->writer->fault));
    buffer_release(&scratch);
}

void text_add_place(struct page *page, const struct report *report, struct place place)
{
    struct buffer scratch = {0};
    struct span name = log_place_name(report, place, &scratch, &page->writer->fault);
    page_add(page, name.length > 0 ? name : span_of("-"));
    buffer_release(&scratch);
    char number[NUMBER_TEXT_BYTES];
    snprintf(number, sizeof number, ":%llu", (unsigned long long)place.line);
    page_add_text(page, number);
}

void text_bullet(struct page *page)
{
    writer_text(page->writer, "- ");
    page->column += 2;
}

void text_more(struct page *page, size_t indent, size_t shown, size_t total)
{
    if (shown >= total)
        return;
    page_add_count(page, UI_MORE_ENTRIES, total - shown);
    page_indent(page, indent);
    page_flow(page, indent);
}

void text_labelled(struct page *page, size_t indent, size_t label_columns, enum ui_text_id label,
                   const char *text)
{
    if (text_is_empty(text))
        return;
    page_label(page, indent, label, label_columns);
    page_add_text(page, text);
    page_flow(page, indent + label_columns);
}

void text_numbered(struct page *page, size_t indent, size_t label_columns, enum ui_text_id label,
                   const char *const *texts, size_t count)
{
    if (count == 0)
        return;
    page_label(page, indent, label, label_columns);
    size_t column = indent + label_columns;
    size_t number_columns = count > 9 ? 4 : 3;
    for (size_t i = 0; i < count; i++) {
        page_indent(page, column);
        if (count > 9 && i + 1 < 10)
            page_indent(page, column + 1);
        page_add_number(page, i + 1);
        page_add_text(page, ". ");
        page_add_text(page, texts[i]);
        page_flow(page, column + number_columns);
    }
}

/* Adds a message of several lines as one line. */
static void add_message(struct page *page, struct span message)
{
    bool is_first = true;
    while (message.length > 0) {
        size_t end = span_find_byte(message, '\n');
        struct span line = span_trim(span_slice(message, 0, end));
        if (!is_first && line.length > 0)
            page_add_text(page, " ");
        page_add(page, line);
        is_first = is_first && line.length == 0;
        message = span_slice(message, end < message.length ? end + 1 : end, message.length);
    }
}

void text_example(struct page *page, const struct report *report,
                  const struct report_example *example, size_t indent, size_t label_columns)
{
    if (example->place.line == 0)
        return;
    page_label(page, indent, UI_LABEL_EXAMPLE, label_columns);
    page_add(page, example->path);
    page_path(page, indent + label_columns);
    page_new_line(page);
    text_add_place(page, report, example->place);
    page_path(page, indent + label_columns);
    page_new_line(page);
}

/* Writes the message in one line of the page, and cuts what is behind its end. */
static void write_cut(struct page *page, struct span message, size_t indent)
{
    struct page line = page_scratch(page);
    add_message(&line, message);
    width_truncate(page->writer, buffer_span(&line.line), page->width - indent, TRUNCATE_END);
    page_release(&line);
    page_new_line(page);
}

void text_message_example(struct page *page, const struct report *report,
                          const struct report_example *example, size_t indent)
{
    if (example->place.line == 0)
        return;
    page_indent(page, indent);
    if (text_shows_all(page)) {
        add_message(page, example->path);
        page_flow(page, indent);
    } else {
        write_cut(page, example->path, indent);
    }
    text_add_place(page, report, example->place);
    page_path(page, indent);
    page_new_line(page);
}

void text_hosts(struct page *page, const struct report *report, const struct span *hosts,
                size_t count, size_t indent, size_t label_columns)
{
    enum { MAX_HOSTS_SHOWN = 8 };
    if (report->host_count < 2 || count == 0)
        return;
    size_t shown = count < MAX_HOSTS_SHOWN || text_shows_all(page) ? count : MAX_HOSTS_SHOWN;
    page_label(page, indent, UI_LABEL_HOSTS, label_columns);
    for (size_t i = 0; i < shown; i++) {
        page_add_text(page, i > 0 ? ", " : "");
        page_add(page, hosts[i]);
    }
    if (count > shown) {
        page_add_text(page, ", ");
        page_add_count(page, UI_AND_MORE, count - shown);
    }
    page_flow(page, indent + label_columns);
}

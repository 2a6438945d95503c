#include "output/text/page.h"

#include <assert.h>
#include <string.h>

#include "base/count_of.h"

void page_start(struct page *page, struct writer *writer, enum language language,
                const struct render_options *options)
{
    *page = (struct page){.writer = writer, .options = options, .language = language};
    page->cuts_paths = options->width > 0;
    page->width = options->width > 0 ? options->width : DEFAULT_PAGE_COLUMNS;
    if (page->width < MIN_PAGE_COLUMNS)
        page->width = MIN_PAGE_COLUMNS;
}

void page_release(struct page *page)
{
    buffer_release(&page->line);
}

struct page page_scratch(const struct page *page)
{
    struct page scratch = *page;
    scratch.line = (struct buffer){0};
    return scratch;
}

void page_add(struct page *page, struct span text)
{
    buffer_append(&page->line, text, &page->writer->fault);
}

void page_add_text(struct page *page, const char *text)
{
    page_add(page, span_of(text));
}

void page_add_number(struct page *page, uint64_t number)
{
    char text[NUMBER_TEXT_BYTES];
    page_add_text(page, number_text(number, text));
}

void page_add_ui_text(struct page *page, enum ui_text_id id)
{
    page_add_text(page, ui_text(id, page->language));
}

static void add_template(struct page *page, struct span template, struct span first,
                         struct span second)
{
    size_t start = 0;
    for (size_t i = 0; i + 2 < template.length; i++) {
        bool is_first = memcmp(template.bytes + i, "{1}", 3) == 0;
        if (!is_first && memcmp(template.bytes + i, "{2}", 3) != 0)
            continue;
        page_add(page, span_slice(template, start, i));
        page_add(page, is_first ? first : second);
        start = i + 3;
    }
    page_add(page, span_slice(template, start, template.length));
}

void page_add_filled(struct page *page, enum ui_text_id id, struct span first, struct span second)
{
    add_template(page, span_of(ui_text(id, page->language)), first, second);
}

void page_add_count(struct page *page, enum ui_text_id id, uint64_t count)
{
    struct span template = span_of(ui_text(id, page->language));
    size_t bar = span_find_byte(template, '|');
    if (bar < template.length)
        template = count == 1 ? span_slice(template, 0, bar)
                              : span_slice(template, bar + 1, template.length);
    char number[NUMBER_TEXT_BYTES];
    add_template(page, template, span_of(number_text(count, number)), (struct span){0});
}

void page_new_line(struct page *page)
{
    writer_byte(page->writer, '\n');
    page->column = 0;
}

void page_indent(struct page *page, size_t indent)
{
    while (page->column < indent) {
        writer_byte(page->writer, ' ');
        page->column++;
    }
}

void page_color(struct page *page, enum page_color color)
{
    static const char *const sequences[] = {
        [COLOR_NONE] = "\x1b[0m",
        [COLOR_BOLD] = "\x1b[1m",
        [COLOR_RED] = "\x1b[31m",
        [COLOR_YELLOW] = "\x1b[33m",
    };
    static_assert(COUNT_OF(sequences) == COLOR_YELLOW + 1, "a colour is missing");
    if (page->options->color)
        writer_text(page->writer, sequences[color]);
}

enum page_color page_severity_color(enum severity severity)
{
    static const enum page_color colors[] = {
        [SEVERITY_INFORMATION] = COLOR_BOLD,
        [SEVERITY_WARNING] = COLOR_YELLOW,
        [SEVERITY_ERROR] = COLOR_RED,
    };
    static_assert(COUNT_OF(colors) == SEVERITY_ERROR + 1, "a severity is missing");
    return colors[severity];
}

void page_heading(struct page *page, enum ui_text_id id)
{
    page_new_line(page);
    page_color(page, COLOR_BOLD);
    writer_text(page->writer, ui_text(id, page->language));
    page_color(page, COLOR_NONE);
    page_new_line(page);
}

void page_label(struct page *page, size_t indent, enum ui_text_id id, size_t columns)
{
    page_indent(page, indent);
    width_pad_left(page->writer, span_of(ui_text(id, page->language)), columns, TRUNCATE_END);
    page->column += columns;
}

void page_path(struct page *page, size_t indent)
{
    enum { MIN_PATH_COLUMNS = MIN_PAGE_COLUMNS / 3 };
    page_indent(page, indent);
    size_t room = SIZE_MAX;
    if (page->cuts_paths)
        room = page->width > page->column + MIN_PATH_COLUMNS ? page->width - page->column
                                                             : MIN_PATH_COLUMNS;
    page->column += width_truncate(page->writer, buffer_span(&page->line), room, TRUNCATE_PATH);
    page->line.length = 0;
}

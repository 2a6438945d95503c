/* A page of text for people, made of lines: labels, tables, colour.
 *
 * Text is first added to the line of the page, then written by page_flow or page_path, which escape
 * it. Without memory the writer's fault is set and the page stays short. */
#ifndef MARSIFT_OUTPUT_TEXT_PAGE_H
#define MARSIFT_OUTPUT_TEXT_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/language.h"
#include "base/span.h"
#include "output/write/format.h"
#include "output/write/ui_text.h"
#include "output/write/width.h"
#include "output/write/writer.h"
#include "text/number_text.h"

/* The width without a terminal, and the least width: narrower terminals wrap by themselves. */
enum { DEFAULT_PAGE_COLUMNS = 100, MIN_PAGE_COLUMNS = 60 };

struct page {
    struct writer *writer;
    const struct render_options *options;
    enum language language;
    size_t width;
    bool cuts_paths;    /* on a terminal only */
    size_t column;      /* of the next character */
    struct buffer line; /* added and not yet written */
};

enum page_color { COLOR_NONE, COLOR_BOLD, COLOR_RED, COLOR_YELLOW };

/* Writer and options are lent until page_release. */
void page_start(struct page *page, struct writer *writer, enum language language,
                const struct render_options *options);
void page_release(struct page *page);

/* Returns a page like `page` with an empty line, to compose a text that page_add_filled is to fill
 * in. Only its line may be used; end with page_release. */
struct page page_scratch(const struct page *page);

/* Add to the line. */
void page_add(struct page *page, struct span text);
void page_add_text(struct page *page, const char *text);
void page_add_number(struct page *page, uint64_t number);
void page_add_ui_text(struct page *page, enum ui_text_id id);

/* Adds a text of the interface with `first` for its {1} and `second` for its {2}. */
void page_add_filled(struct page *page, enum ui_text_id id, struct span first, struct span second);

/* Adds a text whose {1} is `count`, in the singular or plural. */
void page_add_count(struct page *page, enum ui_text_id id, uint64_t count);

/* Write at once. */
void page_new_line(struct page *page);
void page_color(struct page *page, enum page_color color);
enum page_color page_severity_color(enum severity severity);
void page_heading(struct page *page, enum ui_text_id id);

/* Goes to column `indent` and writes a text padded to `columns`. */
void page_label(struct page *page, size_t indent, enum ui_text_id id, size_t columns);

/* Goes to column `indent` and writes the line as one path, which is cut in the middle if it is too
 * long for a terminal. */
void page_path(struct page *page, size_t indent);

/* Writes blanks up to column `indent`. */
void page_indent(struct page *page, size_t indent);

#endif

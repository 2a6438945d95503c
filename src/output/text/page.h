/* A page of text for people: lines that wrap at its width by display columns, labels, tables,
 * colour. Text is first added to the line, then flowed or written; whatever was added comes out
 * escaped. Without memory the writer's fault is set and the page stays short. */
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

enum { DEFAULT_PAGE_COLUMNS = 100, MIN_PAGE_COLUMNS = 60 };

struct page {
    struct writer *writer;
    const struct render_options *options;
    enum language language;
    size_t width;
    bool cuts_paths;    /* on a terminal only */
    size_t column;      /* where the next character goes */
    struct buffer line; /* what was added and not yet written */
};

enum page_color { COLOR_NONE, COLOR_BOLD, COLOR_RED, COLOR_YELLOW };

/* Writer and options are lent until page_release. */
void page_start(struct page *page, struct writer *writer, enum language language,
                const struct render_options *options);
void page_release(struct page *page);

/* Adding to the line. */
void page_add(struct page *page, struct span text);
void page_add_text(struct page *page, const char *text);
void page_add_number(struct page *page, uint64_t number);
void page_add_word(struct page *page, enum ui_text_id word);

/* A word whose {1} and {2} are filled. */
void page_add_filled(struct page *page, enum ui_text_id word, struct span first,
                     struct span second);

/* A word whose {1} is a count, in the singular or plural. */
void page_add_count(struct page *page, enum ui_text_id word, uint64_t count);

/* Writes the line, wrapped, from the present column; further lines start at column `indent`. A
 * piece that cannot be broken, such as an address, stays whole. Ends the line. */
void page_flow(struct page *page, size_t indent);

/* Writes at once. */
void page_new_line(struct page *page);
void page_color(struct page *page, enum page_color color);
enum page_color page_severity_color(enum severity severity);
void page_heading(struct page *page, enum ui_text_id word);

/* Goes to column `indent` and writes `word` padded to `columns`. */
void page_label(struct page *page, size_t indent, enum ui_text_id word, size_t columns);

/* Goes to column `indent` and writes what was added as one path, cut in the middle on a terminal
 * when it would not leave `reserve` columns free. */
void page_path(struct page *page, size_t indent, size_t reserve);

/* Blanks up to column `indent`. */
void page_indent(struct page *page, size_t indent);

#endif

/* Layout shared by the sections of the text report: how many entries are shown, and the forms in
 * which labels, lists, examples and places are written.
 *
 * Functions called text_add_... add to the line of the page; the others write. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_LAYOUT_H
#define MARSIFT_OUTPUT_TEXT_TEXT_LAYOUT_H

#include <stddef.h>

#include "output/text/page.h"
#include "output/text/page_flow.h"
#include "report/report.h"
#include "text/minute_text.h"

enum {
    DEFAULT_TOP = 10,
    MAX_REASON_ROWS = 8,
};

/* True with --all: no list is cut. */
bool text_shows_all(const struct page *page);

/* Returns how many entries of a ranked list of `total` are shown. */
size_t text_shown_count(const struct page *page, size_t total);

/* Returns likewise for a list of which only a `few` fit on a screen beside the rest, unless --top
 * asks for more or less. */
size_t text_brief_count(const struct page *page, size_t total, size_t few);

/* True if the reason at `index` is in the table. Errors always are, however many warnings have more
 * files, unless --top is given. */
bool text_shows_reason(const struct page *page, const struct report *report, size_t index);

/* True if there is room for the reasons in full. */
bool text_details_fit(const struct page *page, const struct report *report);

/* True if `text` is NULL or "". */
bool text_is_empty(const char *text);

/* True if the logs do not name the host. */
bool text_host_is_nameless(struct span host);

/* Adds " on N1", or " on 2 of 3 hosts", of which the first number is `hosts`; nothing if the only
 * host has no name. */
void text_add_on_hosts(struct page *page, const struct report *report, uint64_t hosts);

/* Adds the names of the first hosts, and how many there are besides: "N1, N2 and 3 more". */
void text_add_hosts(struct page *page, const struct span *hosts, size_t count);

/* Adds a part of the list in the line, after a comma unless it is the first; nothing if the
 * text is empty. */
void text_add_part(struct page *page, const char *text);

/* Adds a title, and in brackets the places that it is about, which may be empty. */
void text_add_titled_places(struct page *page, const char *title, struct span places);

/* Adds a blank between two sentences, in a language that has one there. */
void text_add_sentence_gap(struct page *page);

enum { TEXT_MINUTE_BYTES = MINUTE_TEXT_BYTES };

/* The time as minute_text has it, with the zone of the page. */
const char *text_minute(const struct page *page, struct datetime time,
                        char text[TEXT_MINUTE_BYTES]);

/* "2024-07-18" */
const char *text_day(const struct page *page, struct datetime time, char text[TEXT_MINUTE_BYTES]);

/* The time as datetime_format has it, and as text_minute without a year. */
const char *text_moment(const struct page *page, struct datetime time,
                        char text[TEXT_MINUTE_BYTES]);

/* Adds the name of a log. */
void text_add_log(struct page *page, struct span source, struct span member);

/* Adds the name of a log and the number of a line in it; "-" for no log. */
void text_add_place(struct page *page, const struct report *report, struct place place);

/* "- " at the start of a line. */
void text_bullet(struct page *page);

/* "... 5 more" below a list that was cut; nothing if it was not. */
void text_more(struct page *page, size_t indent, size_t shown, size_t total);

/* A label, and a text that wraps beside it; nothing if the text is empty. */
void text_labelled(struct page *page, size_t indent, size_t label_columns, enum ui_text_id label,
                   const char *text);

/* A label, and numbered texts that wrap beside it; nothing if there are none. */
void text_numbered(struct page *page, size_t indent, size_t label_columns, enum ui_text_id label,
                   const char *const *texts, size_t count);

/* The label "Example" with the path of the example, and its place on the next line; nothing if
 * there is none. */
void text_example(struct page *page, const struct report *report,
                  const struct report_example *example, size_t indent, size_t label_columns);

/* The example of a record as one line, whole with --all, and its place on the next line, both from
 * column `indent` on, which is where the page is or follows. Nothing if there is none. */
void text_message_example(struct page *page, const struct report *report,
                          const struct report_example *example, size_t indent);

/* The label "Hosts" with their names, if the report has several hosts. */
void text_hosts(struct page *page, const struct report *report, const struct span *hosts,
                size_t count, size_t indent, size_t label_columns);

#endif

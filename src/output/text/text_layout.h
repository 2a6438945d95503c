/* The sections of the text report, in the order in which they appear. Each writes nothing when it
 * has nothing to say. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_LAYOUT_H
#define MARSIFT_OUTPUT_TEXT_TEXT_LAYOUT_H

#include <stddef.h>

#include "output/text/page.h"
#include "report/report.h"

typedef void text_section(struct page *page, const struct report *report);

/* The answer in one line, a second one when the input was incomplete, then what was read. */
void text_headline(struct page *page, const struct report *report);

/* Of the first line: what is said of jobs that failed or have no end; and " on N1", or " on 2 of 3
 * hosts", of which `failing` have what was said before. */
void text_failed_jobs(struct page *page, const struct report *report);
bool text_host_is_nameless(struct span host);
void text_on_hosts(struct page *page, const struct report *report, uint64_t failing);

/* Reasons, or the groups of --by, with bars. */
void text_ranking(struct page *page, const struct report *report);

void text_steps(struct page *page, const struct report *report);

/* The reasons one by one. */
void text_reasons(struct page *page, const struct report *report);

void text_findings(struct page *page, const struct report *report);
void text_other_failures(struct page *page, const struct report *report);

/* Whether there is room for the reasons in full. */
bool text_details_fit(const struct page *page, const struct report *report);

/* Without --all: an example of the first reasons, or their details when there are few; the other
 * failures in a few lines; and how to see the rest. */
void text_reasons_in_brief(struct page *page, const struct report *report);
void text_failures_in_brief(struct page *page, const struct report *report);
void text_rest(struct page *page, const struct report *report);

/* Adds code and symbol of a failure to the page's line. */
void text_add_failure_name(struct page *page, const struct report_other_failure *failure);

/* One line in the head: how many runs, and how they ended. Nothing without a run. */
void text_jobs_line(struct page *page, const struct report *report, size_t label_columns);

/* How a job ended, in a word. */
enum ui_text_id text_state_word(enum job_state state);

/* For a report without failed files, or without their codes: the kinds of logs that were looked at,
 * and those of the important ones that were not there. */
void text_evidence(struct page *page, const struct report *report);

/* The names of the files in which there is nothing, the first few: that a log is there and empty is
 * evidence as well. */
void text_empty_logs(struct page *page, const struct report *report);

/* The table of --jobs-table. */
void text_jobs(struct page *page, const struct report *report);

/* Only when there are several. */
void text_logs(struct page *page, const struct report *report);

/* What could not be read, and limits. */
bool text_has_problems(const struct report *report);
void text_problems(struct page *page, const struct report *report);

void text_notes(struct page *page, const struct report *report);

/* The note on the files that were passed over: how many for each reason, and the first names. */
void text_skipped(struct page *page, const struct report *report);

/* "- " at the start of a line. */
void text_bullet(struct page *page);

enum {
    DEFAULT_TOP = 10,
    MAX_REASON_ROWS = 8,
    MAX_UNPARSED_SHOWN = 2,
    MAX_SKIPPED_SHOWN = 5,
    MAX_EMPTY_SHOWN = 3
};

/* How many entries of a ranked list of `total` a person gets to see. */
size_t text_shown_count(const struct page *page, size_t total);

/* The same where only a `few` fit on a screen beside the rest; --top says otherwise. */
size_t text_brief_count(const struct page *page, size_t total, size_t few);

/* Whether the reason at `index` is in the table: errors are, however many warnings have more files,
 * unless the user says how many are wanted. */
bool text_shows_reason(const struct page *page, const struct report *report, size_t index);

/* Whether the codes of some failed files are not in the input. */
bool text_lacks_codes(const struct report *report);

/* Whether --all was given: nothing is cut. */
bool text_shows_all(const struct page *page);

/* "... 5 more" below a list that was cut. */
void text_more(struct page *page, size_t indent, size_t shown, size_t total);

/* The label "Example" with the path, and where it stands on the next line. Nothing when there is
 * none. */
void text_example(struct page *page, const struct report *report,
                  const struct report_example *example, size_t indent, size_t label_columns);

/* Between two sentences of the page's line: a blank, in a language that has one there. */
void text_sentence_gap(struct page *page);

/* A label with a text that wraps beside it, nothing when the text is empty or NULL; and with
 * numbered texts. */
void text_labelled(struct page *page, size_t indent, size_t label_columns, enum ui_text_id label,
                   const char *text);
void text_numbered(struct page *page, size_t indent, size_t label_columns, enum ui_text_id label,
                   const char *const *texts, size_t count);

/* The label "Hosts" with their names, when the report has several hosts. */
void text_hosts(struct page *page, const struct report *report, const struct span *hosts,
                size_t count, size_t indent, size_t label_columns);

/* Adds the name of a log, and of a line in it, to the page's line. */
void text_add_log(struct page *page, struct span source, struct span member);
void text_add_place(struct page *page, const struct report *report, struct place place);

#endif

/* Tells texts that report what happened from texts that explain what may happen, by all their
 * lines: manuals, tables of codes, programs. */
#ifndef MARSIFT_TEXT_TEXT_PURPOSE_H
#define MARSIFT_TEXT_TEXT_PURPOSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

enum text_purpose {
    TEXT_REPORTS,
    TEXT_HAS_CODE, /* it reports, but its lines of a program do not */
    TEXT_IS_PROGRAM,
    TEXT_EXPLAINS
};

enum { TEXT_PURPOSE_MOST_CODES = 4 };

/* What the lines of a text show. Start with zeros. */
struct text_purpose_evidence {
    size_t lines; /* that are neither empty nor brackets alone */
    size_t source_lines;
    size_t assignments;
    size_t comment_lines;     /* "# ...", which may be headings */
    bool is_in_comment;       /* the last line was, or a text in a program of several lines */
    bool was_comment;         /* the last line began with "#" */
    bool is_heading_personal; /* that line was the first of such, and somebody's own words */
    size_t causes;
    size_t cause_labels;
    size_t remedies;
    size_t remedy_labels;
    size_t steps;
    size_t addresses;
    size_t meanings;     /* lines that tell what a code means */
    size_t rule_keys;    /* bits of those that rules of alerts have */
    size_t symbol_lines; /* of codes that have a name */
    size_t code_count;   /* distinct ones at the start of a line */
    uint32_t codes[TEXT_PURPOSE_MOST_CODES];
    bool begins_with_rule; /* "---" */
    bool has_front_matter;
    bool names_itself;
    bool has_table_head;
    bool is_personal;
    bool has_place; /* in time, or a host */
};

/* Adds the next line of the text. */
void text_purpose_note(struct text_purpose_evidence *evidence, struct span line);

/* Returns what the text is for, by the lines noted so far. */
enum text_purpose text_purpose_of(const struct text_purpose_evidence *evidence);

#endif

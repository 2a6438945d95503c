/* What a line is to the list that it follows. */
#ifndef MARSIFT_INPUT_STRUCTURED_LIST_LINE_H
#define MARSIFT_INPUT_STRUCTURED_LIST_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "input/structured/list_pair.h"
#include "input/structured/list_state.h"
#include "input/structured/record_line.h"

/* The title under which words without one are kept. */
#define LIST_TEXT_TITLE "Message"

/* The most words that a title has. */
enum { MOST_TITLE_WORDS = 3 };

/* In aligned lists a value goes on in lines that are indented beyond the colon, and words in a line
 * below a long one, where a mail has wrapped them; in others below a title without a value. */
bool list_line_continues_value(const struct list_form *list, const struct record_line *record,
                               struct span line);

/* True if the pair goes on with the record: a blank line before it does not matter as long as the
 * record is not complete, before a label whose words come below it, where a mail has put one behind
 * each line, and in the head of an event, whose values are in one column. */
bool list_line_continues_record(const struct list_form *list, const struct record_line *record,
                                uint32_t title, const struct list_pair *pair);

/* True if the line is the words of a record that has no title for them: it comes right behind the
 * pairs that the record needs, and is no pair, or has more words before its colon than a title. */
bool list_line_begins_text(const struct list_form *list, const struct record_line *record,
                           bool is_pair, uint32_t title, struct span words);

/* True if the line is the words of an event of which only the number is known: "Event ID: 12289".
 */
bool list_line_begins_numbered_text(const struct list_form *list, const struct record_line *record,
                                    bool is_pair, struct span line, struct span words);

/* Reads the pair that the line is, if it is one of the list, and its title. */
bool list_line_read_pair(struct list_form *list, struct span line, const struct record_line *record,
                         struct list_pair *pair, uint32_t *title);

#endif

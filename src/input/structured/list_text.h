/* Which lines of a list are the free text of its record: titles inside it prove nothing. */
#ifndef MARSIFT_INPUT_STRUCTURED_LIST_TEXT_H
#define MARSIFT_INPUT_STRUCTURED_LIST_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "input/structured/record_line.h"

/* True if a dialect knows the title as one of free text. */
bool list_text_is_free(const struct record_line *record, uint32_t title);

/* True if the record has the title. */
bool list_text_has_title(const struct record_line *record, uint32_t title);

/* True if the text so far is a whole sentence, or its last line is not filled, and if it is not
 * what Windows writes for a text that it lacks, which has several paragraphs. */
bool list_text_is_whole(struct span text, bool is_filled);

/* True if the title is known to the dialect of the record, or the record is of none yet: what an
 * event says of a job or of a writer does not end its words. */
bool list_text_may_end(const struct record_line *record, uint32_t title);

/* True if both titles are for the same cell of a dialect. */
bool list_text_is_for_cell_of(const struct title_index *index, uint32_t title, uint32_t other);

/* True if the record has a value for the cell of the title, in the dialect of its first meaning. */
bool list_text_has_cell_of(const struct record_line *record, uint32_t title);

/* True if the record has the title, or a value under another one for the same cell; but one for the
 * cell of the first title begins a record in another language. Titles whose values are joined, as
 * those of a date and a time, do not repeat each other. */
bool list_text_repeats(const struct record_line *record, uint32_t title);

/* True if a title of the record is one of free text. */
bool list_text_has_free(const struct record_line *record);

/* Counts the blanks that the line begins with. */
size_t list_text_indentation(struct span line);

/* Counts the words of the line, which blanks part. */
size_t list_text_count_words(struct span line);

/* True if all that the record says is the number of an event. */
bool list_text_is_number(const struct record_line *record);

/* True if the line counts the records, as wevtutil does above each: "Event[0]:", "Ereignis[1]:". */
bool list_text_is_counter(struct span line);

/* True if the line begins with a date and a time of day, as those of a trace do: "[01/11/2021
 * 02:57:03, TID 5a88] ...". */
bool list_text_begins_trace(struct span line);

/* True if the line is one of the log that an event of Windows Server Backup names, which somebody
 * put below the event: "Error in backup of F:\a.docx during write: Error [0x80070005] ...". */
bool list_text_names_failed_file(struct span line);

/* True if the event as XML, below its text, ends with the line. */
bool list_text_ends_xml(struct span line);

/* Adds the time in UTC that a line of the event as XML gives: SystemTime="2024-07-20T17:47:38Z".
 * False without memory. */
bool list_text_add_time(struct record_line *record, struct span line, struct fault *fault);

#endif

/* Words that folders, archives and logs are called by, and that are no servers' names. */
#ifndef MARSIFT_TEXT_HOST_WORDS_H
#define MARSIFT_TEXT_HOST_WORDS_H

#include <stdbool.h>

#include "base/span.h"

/* True for what logs are called: "logs", "jobs", "events", and such a word with "logs" joined to
 * it: "MARSlogs". */
bool host_words_has_log(struct span word);

/* True for words that with a number are names of servers, too: FILE01. */
bool host_words_is_server(struct span word);

/* True for days, nights, months and the like. */
bool host_words_has_time(struct span word);

/* True for these, too, and for a word such as "old", "Temp", "attachments", "Montag", in either
 * case. With a number it is no server's name either. */
bool host_words_has_folder(struct span word);

/* True for what tells copies and parts of one server's logs apart, with or without a number: "old",
 * "before", "copy2", "Monday", "logs", "Temp". */
bool host_words_has_copy(struct span word);

/* True for folder words that are also names of servers, with any number or alone, where other
 * servers are beside them: DATA, TEST1. */
bool host_words_is_server_alone(struct span word);

/* True for folder words that with a number are one of a series: "part01", "copy2". */
bool host_words_has_series(struct span word);

/* True for what servers are for, such as "backup": no name alone, but one with a number. */
bool host_words_has_role(struct span word);

#endif

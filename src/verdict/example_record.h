/* Takes back the verdict on records of texts that explain failures and report none. */
#ifndef MARSIFT_VERDICT_EXAMPLE_RECORD_H
#define MARSIFT_VERDICT_EXAMPLE_RECORD_H

#include <stdbool.h>

#include "grammar/event.h"
#include "text/text_purpose.h"
#include "verdict/verdict.h"

/* Makes a failure unparsed that a text of this purpose gives as an example, and returns true then.
 * A record with a date happened, whatever is around it, and outside of programs one of a table, a
 * list or an event. */
bool example_record_take_back(enum text_purpose purpose, const struct event *event,
                              struct verdict *verdict);

/* True for a failure in a text that explains some which the text quotes as it happened: beside its
 * code it names a file, a host, or the details of a job of DPM, or it is a message of the agent
 * with its number behind a mark of quotes. */
bool example_record_is_quoted(enum text_purpose purpose, const struct event *event,
                              const struct verdict *verdict);

#endif

/* Lets the structured reader read a text, with a dialect of events that has the titles of XML and
 * JSON. */
#ifndef MARSIFT_TESTS_STRUCTURED_EVENTS_H
#define MARSIFT_TESTS_STRUCTURED_EVENTS_H

#include "base/span.h"

/* Returns what comes out, with \x1d as '@' and tabs as '|'. The cells of a record line are
 * provider, number, level, time, host and message. The caller releases it with memory_free. */
char *structured_events_read(struct span text);

/* Fails the test unless the text becomes `expected`. */
void structured_events_expect(const char *text, const char *expected);

#endif

/* Matches a text with one grammar, for tests. */
#ifndef MARSIFT_TESTS_GRAMMAR_RUN_H
#define MARSIFT_TESTS_GRAMMAR_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "grammar/dialect.h"
#include "grammar/event.h"
#include "grammar/search/literal_scanner.h"

enum { RUN_EVENTS = 64 };

/* The first RUN_EVENTS events of a text; spans are lent by the text. */
struct grammar_run {
    struct event events[RUN_EVENTS];
    size_t count;
    size_t lines;      /* of all events */
    size_t line_count; /* of the text */
};

/* Returns the built-in dialect of the grammar `name`, such as "cbengine". Fails the test if it does
 * not compile. The caller closes it. */
struct dialect *grammar_built_in(const char *name);

/* Splits `text` into lines at LF, CR or CR LF and matches them as one block. `messages` may be
 * NULL. */
void grammar_match(const struct dialect *dialect, struct span text,
                   const struct scanner_literal *messages, size_t message_count, bool is_first,
                   struct grammar_run *run);

#endif

/* The dialects of a run, and the choice of one for a log. */
#ifndef MARSIFT_GRAMMAR_DIALECT_SET_H
#define MARSIFT_GRAMMAR_DIALECT_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "grammar/dialect.h"
#include "grammar/pattern.h"
#include "grammar/reading.h"
#include "input/log.h"

/* The name of the dialect that reads any text. */
#define LAST_RESORT_DIALECT "text"

/* Start as `struct dialect_set set = {0};`. */
struct dialect_set {
    struct dialect **dialects; /* each at its index */
    size_t count;
    size_t capacity;
};

/* Adds a dialect, which the set then owns, also on failure. It replaces one of the same name. False
 * without memory. */
bool dialect_set_add(struct dialect_set *set, struct dialect *dialect, struct fault *fault);
void dialect_set_release(struct dialect_set *set);

/* Returns the dialect called `name`, or NULL. */
const struct dialect *dialect_set_find(const struct dialect_set *set, const char *name);

struct dialect_choice {
    const struct dialect *dialect; /* NULL: skip the log */
    const struct dialect *limited; /* the first dialect with a pattern that reached its step limit,
                                      so that the choice may be wrong; NULL if there is none */
    struct reading reading;        /* why; its evidence says which rules hold */
};

/* Chooses the dialect of a log: the one for which most speaks (dialect_evidence.h), mostly the
 * share of lines at the head of the log. LAST_RESORT_DIALECT is the last resort, for logs
 * that are named directly, or whose name its `names` pattern fits. Record lines (record_dialect.h)
 * do not count. */
struct dialect_choice dialect_set_choose(const struct dialect_set *set, const struct log *log,
                                         const struct block *head, struct pattern_scratch *scratch);

/* True if `name`, without folders, is that of a log of some dialect. */
bool dialect_set_has_name(const struct dialect_set *set, struct span name,
                          struct pattern_scratch *scratch);

#endif

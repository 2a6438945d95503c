/* A dialect: the compiled rules of one grammar file, and the set of all dialects of a run. */
#ifndef MARSIFT_GRAMMAR_DIALECT_H
#define MARSIFT_GRAMMAR_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/limits.h"
#include "base/span.h"
#include "grammar/columns.h"
#include "grammar/dialect_source.h"
#include "grammar/event.h"
#include "grammar/log_kind.h"
#include "grammar/pattern.h"
#include "grammar/required_literals.h"
#include "grammar/shape.h"
#include "input/log.h"

struct rule {
    const char *name;
    enum verdict_class verdict;
    struct pattern *pattern; /* NULL: takes what is left at its levels */
    struct shape *shapes;    /* what its subject usually looks like; tried first */
    size_t shape_count;
    struct pattern **quick; /* the same, cheaper, for usual shapes of the subject */
    size_t quick_count;
    struct required_literals
        literals;        /* no match without one of them, whatever its case; none: not known */
    char *const *levels; /* none: every level */
    size_t level_count;
};

/* Immutable after dialect_open: any thread may read it. */
struct dialect {
    const char *file; /* the name for messages */
    const char *name;
    size_t index;          /* in its set; dialect_set_add sets it */
    enum log_kind kind;    /* of its logs */
    const char *kind_name; /* the author's word for it; the dialect's name if there is none */
    const char *title;
    struct dialect_source *source;
    struct span source_text; /* of the file, for line numbers */
    struct pattern *detect;  /* each of these may be NULL */
    struct pattern *likely;
    struct pattern *names;
    struct pattern *record;
    struct columns columns; /* of the records that need no pattern */
    struct pattern *continuation;
    struct pattern *unfinished;
    struct pattern *repeating;
    struct pattern *joined;
    struct rule *rules;
    size_t rule_count;
};

/* Compiles `text`, the content of the grammar file `file` (both lent until dialect_close). What is
 * wrong is a FAULT_GRAMMAR "FILE:LINE: ...". NULL with the fault set. */
struct dialect *dialect_open(const char *file, struct span text, struct fault *fault);
void dialect_close(struct dialect *dialect);

/* Whether the rule holds for records of `level`. What has no level (bytes NULL: a piece of a
 * record, say) is taken by every rule that has a pattern. */
bool rule_takes_level(const struct rule *rule, struct span level);

/* The dialects of a run. Start as `struct dialect_set set = {0};`. */
struct dialect_set {
    struct dialect **dialects;
    size_t count;
    size_t capacity;
};

/* Adds a dialect, which the set then owns (also on failure); it replaces one of the same name. */
bool dialect_set_add(struct dialect_set *set, struct dialect *dialect, struct fault *fault);
void dialect_set_release(struct dialect_set *set);

/* The dialect called `name`, or NULL. */
const struct dialect *dialect_set_find(const struct dialect_set *set, const char *name);

/* Which log is whose: */
struct dialect_choice {
    const struct dialect *dialect;   /* NULL when the log is to be left out */
    const struct dialect *undecided; /* the first one whose patterns reached their step limit before
                                        they could tell; else NULL */
};

/* The dialect of a log: the one whose `detect` pattern fits most lines at the head of the log,
 * where the log's own name (`names`) counts as a hint. The dialect called "text" is the last
 * resort: for logs that are named directly, or whose name its `names` pattern takes for a log's.
 */
struct dialect_choice dialect_set_choose(const struct dialect_set *set, const struct log *log,
                                         const struct block *head, struct pattern_scratch *scratch);

#endif

/* A dialect: one grammar file, compiled. */
#ifndef MARSIFT_GRAMMAR_DIALECT_H
#define MARSIFT_GRAMMAR_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/columns.h"
#include "grammar/dialect_source.h"
#include "grammar/event.h"
#include "grammar/log_kind.h"
#include "grammar/pattern.h"
#include "grammar/reading.h"
#include "grammar/required_literals.h"
#include "grammar/shape.h"
#include "input/structured/record_titles.h"

struct rule {
    const char *name;
    enum verdict_class verdict;
    enum host_fact fact;       /* what it says of its host; see host_fact.h */
    enum event_repeat repeats; /* its failure counts only without another one there */
    unsigned given; /* bits of enum evidence: in a log that has none of them, the rule takes only
                       records that `detect` fits; 0: it takes all */
    struct pattern *pattern; /* NULL: takes what is left at its levels */
    struct shape *shapes;    /* the usual shapes of its subject, tried first */
    size_t shape_count;
    struct pattern **quick; /* cheaper patterns for usual subjects, tried second */
    size_t quick_count;
    struct required_literals literals; /* every match contains one of them; none: not known */
    char **levels;                     /* the rule holds for records of these; none: of any */
    size_t level_count;
    bool is_otherwise; /* its words are weak evidence: the samples of other rules may fit it, and
                          what may continue the record before does so */
};

/* Immutable after dialect_open or dialect_complete: any thread may read it. */
struct dialect {
    const char *file; /* the name for messages */
    bool is_users;    /* not built in; ruleset_open sets it */
    const char *name;
    size_t index;          /* in its set; dialect_set_add sets it */
    enum log_kind kind;    /* of its logs */
    const char *kind_name; /* the author's word for it; the dialect's name if there is none */
    const char *title;
    struct dialect_source *source;
    struct span source_text; /* the text of the file, for line numbers */
    struct pattern *detect;  /* these patterns may be NULL; see struct dialect_source */
    struct pattern *likely;
    struct pattern *anywhere;
    struct pattern *names;
    struct pattern *heading;
    struct pattern *hint;
    struct pattern *against;
    struct pattern *other_heading;
    struct pattern *other_names;
    bool is_flat;
    struct pattern *record;
    struct columns columns;      /* none if its count is 0 */
    struct record_titles titles; /* without titles if the grammar has none */
    struct pattern *continuation;
    struct pattern *unfinished;
    struct pattern *explanation;
    struct pattern *moment;
    struct pattern *named_host;
    struct pattern *repeating;
    struct pattern *joined;
    struct rule *rules;
    size_t rule_count;
};

/* Compiles `text`, the content of the grammar file `file`; both are lent until dialect_close. An
 * error in it is a FAULT_GRAMMAR "FILE:LINE: ...". NULL with the fault set. */
struct dialect *dialect_open(const char *file, struct span text, struct fault *fault);

/* The same in two steps, because most runs need the rules of few grammars: dialect_set_choose needs
 * only the first one. dialect_complete does nothing the second time; false with the fault set. */
struct dialect *dialect_open_for_choice(const char *file, struct span text, struct fault *fault);
bool dialect_complete(struct dialect *dialect, struct fault *fault);

void dialect_close(struct dialect *dialect);

/* True if the rule holds for records of `level`, which a narrow column may have cut ("Informa...").
 * For text without a level (bytes NULL), such as a fragment of a record, every rule with a
 * pattern does. */
bool dialect_rule_takes_level(const struct rule *rule, struct span level);

/* True if `evidence` is enough for the rule to take records that the dialect's `detect` does not
 * fit. */
bool dialect_rule_is_given(const struct rule *rule, unsigned evidence);

#endif

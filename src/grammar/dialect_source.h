/* A grammar file as its author wrote it: YAML by schema, nothing compiled yet. */
#ifndef MARSIFT_GRAMMAR_DIALECT_SOURCE_H
#define MARSIFT_GRAMMAR_DIALECT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/span.h"
#include "grammar/event.h"
#include "grammar/pattern_parts.h"

/* Strings are NUL-terminated; NULL where an optional key is missing. Counts are `unsigned` because
 * the YAML library's schemas want them so. */

/* What a sample must yield, by field; NULL where the author does not say. */
struct expectation {
    char *fields[FIELD_COUNT];
};

struct sample {
    char *line; /* a record; further physical lines after LF */
    struct expectation *expect;
};

struct rule_source {
    char *name;
    enum verdict_class verdict;
    char **levels; /* the rule holds for records of these levels only; none: for all */
    unsigned levels_count;
    char *pattern; /* NULL: takes whatever is left at its levels, after all other rules */
    char **shapes; /* usual shapes of its subject, see grammar/shape.h */
    unsigned shapes_count;
    char **quick; /* patterns for its usual shapes, tried first; they give what `pattern` gives */
    unsigned quick_count;
    struct sample *samples;
    unsigned samples_count;
    char **not_samples;
    unsigned not_samples_count;
};

struct dialect_source {
    char *grammar; /* the dialect's name */
    char *kind;    /* of the logs: "engine-log" ... */
    char *title;
    char *detect; /* a pattern for lines that only this dialect has; NULL: never detected */
    char *
        likely; /* a weaker sign, that only counts where the log is named directly or by its name */
    char *names;        /* a pattern for file names that speak for this dialect */
    char *record;       /* what a record looks like; NULL: every line is one */
    char *columns;      /* the usual shape of a record, see grammar/columns.h; NULL: none */
    char *continuation; /* a line that is no record and goes on with the one before */
    char *
        unfinished; /* the last line of a record that the next line must finish, whatever that is */
    char *repeating; /* a record that may go on with the one before by repeating its prefix */
    char *joined; /* in the message of a record: another one on its line, captured as `message` */
    struct pattern_part *parts; /* named pieces of the patterns */
    unsigned parts_count;
    struct rule_source *rules;
    unsigned rules_count;
};

/* Reads `text`, the content of the file that is called `name` in faults. What breaks the schema, a
 * misspelt key included, is a FAULT_GRAMMAR "NAME:LINE: ...". Aliases are refused, so that a small
 * file cannot become a large one. NULL with the fault set. */
struct dialect_source *dialect_source_read(const char *name, struct span text, struct fault *fault);
void dialect_source_free(struct dialect_source *source);

/* The line (from 1) on which the rule called `rule` begins in `text`; 1 when it is not found. */
size_t dialect_source_line_of_rule(struct span text, const char *rule);

#endif

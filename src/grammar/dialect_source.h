/* A grammar file as its author wrote it: YAML that fits the schema, nothing compiled yet. */
#ifndef MARSIFT_GRAMMAR_DIALECT_SOURCE_H
#define MARSIFT_GRAMMAR_DIALECT_SOURCE_H

#include <stdbool.h>

#include "grammar/event.h"
#include "grammar/pattern_parts.h"

/* Strings are NUL-terminated; NULL for an optional key that is missing. Counts are `unsigned`
 * because libcyaml's schemas require it. */

/* The fields that a sample must yield; NULL: any. */
struct expectation {
    char *fields[FIELD_COUNT];
};

struct sample {
    char *line; /* a record; LF separates its lines */
    struct expectation *expect;
};

struct rule_source {
    char *name;
    enum verdict_class verdict;
    int given; /* bits of enum evidence: in a log that has none of them, the rule takes only
                  records that `detect` fits; 0: it takes all */
    enum host_fact fact;       /* what it says of its host; see host_fact.h */
    enum event_repeat repeats; /* its failure counts only without another one there; see event.h */
    char **levels;             /* the rule holds for records of these levels, in the words that
                                  `level_words` has for them too; none: of all */
    unsigned levels_count;
    bool otherwise; /* tried after all other rules; proves no more than that: see struct rule */
    char *pattern;  /* NULL: takes what all other rules leave at its levels */
    char **shapes;  /* the usual shapes of its subject: see shape.h */
    unsigned shapes_count;
    char **quick; /* cheaper patterns for usual subjects; they capture what `pattern` captures */
    unsigned quick_count;
    struct sample *samples;
    unsigned samples_count;
    char **not_samples;
    unsigned not_samples_count;
};

/* What the columns and labels of tables and lists are called that hold a field. */
struct title_source {
    char *field;  /* the field's name, or "none" for known titles that nobody needs */
    char **names; /* the best one first; one after a plus sign joins the one before it;
                     one after a tilde is of a language that puts the day before the month;
                     one after a question mark does not count for what a record needs;
                     one after a hash has numbers of its own, which its values get the hash for */
    unsigned names_count;
    char **of; /* fields before it, whose values make its own */
    unsigned of_count;
};

/* What programs of other languages call a level. */
struct level_source {
    char *level; /* as rules name it */
    char **words;
    unsigned words_count;
};

struct dialect_source {
    char *grammar; /* the dialect's name */
    char *kind;    /* the kind of its logs: see log_kind.h */
    char *title;
    /* Patterns: */
    char *detect;   /* fits lines that only this dialect has; NULL: never detected */
    char *likely;   /* weaker evidence: counts if `names` fits the log's name; and where it fits
                       nearly all lines, also the first one, if the log is named directly or
                       `hint` fits a line; or if `detect` fits enough of them */
    char *anywhere; /* fits records of this dialect that may come in any text, between other
                       lines; NULL: none may */
    char *names;    /* fits names of files that are probably of this dialect */
    char *heading;  /* fits a line of which one is enough */
    char *hint;     /* fits a line that vouches for `likely` */
    char *against;  /* fits lines that such logs do not have: one refutes `likely`, more than
                       `detect` fits refute that too */
    char *other_heading; /* fits titles that say that what is below them is of no such log, whatever
                            `detect` and `likely` fit */
    char *other_names;   /* fits names of files for which `likely` does not count */
    bool is_parted;      /* words of a record may be several messages: see record_titles.h */
    bool is_fallback;    /* takes the records that no other dialect does: see record_titles.h */
    bool is_flat;        /* where a line is the folder of another one, `likely` does not count */
    char *record;        /* fits the first line of a record; NULL: every line is one */
    char *columns;       /* no pattern: the usual layout of a record, see columns.h; NULL: none */
    char *continuation;  /* fits a line that is no record and continues the one before */
    char *moment;        /* captures date and time of a line for whose failure no rule does */
    char *named_host;  /* captures the host that the words of a failure name, where no rule does */
    char *unfinished;  /* fits the last line of a record that the next line completes; without
                          `record`, the whole record, which up to four lines complete */
    char *explanation; /* fits a record and the next line, whatever that is, if the line says more
                          of the record; tried for up to four lines */
    char *repeating;   /* fits a record that may continue the one before by repeating its prefix */
    char *joined;      /* finds, in the message of a record, another one on its line, captured as
                          `message` */
    struct title_source *titles; /* see input/structured/record_titles.h */
    unsigned titles_count;
    char **needs; /* fields, "event" or "level|provider", of which a record must have one each */
    unsigned needs_count;
    struct level_source *level_words;
    unsigned level_words_count;
    struct pattern_part *parts; /* named parts of the patterns */
    unsigned parts_count;
    struct rule_source *rules;
    unsigned rules_count;
};

#endif

/* The entries of the catalog as its readers see them. Texts are NUL-terminated UTF-8 and never
 * NULL; everything is lent by the catalog. What a file leaves empty in Japanese is the English
 * text. */
#ifndef MARSIFT_CATALOG_CATALOG_TYPES_H
#define MARSIFT_CATALOG_CATALOG_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/language.h"
#include "base/span.h"
#include "catalog/severity.h"
#include "text/wildcard_set.h"

struct catalog_category {
    const char *name; /* "access_denied" */
    bool is_file_level;
    enum severity severity;
    bool at_risk;
    bool transient;
    uint32_t urgency; /* the lower, the less of what is lost can be got back; 0: none is known */
    const char *title[LANGUAGE_COUNT];
    const char *meaning[LANGUAGE_COUNT];
    const char *const *actions[LANGUAGE_COUNT]; /* what to do, in order */
    size_t action_count[LANGUAGE_COUNT];
    const char *exclusion[LANGUAGE_COUNT]; /* whether such items may be excluded; "" for jobs */
    const char *reference;
};

struct catalog_code {
    uint32_t code;
    const char *symbol; /* "" if it has none */
    const char *alias;  /* a second symbol of the same number, E_ACCESSDENIED; "" */
    size_t category;    /* index of catalog_category_at */
    bool transient;
    bool at_risk;
    const char *action[LANGUAGE_COUNT];
    const char *reference;
};

struct agent_error {
    uint32_t id;                       /* 0: it has no number */
    const char *symbol;                /* "" if it has none */
    const char *title[LANGUAGE_COUNT]; /* what happened, in a few words */
    size_t category;
    enum severity severity; /* these three are the category's unless the row says otherwise */
    bool transient;
    bool at_risk;
    const char *cause[LANGUAGE_COUNT];
    const char *const *actions[LANGUAGE_COUNT];
    size_t action_count[LANGUAGE_COUNT];
    const char *reference;
    uint32_t answered_by_files; /* how many of the first actions ask for no more than why files
                                   failed */
    /* The row only words a failure code ("Access is denied" = 0x80070005): then a text that fits it
     * means that code, and it is no finding of its own. 0 otherwise. */
    uint32_t code;
    /* The row is no finding by its text alone: a wrapper around an inner code, or the wording of a
     * status. */
    bool is_wrapper;
};

/* A piece of a message, or a symbol, that identifies an agent error. Matching folds case and takes
 * any run of blanks for one; a symbol must stand as a word of its own. `error` is an index for
 * catalog_error_at. */
struct catalog_message_pattern {
    struct span text;
    size_t error;
    bool is_symbol;
    /* Other programs say the same: outside the agent's own records it counts only where
     * message_origin_is_agent finds it to be the agent's. A ~ before the message marks it in the
     * file. */
    bool is_generic;
};

/* A subject that `explain` knows. */
/* Words that mean the same to somebody who searches: "could not", "cannot", "unable to". */
struct catalog_synonym {
    const char *const *spellings; /* the first is the one that the catalog's own names have */
    size_t spelling_count;
    bool is_ignored; /* they tell nothing: "the", "is" */
};

struct catalog_topic {
    const char *name;                         /* "proxy" */
    const char *const *words[LANGUAGE_COUNT]; /* what people may type for it, the name apart */
    size_t word_count[LANGUAGE_COUNT];
    const char *title[LANGUAGE_COUNT];
    const char *cause[LANGUAGE_COUNT];
    const char *const *actions[LANGUAGE_COUNT];
    size_t action_count[LANGUAGE_COUNT];
    const char *const
        *related; /* codes, numbers and symbols, as one would ask `explain` for them */
    size_t related_count;
    const char *reference;
};

/* Codes from `first` to `last`: what is known of those that have no row of their own. */
struct code_family {
    uint32_t first;
    uint32_t last;
    size_t category;
    const char *title[LANGUAGE_COUNT];
    const char *reference;
};

/* A facility of HRESULTs: bits 16 to 26. */
struct code_facility {
    uint32_t number;
    const char *name;
};

/* A rule that reads a code in its context. Of its conditions, each that is not empty must hold.
 * Indexes are those of the catalog. */
struct catalog_context {
    const char *name;      /* "scratch-folder" */
    const uint32_t *codes; /* one of these codes ... */
    size_t code_count;
    const size_t *categories; /* ... or a code of one of these categories */
    size_t category_count;
    struct wildcard_set paths;      /* one of these fits the folded path ... */
    struct wildcard_set exceptions; /* ... and none of these */
    uint32_t min_path_length;       /* in UTF-16 units, as Windows counts */
    uint32_t min_share_percent;     /* of the failed files of a job; 0: no rule of shares */
    uint32_t min_files;             /* beside the share */
    const size_t *errors;           /* the record is one of these agent errors ... */
    size_t error_count;
    const char *const *texts; /* ... and holds one of these words */
    size_t text_count;
    bool has_category;
    size_t category; /* what a file's category becomes */
    bool has_finding;
    size_t finding;   /* the agent error that is found, or that the record becomes */
    const char *mark; /* "harmless" or "" */
    const char *advice[LANGUAGE_COUNT]; /* "" if none */
    const char *reference;
};

/* The context rules about paths that may concern a code, and what they need. */
struct context_list {
    const uint32_t *rules; /* their numbers, in the order in which they are asked */
    size_t count;
    struct wildcard_needs needs; /* of the patterns of those that may fit a path with a root */
    size_t min_path_length;      /* bytes, of those of them without patterns; SIZE_MAX: none */
};

/* A message of the system for a code. A code may have several wordings; the first one is shown. */
struct system_message {
    uint32_t code;
    const char *const *texts[LANGUAGE_COUNT];
    size_t text_count[LANGUAGE_COUNT];
};

#endif

/* The entries of the catalog as its readers see them. Texts are NUL-terminated UTF-8 and never
 * NULL; everything is lent by the catalog. A text of another language that a file leaves empty is
 * the English one. */
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
    uint32_t urgency;  /* the lower, the less of the lost data can be recovered; 0: not known */
    bool is_of_volume; /* its actions treat the volume of the files */
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
    size_t category;    /* index for catalog_category_at */
    bool transient;
    bool at_risk;
    const char *title[LANGUAGE_COUNT]; /* what happened, in a few words; "" if the row has none */
    const char *cause[LANGUAGE_COUNT]; /* "": the meaning of the category says it */
    /* What to do. With a cause of its own these are all; without, the category's follow. */
    const char *const *actions[LANGUAGE_COUNT];
    size_t action_count[LANGUAGE_COUNT];
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
    uint32_t answered_by_files; /* how many of the first actions only ask why files failed */
    /* The row only words a failure code ("Access is denied" = 0x80070005): a text that matches it
     * means that code and is no finding of its own. 0 otherwise. */
    uint32_t code;
    /* The row is no finding by its text alone: it is a wrapper around an inner code, or the wording
     * of a status. */
    bool is_wrapper;
};

/* A message, part of one, or a symbol that identifies an agent error. Matching folds case and takes
 * any run of blanks for one; a symbol must be a whole word. */
struct catalog_message_pattern {
    struct span text;
    size_t error; /* index for catalog_error_at */
    bool is_symbol;
    /* Other programs print the same, as a ~ before the message says in the file: outside the
     * agent's own records it counts only where message_origin_is_agent says so. */
    bool is_generic;
};

/* Words that mean the same to somebody who searches: "could not", "cannot", "unable to". */
struct catalog_synonym {
    const char *const *spellings; /* the first is the one that the catalog's own names use */
    size_t spelling_count;
    bool is_ignored; /* they carry no meaning: "the", "is" */
};

/* A subject that `explain` knows. */
struct catalog_topic {
    const char *name;                         /* "proxy" */
    const char *const *words[LANGUAGE_COUNT]; /* what people may type for it, beside the name */
    size_t word_count[LANGUAGE_COUNT];
    const char *title[LANGUAGE_COUNT];
    const char *cause[LANGUAGE_COUNT];
    const char *const *actions[LANGUAGE_COUNT];
    size_t action_count[LANGUAGE_COUNT];
    const char *const *related; /* codes, numbers and symbols, as a query of `explain` has them */
    size_t related_count;
    const char *reference;
};

/* Codes from `first` to `last`: what is known of those without a row of their own. */
struct code_family {
    uint32_t first;
    uint32_t last;
    size_t category;
    const char *title[LANGUAGE_COUNT];
    const char *cause[LANGUAGE_COUNT]; /* "": what the category means, and its actions */
    const char *const *actions[LANGUAGE_COUNT];
    size_t action_count[LANGUAGE_COUNT];
    const char *reference;
};

/* A facility of HRESULTs: bits 16 to 26. */
struct code_facility {
    uint32_t number;
    const char *name;                    /* "HTTP" */
    const char *meaning[LANGUAGE_COUNT]; /* "Answers of a web server", or "" */
};

/* A rule that reads a code in its context. All of its conditions that are not empty must hold.
 * Indexes are those of the catalog. */
struct catalog_context {
    const char *name;      /* "scratch-folder" */
    const uint32_t *codes; /* one of these codes ... */
    size_t code_count;
    const size_t *categories; /* ... or a code of one of these categories */
    size_t category_count;
    struct wildcard_set paths;      /* one of these matches the folded path ... */
    struct wildcard_set exceptions; /* ... and none of these */
    struct wildcard_set lookalikes; /* like `paths`, but of hosts whose scratch folder is unknown */
    bool has_scratch_folder;        /* `paths` includes the scratch folders of the host, if known */
    bool excepts_scratch_folder;    /* ... and so do `exceptions` */
    uint32_t min_path_length;       /* in UTF-16 units, as Windows counts */
    uint32_t min_share_percent;     /* of the failed files of a job; 0: no rule about shares */
    uint32_t min_files;             /* besides the share */
    const size_t *errors;           /* the record is one of these agent errors ... */
    size_t error_count;
    const char *const *texts; /* ... and contains one of these words */
    size_t text_count;
    bool has_category;
    size_t category; /* the category that the file gets */
    bool has_finding;
    size_t finding;   /* the agent error that is found, or that the record becomes */
    const char *mark; /* "harmless" or "" */
    const char *advice[LANGUAGE_COUNT]; /* "" if none */
    const char *reference;
};

/* The context rules that name one code, category or agent error, or no code at all; and what a path
 * needs to match one of them or of `wider`. */
struct context_list {
    const struct context_list *wider; /* rules of the code's category, of any code; NULL: none */
    uint32_t *rules; /* indexes for catalog_context_at, in the order of their precedence */
    size_t count;
    struct wildcard_filter
        filter;             /* of the patterns of the rules that may match a path with a root */
    size_t min_path_length; /* in bytes, of those of these rules that have no patterns;
                               SIZE_MAX: none */
};

/* The messages of the system for a code. The first wording is the one that is printed; those in
 * other languages are only read. */
struct system_message {
    uint32_t code;
    const char *const *texts[LANGUAGE_COUNT];
    size_t text_count[LANGUAGE_COUNT];
    const char *const *other_texts;
    size_t other_count;
};

#endif

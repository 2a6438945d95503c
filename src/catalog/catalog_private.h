/* Private to the catalog: its entries, and the file and line that each came from. */
#ifndef MARSIFT_CATALOG_CATALOG_PRIVATE_H
#define MARSIFT_CATALOG_CATALOG_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/hash_table.h"
#include "base/int_map.h"
#include "catalog/catalog_types.h"

/* `file` is 0 for the built-in files, then 1, 2 ... for the user's. */
struct row_origin {
    size_t file;
    uint64_t line;
};

/* Entries with their origin, which entry_list.h expects first. */
struct sourced_category {
    struct row_origin origin;
    struct catalog_category row;
};

struct sourced_code {
    struct row_origin origin;
    struct catalog_code row;
};

struct sourced_error {
    struct row_origin origin;
    struct agent_error row;
    const char *const *messages[LANGUAGE_COUNT];
    size_t message_count[LANGUAGE_COUNT];
};

struct sourced_topic {
    struct row_origin origin;
    struct catalog_topic row;
};

struct sourced_family {
    struct row_origin origin;
    struct code_family row;
};

struct sourced_facility {
    struct row_origin origin;
    struct code_facility row;
};

struct sourced_message {
    struct row_origin origin;
    struct system_message row;
};

struct sourced_synonym {
    struct row_origin origin;
    struct catalog_synonym row;
};

struct sourced_context {
    struct row_origin origin;
    struct catalog_context row;
};

/* The rules by what they name. Its size grows with the rules, not with their square. */
struct context_index {
    struct context_list *lists;     /* about paths: of any code, one per category, one per code */
    struct int_map codes;           /* index into `lists` by code */
    struct context_list *of_errors; /* one per agent error */
};

/* A system message as it is looked for at the end of a text: without its full stop. */
struct message_suffix {
    struct span text;
    uint32_t code;
};

/* Arrays of `count` elements with room for `capacity`. */
struct catalog {
    struct arena arena; /* every text and list */
    size_t file;        /* that is being read; see struct row_origin */
    struct sourced_category *categories;
    size_t category_count, category_capacity;
    struct sourced_code *codes;
    size_t code_count, code_capacity;
    struct sourced_error *errors;
    size_t error_count, error_capacity;
    struct sourced_topic *topics;
    size_t topic_count, topic_capacity;
    struct sourced_family *families;
    size_t family_count, family_capacity;
    struct sourced_facility *facilities;
    size_t facility_count, facility_capacity;
    struct sourced_message *messages;
    size_t message_count, message_capacity;
    struct sourced_synonym *synonyms;
    size_t synonym_count, synonym_capacity;
    struct sourced_context *contexts; /* in the order of their precedence, once all are read */
    size_t context_count, context_capacity;
    struct hash_table category_places, topic_places, facility_places, message_places,
        context_places;         /* indexes by the hash of an entry's key, while rows are read */
    struct int_map code_places; /* index into `codes` by code */
    struct int_map id_places;   /* index into `errors` by the agent's number */
    size_t unknown_category;
    /* Built once every row is read. */
    struct catalog_message_pattern *patterns;
    size_t pattern_count, pattern_capacity;
    struct message_suffix *suffixes; /* by their last byte, case folded; the longest first */
    size_t suffix_starts[257];       /* index of the first suffix with each last byte */
    uint64_t suffix_ends[1024];      /* a bit set: the last two bytes of all suffixes */
    struct context_index context_index;
};

#endif

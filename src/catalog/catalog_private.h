/* What the catalog is made of: the rows that were taken, and where each of them came from. For the
 * modules of the catalog only. */
#ifndef MARSIFT_CATALOG_CATALOG_PRIVATE_H
#define MARSIFT_CATALOG_CATALOG_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/int_map.h"
#include "catalog/catalog_types.h"

/* `file` is 0 for the built-in files, then 1, 2 ... for the user's. */
struct row_origin {
    size_t file;
    uint64_t line;
};

struct sourced_category {
    struct catalog_category row;
    struct row_origin origin;
};

struct sourced_code {
    struct catalog_code row;
    struct row_origin origin;
};

struct sourced_error {
    struct agent_error row;
    const char *const *messages[LANGUAGE_COUNT];
    size_t message_count[LANGUAGE_COUNT];
    struct row_origin origin;
};

struct sourced_topic {
    struct catalog_topic row;
    struct row_origin origin;
};

struct sourced_family {
    struct code_family row;
    struct row_origin origin;
};

struct sourced_facility {
    struct code_facility row;
    struct row_origin origin;
};

struct sourced_message {
    struct system_message row;
    struct row_origin origin;
};

/* A system message as it is looked for at the end of a text: without its full stop. */
struct message_suffix {
    struct span text;
    uint32_t code;
};

struct sourced_context {
    struct catalog_context row;
    struct row_origin origin;
};

/* Arrays of `count` elements; the capacity is the array's own business. */
struct catalog {
    struct arena arena; /* every text and list */
    size_t file;        /* of the row that is being taken */
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
    struct catalog_synonym *synonyms;
    size_t synonym_count, synonym_capacity;
    struct message_suffix *wordings; /* by their last byte, case folded; the longest first */
    size_t wording_starts[257];      /* where those with each last byte begin */
    uint64_t wording_ends[1024];     /* a set of the last two bytes of all, as numbers */
    struct sourced_context
        *contexts; /* when every row is in: in the order in which they are asked */
    size_t context_count, context_capacity;
    struct context_list
        *context_lists; /* one a category, then one for each code of code_contexts */
    struct int_map code_contexts;
    struct catalog_message_pattern *fragments;
    size_t fragment_count, fragment_capacity;
    struct int_map code_places;
    struct int_map id_places;
    size_t unknown_category;
};

#endif

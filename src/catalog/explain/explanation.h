/* An answer of `explain` as plain data. Texts are NUL-terminated UTF-8, lent by the catalog and the
 * arena that it was made with. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLANATION_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLANATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

enum explanation_kind {
    EXPLAIN_UNKNOWN,
    EXPLAIN_HRESULT,
    EXPLAIN_AGENT_ERROR,
    EXPLAIN_TOPIC,
    EXPLAIN_READINGS /* a number that may mean each of the matches */
};

/* "unknown", "hresult", "agent-error", "topic", "readings". */
const char *explanation_kind_name(enum explanation_kind kind);

/* Members that are NULL do not apply. */
struct explanation {
    struct span query;
    enum explanation_kind kind;
    const char *code; /* "0x80070005" */
    const char *id;   /* "100050" */
    const char *hex;  /* "0x186D2" */
    const char *symbol;
    const char *category;
    const char *category_title;
    const char *title;
    const char *severity;
    const bool *transient;
    const bool *at_risk;
    const char *nearest; /* for an unknown query: the name that differs in a few letters */
    const char *cause;
    const char *const *actions;
    size_t action_count;
    const char *reference;
    const struct explanation *matches; /* for words that several entries contain */
    size_t match_count;
};

#endif

/* What a number in a query may mean: an agent error, a failure code in any notation, a Win32 error,
 * an HTTP status, an event. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_NUMBER_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "catalog/catalog.h"
#include "catalog/explain/explain_entry.h"

enum { MAX_READINGS = MAX_EXPLAINED_MATCHES };

struct number_readings {
    bool is_number; /* false: the text is no number at all */
    uint32_t value;
    bool lacks_digit; /* it has the seven hexadecimal digits of a code that lost one */
    struct entry entries[MAX_READINGS]; /* likeliest first */
    size_t count;                       /* 0: nothing in the catalog has the number */
};

/* Reads `text`, in which a word may say what the number is ("os error 5", "event 18", "HTTP 403",
 * "ID 100050"). Without such a word the readings are, in this order, the agent error or DPM error,
 * the Win32 error and the HTTP status, as far as the catalog has them; a failure code has one
 * reading, also if it is not known. Of a code that lacks a digit, the readings are the codes that
 * it may be, those with a message of the system first. */
struct number_readings explain_number_read(const struct catalog *catalog, struct span text);

/* Explains what was read: the only reading, else all of them as matches of kind EXPLAIN_READINGS;
 * EXPLAIN_UNKNOWN without one. False without memory. */
bool explain_number(const struct explainer *explainer, const struct number_readings *readings,
                    struct explanation *explanation);

#endif

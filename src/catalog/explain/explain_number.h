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

/* What the readings are. After READINGS_CODES, they are only what may have been meant. */
enum readings_kind {
    READINGS_MEANINGS, /* of one number */
    READINGS_CODES,    /* that a longer text contains */
    READINGS_NO_EVENT, /* the catalog has no event with the number */
    READINGS_NO_ERROR, /* the catalog has no agent error with the number */
    READINGS_LACK_DIGIT,
    READINGS_WRONG_START, /* a code starts with 0 instead of 8 */
    READINGS_NO_CODE,     /* the text after 0x is no code */
    READINGS_KIND_COUNT
};

struct number_readings {
    bool is_number; /* false: the text is no number at all */
    bool is_success;
    enum readings_kind kind;
    uint32_t value;
    struct entry entries[MAX_READINGS]; /* likeliest first */
    size_t count;                       /* 0: nothing in the catalog has the number */
};

/* Reads `text`, in which words may say what the number is ("os error 5", "event ID: 18", "HTTP
 * 403", "DPM error 32"). Without such a word the readings are, in this order, the HTTP status of a
 * failed request, the Win32 error, the agent error or DPM error, and the events, as far as the
 * catalog has them; a failure code has one reading, also if it is not known. */
struct number_readings explain_number_read(const struct catalog *catalog, struct span text);

/* Reads the failure codes in a text that says more, such as a line of a log; 0 is only a reading
 * if the text has no other. `is_number` is false if there is none. */
struct number_readings explain_number_read_codes(struct span text);

/* Explains what was read: the only reading, else all of them as matches of kind EXPLAIN_READINGS;
 * EXPLAIN_UNKNOWN without one. False without memory. */
bool explain_number(const struct explainer *explainer, const struct number_readings *readings,
                    struct explanation *explanation);

#endif

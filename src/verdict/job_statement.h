/* What a record states of a whole job: a row of a job table, an item of a console's list. */
#ifndef MARSIFT_VERDICT_JOB_STATEMENT_H
#define MARSIFT_VERDICT_JOB_STATEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "grammar/event.h"
#include "verdict/agent_error_number.h"
#include "verdict/state_word.h"

/* Its start is the time of the record, if it has one. */
struct job_statement {
    bool is_stated; /* the record has a state; of a record that its rule only suspects, a failure */
    bool has_start;
    bool has_reason; /* words for what went wrong */
    enum stated_state state;
    enum stated_type type;
    uint32_t error;            /* the decimal number in a column for numbers of errors; 0: none */
    struct datetime end;       /* of one that has not ended, when this was said */
    struct datetime last_good; /* the end of the last one that ended well, as far as it is stated */
    struct span item;          /* what it protects; lent by the event's block */
};

struct job_statement job_statement_of(const struct event *event);

/* The GUID of the job, without braces; empty if the record names none, or only zeros. In lists of
 * the service the name is the ID of the job. */
struct span job_statement_guid(const struct event *event);

/* What the job protects, as its row calls it, without the job's ID beside it. */
struct span job_statement_item(const struct event *event);

/* Read the numbers of a record with a state, as code_notation.h has them, and hexadecimal without
 * 0x of any length: "186c2". Of digits alone, the reading that the catalog knows counts. 0 is none.
 *
 * Reads the failure code, which may be in the field of the agent's number, or in the message. */
bool job_statement_read_code(const struct catalog *catalog, const struct event *event,
                             uint32_t *code);

/* Reads the second failure code that the words of the record give, which says why there was the
 * first, `code`: in hexadecimal, or a word that is a number. Leaves `detail` alone if there is
 * none. */
bool job_statement_read_detail(const struct event *event, uint32_t code, uint32_t *detail);

/* Reads the agent's number. Leaves `number` alone if the field has none. */
bool job_statement_read_number(const struct catalog *catalog, const struct event *event,
                               struct agent_error_number *number);

#endif

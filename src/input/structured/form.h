/* A form of structured text: CSV, table, list ... Each reads lines one by one and finds the records
 * in them. */
#ifndef MARSIFT_INPUT_STRUCTURED_FORM_H
#define MARSIFT_INPUT_STRUCTURED_FORM_H

#include <stdbool.h>

#include "base/fault.h"
#include "base/span.h"
#include "input/structured/record_line.h"

/* What a form says of a line. Held lines are those that it has answered FORM_HOLDS to, one after
 * the other, since it last gave another answer. */
enum form_answer {
    FORM_IGNORES,       /* nothing of this form begins here; no line is held */
    FORM_HOLDS,         /* more lines are needed */
    FORM_RECORD,        /* the held lines and this one are the record */
    FORM_RECORD_BEFORE, /* the held lines without this one are the record: ask again */
    FORM_RECORD_PART,   /* the first of the held lines are the record, as many as `part` tells: ask
                           again for the others and this one */
    FORM_FRAME,         /* the held lines and this one are heading or rule */
    FORM_GIVES_UP,      /* the held lines are ordinary text: ask again for this one */
    FORM_FAULT          /* no memory; the fault is set */
};

struct form {
    /* Reads `line`, without its line end. Adds what it finds to `record`, which the reader clears
     * after a record and when the form gives up. */
    enum form_answer (*feed)(void *context, struct span line, struct record_line *record,
                             struct fault *fault);
    /* The text ends with the held lines, of which there are some. FORM_RECORD_BEFORE,
     * FORM_RECORD_PART, FORM_GIVES_UP or FORM_FAULT. NULL: what is not complete is given up. */
    enum form_answer (*end)(void *context, struct record_line *record, struct fault *fault);
    /* After FORM_RECORD_PART: the number of lines. NULL if the form does not give this answer. */
    size_t (*part)(void *context);
    /* Forgets all state, because the reader has given up the held lines. */
    void (*reset)(void *context);
    void *context;
};

#endif

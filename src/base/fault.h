/* The one error type. A fault is what the machine or the user's own files did wrong; bad input is
 * no fault, it is counted. Only `main` prints faults and chooses the exit status. */
#ifndef MARSIFT_BASE_FAULT_H
#define MARSIFT_BASE_FAULT_H

#include <stdbool.h>

enum fault_kind {
    FAULT_NONE,
    FAULT_MEMORY,  /* an allocation was refused */
    FAULT_READ,    /* something the run cannot do without could not be read */
    FAULT_WRITE,   /* the output could not be written */
    FAULT_GRAMMAR, /* a grammar file breaks its law */
    FAULT_CATALOG, /* a catalog file breaks its law */
    FAULT_OPTION,  /* the command line is wrong */
    FAULT_CLOSED   /* the reader of our output went away: a quiet end */
};

enum { FAULT_TEXT_BYTES = 1024 };

/* Start as `struct fault fault = {0};`. `text` is one sentence without a full stop. */
struct fault {
    enum fault_kind kind;
    char text[FAULT_TEXT_BYTES];
};

/* Fills `fault` and returns false, so that a caller can write `return fault_set(...)`.
 * The first fault wins: a filled one is left as it is. `fault` may be NULL. */
bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* fault_set for an allocation that was refused. */
bool fault_no_memory(struct fault *fault);

#endif

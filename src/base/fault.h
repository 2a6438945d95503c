/* The one error type. A fault is a failure of the machine or a mistake in the user's own files. Bad
 * input is not a fault: it is counted. Only `main` prints faults and chooses the exit status. */
#ifndef MARSIFT_BASE_FAULT_H
#define MARSIFT_BASE_FAULT_H

#include <stdbool.h>

enum fault_kind {
    FAULT_NONE,
    FAULT_MEMORY,  /* an allocation was refused */
    FAULT_READ,    /* something that the run needs could not be read */
    FAULT_WRITE,   /* the output could not be written */
    FAULT_GRAMMAR, /* a grammar file is invalid */
    FAULT_CATALOG, /* a catalog file is invalid */
    FAULT_OPTION,  /* the command line is invalid */
    FAULT_CLOSED   /* the reader of our output went away: end quietly */
};

enum { FAULT_TEXT_BYTES = 1024 };

/* Start as `struct fault fault = {0};`. `text` is one sentence without a full stop. */
struct fault {
    enum fault_kind kind;
    char text[FAULT_TEXT_BYTES];
};

/* Sets `fault` and returns false, so that a caller can write `return fault_set(...)`. The first
 * fault wins: one that is set already stays. `fault` may be NULL. */
bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Calls fault_set for an allocation that was refused. */
bool fault_no_memory(struct fault *fault);

#endif

/* Bytes directly before an inaccessible page, so that a read past their end crashes. */
#ifndef MARSIFT_TESTS_GUARD_H
#define MARSIFT_TESTS_GUARD_H

#include <stddef.h>

#include "base/span.h"

struct guard {
    char *bytes; /* `length` of them, the inaccessible page is directly after them */
    size_t length;
    void *pages;
    size_t pages_bytes;
};

/* Returns a copy of `content` before an inaccessible page. Aborts if there is no memory. */
struct guard guard_copy(struct span content);

void guard_release(struct guard *guard);

#endif

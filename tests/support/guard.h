/* Bytes right before a page that nobody may touch: one read too far is a crash. */
#ifndef MARSIFT_TESTS_GUARD_H
#define MARSIFT_TESTS_GUARD_H

#include <stddef.h>

#include "base/span.h"

struct guard {
    char *bytes; /* `length` of them, the forbidden page right behind */
    size_t length;
    void *pages;
    size_t pages_bytes;
};

/* A copy of `content` before a forbidden page. Aborts when there is no memory. */
struct guard guard_copy(struct span content);

void guard_release(struct guard *guard);

#endif

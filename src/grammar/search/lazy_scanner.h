/* A scanner that is made when somebody needs it: the one of all known messages takes half of the
 * time in which marsift starts, and the records of most logs need it late or never. */
#ifndef MARSIFT_GRAMMAR_SEARCH_LAZY_SCANNER_H
#define MARSIFT_GRAMMAR_SEARCH_LAZY_SCANNER_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "grammar/search/literal_scanner.h"

struct lazy_scanner {
    const struct scanner_literal *literals;
    size_t count;
    bool is_quick;
    pthread_mutex_t lock; /* of the thread that makes it */
    _Atomic(struct literal_scanner *) made;
};

/* Takes what literal_scanner_open will get; `literals` are lent until lazy_scanner_release. */
void lazy_scanner_prepare(struct lazy_scanner *late, const struct scanner_literal *literals,
                          size_t count, bool is_quick);

/* The scanner, for any thread. NULL with the fault set. */
const struct literal_scanner *lazy_scanner_get(struct lazy_scanner *late, struct fault *fault);

/* Closes the scanner; once for each lazy_scanner_prepare. */
void lazy_scanner_release(struct lazy_scanner *late);

#endif

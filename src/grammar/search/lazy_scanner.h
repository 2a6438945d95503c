/* A scanner that is built at its first use: building the one of all known messages takes half of
 * the time in which marsift starts, and most logs need it late or never. */
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
    bool uses_vectorscan;
    pthread_mutex_t lock;                      /* held by the thread that builds the scanner */
    _Atomic(struct literal_scanner *) scanner; /* NULL until it is built */
};

/* Keeps the arguments of literal_scanner_open; `literals` are lent until lazy_scanner_release. */
void lazy_scanner_prepare(struct lazy_scanner *lazy, const struct scanner_literal *literals,
                          size_t count, bool uses_vectorscan);

/* Returns the scanner, built if need be; any thread may call it. NULL with the fault set. */
const struct literal_scanner *lazy_scanner_get(struct lazy_scanner *lazy, struct fault *fault);

/* Closes the scanner. Call once for each lazy_scanner_prepare. */
void lazy_scanner_release(struct lazy_scanner *lazy);

#endif

/* An estimate of how many different keys were seen, in 16 KiB whatever their number (HyperLogLog:
 * Flajolet, Fusy, Gandouet, Meunier 2007). The standard error with 2^14 registers is 0.81 %. */
#ifndef MARSIFT_BASE_HYPERLOGLOG_H
#define MARSIFT_BASE_HYPERLOGLOG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"

/* What a user may rely on: two and a half standard errors, 99 of 100 estimates are within. */
enum { HYPERLOGLOG_ERROR_PERCENT = 2 };

/* Start as `struct sketch sketch = {0};`; it takes no memory before the first key. */
struct hyperloglog {
    uint8_t *registers;
};

/* Adds a key, which is a hash already. False without memory. */
bool hyperloglog_add(struct hyperloglog *hyperloglog, uint64_t key, struct fault *fault);

/* The number of different keys, rounded; 0 without one. */
uint64_t hyperloglog_estimate(const struct hyperloglog *hyperloglog);

void hyperloglog_release(struct hyperloglog *hyperloglog);

#endif

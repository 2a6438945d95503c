/* Estimates the number of distinct keys in 16 KiB, however many there are (HyperLogLog: Flajolet,
 * Fusy, Gandouet, Meunier 2007). The standard error with 2^14 registers is 0.81 %. */
#ifndef MARSIFT_BASE_HYPERLOGLOG_H
#define MARSIFT_BASE_HYPERLOGLOG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"

/* The error that is stated to users: two and a half standard errors, which 99 of 100 estimates
 * keep. */
enum { HYPERLOGLOG_ERROR_PERCENT = 2 };

/* Start as `struct hyperloglog hyperloglog = {0};`. The first key allocates the registers. */
struct hyperloglog {
    uint8_t *registers;
};

/* Adds a key, which must be a hash. False with the fault set. */
bool hyperloglog_add(struct hyperloglog *hyperloglog, uint64_t key, struct fault *fault);

/* Returns the estimated number of distinct keys, rounded; 0 if none was added. */
uint64_t hyperloglog_estimate(const struct hyperloglog *hyperloglog);

/* Frees the registers; the estimate is 0 again. */
void hyperloglog_release(struct hyperloglog *hyperloglog);

#endif

/* Finds failure codes in the words of a record. A number that is an argument of a routine, a mask
 * or an address is none, though it may look like one:
 * "CreateFileW(\\?\GLOBALROOT\x,0x80000000,0x00000003,...). hr = 0x80070001". */
#ifndef MARSIFT_VERDICT_FAILURE_CODE_H
#define MARSIFT_VERDICT_FAILURE_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* True if the number at `start` to `end` of `text` is something else than a code. */
bool failure_code_is_something_else(struct span text, size_t start, size_t end);

/* Finds the next failure code, 0x and eight digits, from `*at` on, and sets `*at` behind it. */
bool failure_code_next(struct span text, size_t *at, uint32_t *code);

/* Reads `field`, which a rule captured from `text` or elsewhere; if it is something else than a
 * code, the next code behind it. False if there is none. */
bool failure_code_read(struct span text, struct span field, uint32_t *code);

#endif

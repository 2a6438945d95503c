/* The values of options: each reader takes the typed text, or refuses it with a FAULT_OPTION
 * sentence that names `option` ("--year"). */
#ifndef MARSIFT_CLI_OPTION_VALUES_H
#define MARSIFT_CLI_OPTION_VALUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/fault.h"

/* A whole number from `least` to `most`. */
bool option_number(const char *option, const char *text, uint64_t least, uint64_t most,
                   uint64_t *number, struct fault *fault);

/* One of `words` (ended by NULL); `*index` is its place. */
bool option_word(const char *option, const char *text, const char *const *words, size_t *index,
                 struct fault *fault);

/* 2020-08-04, 2020-08-04T13:16, 2020-08-04 13:16:29.206. A mere date stands for the start of its
 * day, or with `is_end` for its last millisecond. */
bool option_time(const char *option, const char *text, bool is_end, struct datetime *datetime,
                 struct fault *fault);

/* Z, UTC, +09:00, -0530, +9: as it will stand behind times. `zone` has room for 8 bytes. */
bool option_zone(const char *option, const char *text, char *zone, struct fault *fault);

#endif

/* Common to all fuzz targets: the function that an engine calls, checks of properties, and settings
 * derived from the input. */
#ifndef MARSIFT_TESTS_FUZZ_H
#define MARSIFT_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* Called with arbitrary bytes by libFuzzer, AFL++ and tests/fuzz/replay.c. Always returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Aborts if `property` does not hold; the engine counts that as a crash. */
#define MUST_HOLD(property) ((property) ? (void)0 : fuzz_broken(__FILE__, __LINE__, #property))
_Noreturn void fuzz_broken(const char *file, int line, const char *property);

/* Aborts unless `mistake` is NULL; otherwise it is one sentence on what is wrong. */
void fuzz_no_mistake(const char *mistake);

static inline struct span fuzz_span(const uint8_t *data, size_t size)
{
    return (struct span){(const char *)data, size};
}

/* Removes the first byte of `rest` and returns it as a setting of the target; 0 if `rest` is empty.
 */
uint8_t fuzz_setting(struct span *rest);

/* Returns a number below `bound` that depends only on the input: a setting that uses up no byte. */
size_t fuzz_choice(struct span input, size_t bound);

/* Returns a copy of exactly the same length, so that the sanitizer sees a read past its end. The
 * caller releases it with free(). */
char *fuzz_copy(struct span text);

#endif

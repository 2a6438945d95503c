/* What every fuzz target is made of: the one function that an engine calls, properties that must
 * hold, and settings out of the input. */
#ifndef MARSIFT_TESTS_FUZZ_H
#define MARSIFT_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"

/* libFuzzer, AFL++ and tests/fuzz/replay.c call it with any bytes. Always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the process, which an engine takes for a crash, when `property` does not hold. */
#define MUST_HOLD(property) ((property) ? (void)0 : fuzz_broken(__FILE__, __LINE__, #property))
_Noreturn void fuzz_broken(const char *file, int line, const char *property);

/* The same for what returns NULL or one sentence on what is wrong. */
void fuzz_no_mistake(const char *mistake);

static inline struct span fuzz_span(const uint8_t *data, size_t size)
{
    return (struct span){(const char *)data, size};
}

/* Takes the first byte off `rest`: a setting of the target; 0 when there is none. */
uint8_t fuzz_take_byte(struct span *rest);

/* A number below `bound` that depends on the input only: a setting that needs no byte of it. */
size_t fuzz_choice(struct span input, size_t bound);

/* A copy of exactly its length, so that a byte read behind it is seen; released by free. */
char *fuzz_copy(struct span text);

#endif

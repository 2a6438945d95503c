#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

_Noreturn void fuzz_broken(const char *file, int line, const char *property)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, property);
    abort();
}

void fuzz_no_mistake(const char *mistake)
{
    if (mistake == NULL)
        return;
    fprintf(stderr, "the output is wrong: %s\n", mistake);
    abort();
}

uint8_t fuzz_setting(struct span *rest)
{
    if (rest->length == 0)
        return 0;
    uint8_t byte = (uint8_t)rest->bytes[0];
    *rest = span_slice(*rest, 1, rest->length);
    return byte;
}

size_t fuzz_choice(struct span input, size_t bound)
{
    return (size_t)(hash_span(input, 1) % bound);
}

char *fuzz_copy(struct span text)
{
    char *copy = malloc(text.length ? text.length : 1);
    if (copy == NULL)
        abort();
    if (text.length > 0)
        memcpy(copy, text.bytes, text.length);
    return copy;
}

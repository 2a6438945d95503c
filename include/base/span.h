/* Bytes lent by someone else: a pointer and a length. A NUL is a byte like any other. */
#ifndef MARSIFT_BASE_SPAN_H
#define MARSIFT_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Valid as long as its lender says. `bytes` may be NULL only when `length` is 0. */
struct span {
    const char *bytes;
    size_t length;
};

/* The span of a C string without its NUL; an empty span for NULL. */
struct span span_of(const char *text);

/* The part of `whole` from `start` up to `end` (byte offsets, start <= end <= length). */
struct span span_slice(struct span whole, size_t start, size_t end);

bool span_equals(struct span a, struct span b);

/* Equality that folds the case of ASCII letters only. */
bool span_equals_ignoring_case(struct span a, struct span b);

bool span_starts_with_ignoring_case(struct span text, struct span prefix);
bool span_ends_with_ignoring_case(struct span text, struct span suffix);

/* Order by bytes, a shorter one first among equals: the total order of every list. */
int span_compare(struct span a, struct span b);

/* Without the blanks, tabs, CR and LF at both ends. */
struct span span_trim(struct span text);

/* The offset of the first byte that equals `wanted`, or text.length. */
size_t span_find_byte(struct span text, char wanted);

/* The offset of `wanted` in `text`, or text.length when it is not there. */
size_t span_find(struct span text, struct span wanted);

#endif

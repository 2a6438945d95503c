/* Bytes lent by someone else: a pointer and a length. A NUL is a byte like any other.
 *
 * What is asked for every line stands in the header: calls into another file for so little were an
 * eighth of a run. */
#ifndef MARSIFT_BASE_SPAN_H
#define MARSIFT_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Valid as long as its lender says. `bytes` may be NULL only when `length` is 0. */
struct span {
    const char *bytes;
    size_t length;
};

/* The sentence above, told to the analyzers of `make analyze`; nothing in a build. */
#ifdef ANALYZE
#define SPAN_HOLDS(span) ((span).bytes || (span).length == 0 ? (void)0 : __builtin_unreachable())
#else
#define SPAN_HOLDS(span) ((void)0)
#endif

/* The span of a C string without its NUL; an empty span for NULL. */
static inline struct span span_of(const char *text)
{
    return (struct span){.bytes = text, .length = text ? strlen(text) : 0};
}

/* The part of `whole` from `start` up to `end` (byte offsets, start <= end <= length). */
static inline struct span span_slice(struct span whole, size_t start, size_t end)
{
    struct span slice = {.bytes = whole.bytes ? whole.bytes + start : NULL, .length = end - start};
    SPAN_HOLDS(slice);
    return slice;
}

static inline bool span_equals(struct span a, struct span b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* Equality that folds the case of ASCII letters only. */
bool span_equals_ignoring_case(struct span a, struct span b);

bool span_starts_with_ignoring_case(struct span text, struct span prefix);
bool span_ends_with_ignoring_case(struct span text, struct span suffix);

/* Order by bytes, a shorter one first among equals: the total order of every list. */
int span_compare(struct span a, struct span b);

/* The same for texts that are equal when span_equals_ignoring_case says so. */
int span_compare_ignoring_case(struct span a, struct span b);

/* A blank, tab, CR or LF. */
static inline bool span_is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Between the parts of a path, whoever wrote it. */
static inline bool span_is_path_separator(char byte)
{
    return byte == '/' || byte == '\\';
}

/* Without the blanks, tabs, CR and LF at both ends. */
static inline struct span span_trim(struct span text)
{
    size_t start = 0;
    size_t end = text.length;
    while (start < end && span_is_blank(text.bytes[start]))
        start++;
    while (end > start && span_is_blank(text.bytes[end - 1]))
        end--;
    return span_slice(text, start, end);
}

/* The offset of the first byte that equals `wanted`, or text.length. */
static inline size_t span_find_byte(struct span text, char wanted)
{
    const char *found = text.length ? (const char *)memchr(text.bytes, wanted, text.length) : NULL;
    return found ? (size_t)(found - text.bytes) : text.length;
}

/* The offset of `wanted` in `text`, or text.length when it is not there. */
size_t span_find(struct span text, struct span wanted);

#endif

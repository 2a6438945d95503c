/* Bytes lent by someone else: a pointer and a length. A NUL is a byte like any other.
 *
 * Functions that are called for every line are inline, since calls for so little work cost more
 * than the work. */
#ifndef MARSIFT_BASE_SPAN_H
#define MARSIFT_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Valid as long as its lender says. `bytes` may be NULL only if `length` is 0. */
struct span {
    const char *bytes;
    size_t length;
};

/* States the rule above to the analyzers of `make analyze`; no code in a build. */
#ifdef ANALYZE
#define SPAN_ASSUME_VALID(span)                                                                    \
    ((span).bytes || (span).length == 0 ? (void)0 : __builtin_unreachable())
#else
#define SPAN_ASSUME_VALID(span) ((void)0)
#endif

/* Returns the span of a C string without its NUL; an empty span for NULL. */
static inline struct span span_of(const char *text)
{
    return (struct span){.bytes = text, .length = text ? strlen(text) : 0};
}

/* Returns the bytes of `whole` from `start` to before `end` (start <= end <= length). */
static inline struct span span_slice(struct span whole, size_t start, size_t end)
{
    struct span slice = {.bytes = whole.bytes ? whole.bytes + start : NULL, .length = end - start};
    SPAN_ASSUME_VALID(slice);
    return slice;
}

static inline bool span_equals(struct span a, struct span b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* These three ignore the case of ASCII letters, and of no others. */
bool span_equals_ignoring_case(struct span a, struct span b);
bool span_starts_with_ignoring_case(struct span text, struct span prefix);
bool span_ends_with_ignoring_case(struct span text, struct span suffix);

/* Orders by bytes, a prefix before a longer span: the total order of every list. */
int span_compare(struct span a, struct span b);

/* Sorts `spans` in that order. */
void span_sort(struct span *spans, size_t count);

/* Sorts `spans`, moves the distinct ones to the front and returns their number. */
size_t span_sort_unique(struct span *spans, size_t count);

/* The order of span_compare for spans in lower case; 0 if span_equals_ignoring_case is true. */
int span_compare_ignoring_case(struct span a, struct span b);

/* True for a blank, tab, CR or LF. */
static inline bool span_is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* True for a slash or backslash. */
static inline bool span_is_path_separator(char byte)
{
    return byte == '/' || byte == '\\';
}

/* Returns `text` without the blanks, tabs, CR and LF at both ends. */
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

/* Returns the offset of the first byte that equals `wanted`; text.length if there is none. */
static inline size_t span_find_byte(struct span text, char wanted)
{
    const char *found = text.length ? (const char *)memchr(text.bytes, wanted, text.length) : NULL;
    return found ? (size_t)(found - text.bytes) : text.length;
}

/* Returns the offset of the first `wanted` in `text`; text.length if there is none, 0 if `wanted`
 * is empty. */
size_t span_find(struct span text, struct span wanted);

#endif

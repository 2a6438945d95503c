#define _GNU_SOURCE /* memmem */

#include "base/span.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"

bool span_equals_ignoring_case(struct span a, struct span b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (ascii_to_lower(a.bytes[i]) != ascii_to_lower(b.bytes[i]))
            return false;
    return true;
}

bool span_starts_with_ignoring_case(struct span text, struct span prefix)
{
    return text.length >= prefix.length &&
           span_equals_ignoring_case(span_slice(text, 0, prefix.length), prefix);
}

bool span_ends_with_ignoring_case(struct span text, struct span suffix)
{
    return text.length >= suffix.length &&
           span_equals_ignoring_case(span_slice(text, text.length - suffix.length, text.length),
                                     suffix);
}

int span_compare(struct span a, struct span b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared ? memcmp(a.bytes, b.bytes, shared) : 0;
    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

static int compare_items(const void *left, const void *right)
{
    return span_compare(*(const struct span *)left, *(const struct span *)right);
}

void span_sort(struct span *spans, size_t count)
{
    qsort(spans, count, sizeof *spans, compare_items);
}

size_t span_sort_unique(struct span *spans, size_t count)
{
    size_t distinct = 0;
    span_sort(spans, count);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || !span_equals(spans[i], spans[distinct - 1]))
            spans[distinct++] = spans[i];
    return distinct;
}

int span_compare_ignoring_case(struct span a, struct span b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    for (size_t i = 0; i < shared; i++) {
        int order =
            (unsigned char)ascii_to_lower(a.bytes[i]) - (unsigned char)ascii_to_lower(b.bytes[i]);
        if (order != 0)
            return order;
    }
    return (a.length > b.length) - (a.length < b.length);
}

size_t span_find(struct span text, struct span wanted)
{
    if (wanted.length == 0)
        return 0;
    const char *found =
        text.length ? memmem(text.bytes, text.length, wanted.bytes, wanted.length) : NULL;
    return found ? (size_t)(found - text.bytes) : text.length;
}

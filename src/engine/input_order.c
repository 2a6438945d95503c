#include "engine/input_order.h"

#include <stdlib.h>
#include <string.h>

/* Sorts a folder's contents before its siblings with a longer name: "a/b", then "a-b". */
static int rank_of(char byte)
{
    return byte == '\0' ? 0 : byte == '/' ? 1 : 2 + (unsigned char)byte;
}

static int compare_names(const char *a, const char *b)
{
    for (; *a != '\0' && *a == *b; a++)
        b++;
    return rank_of(*a) - rank_of(*b);
}

static int compare_inputs(const void *left, const void *right)
{
    const struct pipeline_input *a = left;
    const struct pipeline_input *b = right;
    int order = compare_names(a->name != NULL ? a->name : "", b->name != NULL ? b->name : "");
    if (order == 0)
        order = (a->kind > b->kind) - (a->kind < b->kind);
    if (order == 0)
        order = (a->descriptor > b->descriptor) - (a->descriptor < b->descriptor);
    return order != 0 ? order : span_compare(a->bytes, b->bytes);
}

const struct pipeline_input *input_order_sort(const struct pipeline_input *inputs, size_t count,
                                              struct arena *arena, struct fault *fault)
{
    struct pipeline_input *sorted = arena_allocate(arena, count, sizeof *sorted, fault);
    if (sorted == NULL || count == 0)
        return sorted;
    memcpy(sorted, inputs, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_inputs);
    return sorted;
}

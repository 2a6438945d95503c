#include "report/build_finding_codes.h"

#include <stdlib.h>

#include "tally/finding_counts.h"
#include "tally/tally_parts.h"

/* A code of a finding on all hosts. */
struct entry_code {
    size_t entry;
    uint32_t code;
    uint64_t events;
    struct report_example example;
};

static int compare_codes(const void *left, const void *right)
{
    const struct entry_code *a = left;
    const struct entry_code *b = right;
    if (a->entry != b->entry)
        return a->entry < b->entry ? -1 : 1;
    return (a->code > b->code) - (a->code < b->code);
}

static int compare_by_events(const void *left, const void *right)
{
    const struct entry_code *a = left;
    const struct entry_code *b = right;
    if (a->entry != b->entry)
        return a->entry < b->entry ? -1 : 1;
    int order = builder_more_first(a->events, b->events);
    return order ? order : compare_codes(left, right);
}

/* Joins the same code of several hosts. Returns how many are left. */
static size_t join_hosts(struct entry_code *codes, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_same = kept > 0 && compare_codes(&codes[kept - 1], &codes[i]) == 0;
        if (!is_same) {
            codes[kept++] = codes[i];
            continue;
        }
        struct entry_code *sum = &codes[kept - 1];
        sum->events += codes[i].events;
        if (source_place_is_before(codes[i].example.place, sum->example.place))
            sum->example = codes[i].example;
    }
    return kept;
}

/* Lists the codes, sorted by the entries that they belong to. */
static struct entry_code *list_codes(const struct builder *builder, const size_t *entry_of_error,
                                     size_t *count)
{
    const struct finding_counts *counts = &builder->tally->finding_counts;
    struct entry_code *codes =
        arena_allocate(builder->arena, counts->codes.count, sizeof *codes, builder->fault);
    if (codes == NULL)
        return NULL;
    for (size_t i = 0; i < counts->codes.count; i++) {
        const struct finding_code *counted = hash_array_at(&counts->codes, i);
        const struct tally_finding *finding = hash_array_at(&counts->findings, counted->finding);
        codes[i] = (struct entry_code){.entry = entry_of_error[finding->error],
                                       .code = counted->code,
                                       .events = counted->events,
                                       .example = counted->example};
    }
    qsort(codes, counts->codes.count, sizeof *codes, compare_codes);
    *count = join_hosts(codes, counts->codes.count);
    qsort(codes, *count, sizeof *codes, compare_by_events);
    return codes;
}

bool build_finding_codes(const struct builder *builder, const size_t *entry_of_error,
                         struct report_finding *findings, size_t count)
{
    size_t code_count = 0;
    struct entry_code *codes = list_codes(builder, entry_of_error, &code_count);
    struct report_code *shown =
        arena_allocate(builder->arena, code_count, sizeof *shown, builder->fault);
    if (codes == NULL || shown == NULL)
        return false;
    for (size_t i = 0; i < code_count; i++) {
        if (codes[i].entry == 0 || codes[i].entry > count)
            continue;
        struct report_finding *finding = &findings[codes[i].entry - 1];
        if (!builder_code(builder, true, codes[i].code, &shown[i]))
            return false;
        shown[i].events = codes[i].events;
        shown[i].example = codes[i].example;
        if (finding->code_count++ == 0)
            finding->codes = &shown[i];
    }
    return true;
}

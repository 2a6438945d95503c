#include "catalog/message_patterns.h"

#include <assert.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/memory.h"
#include "base/span.h"
#include "catalog/catalog_private.h"

enum { MAX_QUOTED_BYTES = 100 };

/* In the order of precedence. */
enum pattern_rank {
    RANK_FINDING, /* a finding of its own */
    RANK_GENERIC, /* other programs print it, too */
    RANK_WORDING, /* only words a failure code */
    RANK_WRAPPER  /* wraps another error */
};

struct pattern_candidate {
    struct catalog_message_pattern pattern;
    enum pattern_rank rank;
    struct row_origin origin;
};

/* Orders by rank, then the longest first; equal texts are adjacent, that of the latest file first,
 * then in the errors' order. */
static int compare_candidates(const void *a, const void *b)
{
    const struct pattern_candidate *x = a;
    const struct pattern_candidate *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->pattern.text.length != y->pattern.text.length)
        return x->pattern.text.length > y->pattern.text.length ? -1 : 1;
    int order = span_compare_ignoring_case(x->pattern.text, y->pattern.text);
    if (order != 0)
        return order;
    if (x->origin.file != y->origin.file)
        return x->origin.file > y->origin.file ? -1 : 1;
    return (x->pattern.error > y->pattern.error) - (x->pattern.error < y->pattern.error);
}

static struct pattern_candidate candidate_of(const struct sourced_error *error, size_t index,
                                             const char *text, bool is_symbol)
{
    bool is_generic = !is_symbol && text[0] == '~';
    enum pattern_rank rank = is_generic ? RANK_GENERIC : RANK_FINDING;
    if (error->row.is_wrapper)
        rank = RANK_WRAPPER;
    else if (error->row.code != 0)
        rank = RANK_WORDING;
    return (struct pattern_candidate){.pattern = {.text = span_trim(span_of(text + is_generic)),
                                                  .error = index,
                                                  .is_symbol = is_symbol,
                                                  .is_generic = is_generic},
                                      .rank = rank,
                                      .origin = error->origin};
}

/* True for a name that this catalog gives to an event of any source, "VSS_EVENT_8193", or to what
 * only a report infers: no log writes it, and each symbol to search for takes memory. */
static bool is_own_name(struct span symbol)
{
    static const char event[] = "_EVENT_";
    size_t end = symbol.length;
    while (end > 0 && ascii_is_digit(symbol.bytes[end - 1]))
        end--;
    return span_starts_with_ignoring_case(symbol, span_of("MARSIFT_")) ||
           (end < symbol.length &&
            span_ends_with_ignoring_case(span_slice(symbol, 0, end), span_of(event)));
}

static struct pattern_candidate *collect_candidates(const struct catalog *catalog, size_t *count,
                                                    struct fault *fault)
{
    size_t most = catalog->error_count; /* at most a symbol each */
    for (size_t i = 0; i < catalog->error_count; i++)
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            most += catalog->errors[i].message_count[language];
    struct pattern_candidate *list = memory_allocate(most, sizeof *list, fault);
    if (list == NULL)
        return NULL;
    size_t filled = 0;
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct sourced_error *error = &catalog->errors[i];
        if (error->row.symbol[0] != '\0' && !is_own_name(span_of(error->row.symbol)))
            list[filled++] = candidate_of(error, i, error->row.symbol, /* is_symbol= */ true);
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            for (size_t m = 0; m < error->message_count[language]; m++)
                list[filled++] = candidate_of(error, i, error->messages[language][m],
                                              /* is_symbol= */ false);
    }
    assert(filled <= most);
    *count = filled;
    qsort(list, filled, sizeof *list, compare_candidates);
    return list;
}

static bool duplicate_fault(const struct pattern_candidate *first,
                            const struct pattern_candidate *second, const char *const *file_names,
                            struct fault *fault)
{
    struct span text = span_slice(second->pattern.text, 0, MAX_QUOTED_BYTES);
    return fault_set(fault, FAULT_CATALOG, "%s:%llu: the message '%.*s' is already on line %llu",
                     file_names[second->origin.file], (unsigned long long)second->origin.line,
                     (int)text.length, text.bytes, (unsigned long long)first->origin.line);
}

bool message_patterns_build(struct catalog *catalog, const char *const *file_names,
                            struct fault *fault)
{
    size_t count;
    struct pattern_candidate *list = collect_candidates(catalog, &count, fault);
    if (list == NULL)
        return false;
    bool is_done = memory_reserve((void **)&catalog->patterns, &catalog->pattern_capacity, count,
                                  sizeof *catalog->patterns, fault);
    const struct pattern_candidate *first = NULL; /* of equal texts */
    for (size_t i = 0; i < count && is_done; i++) {
        if (first == NULL ||
            !span_equals_ignoring_case(first->pattern.text, list[i].pattern.text)) {
            first = &list[i];
            catalog->patterns[catalog->pattern_count++] = first->pattern;
        } else if (first->origin.file == list[i].origin.file &&
                   first->pattern.error != list[i].pattern.error) {
            is_done = duplicate_fault(first, &list[i], file_names, fault);
        }
    }
    memory_free(list);
    return is_done;
}

#include "catalog/message_patterns.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/span.h"

struct candidate {
    struct span text;
    size_t error;
    bool is_symbol;
    bool is_generic;
    int weakness; /* 0: a finding of its own; 1: a generic one; 2: only words a code; 3: a wrapper
                   */
    struct row_origin origin;
};

/* What is a finding by itself before what other programs say as well, and that before what only
 * words a code or wraps another error; then longest first, equal texts together with the latest
 * file's first, then by the errors' order. */
static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a;
    const struct candidate *y = b;
    if (x->weakness != y->weakness)
        return x->weakness < y->weakness ? -1 : 1;
    if (x->text.length != y->text.length)
        return x->text.length > y->text.length ? -1 : 1;
    int order = span_compare_ignoring_case(x->text, y->text);
    if (order != 0)
        return order;
    if (x->origin.file != y->origin.file)
        return x->origin.file > y->origin.file ? -1 : 1;
    return (x->error > y->error) - (x->error < y->error);
}

static struct candidate candidate_of(const struct sourced_error *kept, size_t error,
                                     const char *text, bool is_symbol)
{
    bool is_generic = !is_symbol && text[0] == '~';
    int weakness = is_generic ? 1 : 0;
    if (kept->row.is_wrapper)
        weakness = 3;
    else if (kept->row.code != 0)
        weakness = 2;
    return (struct candidate){.text = span_trim(span_of(text + is_generic)),
                              .error = error,
                              .is_symbol = is_symbol,
                              .is_generic = is_generic,
                              .weakness = weakness,
                              .origin = kept->origin};
}

static struct candidate *list_candidates(const struct catalog *catalog, size_t *count,
                                         struct fault *fault)
{
    *count = catalog->error_count; /* at most a symbol each */
    for (size_t i = 0; i < catalog->error_count; i++)
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            *count += catalog->errors[i].message_count[language];
    struct candidate *list = memory_allocate(*count, sizeof *list, fault);
    if (list == NULL)
        return NULL;
    size_t filled = 0;
    for (size_t i = 0; i < catalog->error_count; i++) {
        const struct sourced_error *kept = &catalog->errors[i];
        if (kept->row.symbol[0] != '\0')
            list[filled++] = candidate_of(kept, i, kept->row.symbol, true);
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            for (size_t m = 0; m < kept->message_count[language]; m++)
                list[filled++] = candidate_of(kept, i, kept->messages[language][m], false);
    }
    *count = filled;
    qsort(list, filled, sizeof *list, compare_candidates);
    return list;
}

static bool twice_fault(const struct candidate *kept, const struct candidate *again,
                        const char *const *file_names, struct fault *fault)
{
    size_t file = again->origin.file;
    return fault_set(fault, FAULT_CATALOG, "%s:%llu: the message '%.*s' is already on line %llu",
                     file_names[file], (unsigned long long)again->origin.line,
                     (int)(again->text.length < 100 ? again->text.length : 100), again->text.bytes,
                     (unsigned long long)kept->origin.line);
}

bool catalog_collect_message_patterns(struct catalog *catalog, const char *const *file_names,
                                      struct fault *fault)
{
    size_t count;
    struct candidate *list = list_candidates(catalog, &count, fault);
    if (list == NULL)
        return false;
    bool is_done = memory_reserve((void **)&catalog->fragments, &catalog->fragment_capacity, count,
                                  sizeof *catalog->fragments, fault);
    const struct candidate *kept = NULL;
    for (size_t i = 0; i < count && is_done; i++) {
        if (kept == NULL || !span_equals_ignoring_case(kept->text, list[i].text)) {
            kept = &list[i];
            catalog->fragments[catalog->fragment_count++] =
                (struct catalog_message_pattern){.text = kept->text,
                                                 .error = kept->error,
                                                 .is_symbol = kept->is_symbol,
                                                 .is_generic = kept->is_generic};
        } else if (kept->origin.file == list[i].origin.file && kept->error != list[i].error) {
            is_done = twice_fault(kept, &list[i], file_names, fault);
        }
    }
    memory_free(list);
    return is_done;
}

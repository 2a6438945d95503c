#include "report/best_example.h"

#include "base/count_of.h"
#include "report/build_contexts.h"
#include "report/common_folder.h"
#include "report/rollup.h"
#include "tally/file_counts.h"
#include "text/word_list.h"

/* The higher, the better; their sums are ranks. */
enum { ANY_FILE = 1, HAS_CODE = 2, IS_IN_FOLDER = 4, IS_NO_TRIFLE = 8, BEST_RANK = 15 };

/* True for the names that programs give to files which they delete again. */
static bool is_temporary(struct span path)
{
    static const char *const endings[] = {".tmp", ".temp"};
    size_t name = path.length;
    while (name > 0 && !span_is_path_separator(path.bytes[name - 1]))
        name--;
    return word_list_end_of(endings, COUNT_OF(endings), path) > 0 ||
           span_starts_with_ignoring_case(span_slice(path, name, path.length), span_of("~$"));
}

static void offer(const struct report_example *example, unsigned rank, struct ranked_example *best)
{
    bool is_better = rank != best->rank
                         ? rank > best->rank
                         : source_place_is_before(example->place, best->example.place);
    if (is_better)
        *best = (struct ranked_example){.rank = rank, .example = *example};
}

void best_example_offer(const struct builder *builder, uint32_t number, struct span folder,
                        bool is_of_now, struct ranked_example *best)
{
    const struct file_counts *files = &builder->tally->file_counts;
    const struct tally_bucket *bucket = hash_array_at(&files->buckets, number);
    bool is_harmless = build_context_mark(builder, bucket)[0] != '\0';
    unsigned rank = ANY_FILE;
    rank += bucket->has_code ? HAS_CODE : 0;
    size_t cursor = 0;
    bool is_best = best->rank == BEST_RANK;
    for (const struct bucket_example *own;
         (own = file_counts_next_example(files, number, &cursor)) != NULL;) {
        if (is_best && !source_place_is_before(own->example.place, best->example.place))
            continue;
        bool is_counted =
            !is_of_now || rollup_counts_file(builder, file_set_find(&files->files, own->key));
        bool is_in_folder = folder.length == 0 || common_folder_contains(folder, own->example.path);
        bool is_trifle = is_harmless || is_temporary(own->example.path);
        unsigned weight = rank;
        weight += is_in_folder ? IS_IN_FOLDER : 0;
        weight += is_trifle ? 0 : IS_NO_TRIFLE;
        if (is_counted)
            offer(&own->example, weight, best);
    }
}

/* The reasons by category; NULL for those without one. NULL with the fault set. */
static struct report_reason **reasons_by_category(const struct builder *builder)
{
    size_t count = catalog_category_count(builder->catalog);
    struct report_reason **of_category =
        arena_allocate(builder->arena, count, sizeof(void *), builder->fault);
    size_t category = 0;
    for (size_t i = 0; of_category != NULL && i < builder->report->reason_count; i++)
        if (catalog_category_find(builder->catalog, span_of(builder->reasons[i].category),
                                  &category))
            of_category[category] = &builder->reasons[i];
    return of_category;
}

bool best_examples_choose(struct builder *builder)
{
    const struct hash_array *buckets = &builder->tally->file_counts.buckets;
    struct report_reason **of_category = reasons_by_category(builder);
    struct ranked_example *best = arena_allocate(
        builder->arena, catalog_category_count(builder->catalog), sizeof *best, builder->fault);
    if (of_category == NULL || best == NULL)
        return false;
    for (uint32_t i = 0; i < buckets->count; i++) {
        size_t category = ((const struct tally_bucket *)hash_array_at(buckets, i))->category;
        struct report_reason *reason = of_category[category];
        if (reason == NULL)
            continue;
        best_example_offer(builder, i, reason->common_folder.path, /* is_of_now= */ true,
                           &best[category]);
        if (best[category].rank > 0)
            reason->example = best[category].example;
    }
    return true;
}

#include "report/build_contexts.h"

#include <stdlib.h>
#include <string.h>

#include "report/builder.h"
#include "report/rollup.h"

static const struct catalog_context *rule_of(const struct builder *builder,
                                             const struct tally_bucket *bucket)
{
    return bucket->has_context ? catalog_context_at(builder->catalog, bucket->context) : NULL;
}

const char *build_context_name(const struct builder *builder, const struct tally_bucket *bucket)
{
    const struct catalog_context *rule = rule_of(builder, bucket);
    return rule != NULL ? rule->name : "";
}

const char *build_context_mark(const struct builder *builder, const struct tally_bucket *bucket)
{
    const struct catalog_context *rule = rule_of(builder, bucket);
    return rule != NULL ? rule->mark : "";
}

static int compare_contexts(const void *left, const void *right)
{
    const struct report_context *a = left;
    const struct report_context *b = right;
    int order = builder_more_first(a->files, b->files);
    return order ? order : strcmp(a->name, b->name);
}

bool build_contexts(struct builder *builder, struct report_reason *reason, size_t category)
{
    const struct hash_array *sums = &builder->rollup->contexts;
    struct report_context *contexts =
        arena_allocate(builder->arena, sums->count, sizeof *contexts, builder->fault);
    if (contexts == NULL)
        return false;
    for (size_t i = 0; i < sums->count; i++) {
        const struct context_sum *sum = hash_array_at(sums, i);
        if (sum->category != category)
            continue;
        const struct catalog_context *rule = catalog_context_at(builder->catalog, sum->context);
        contexts[reason->context_count++] =
            (struct report_context){.name = rule->name,
                                    .mark = rule->mark,
                                    .advice = rule->advice[builder->options->language],
                                    .advice_key = rule->advice[LANGUAGE_EN],
                                    .reference = rule->reference,
                                    .files = sum->files};
        reason->harmless_files += rule->mark[0] != '\0' ? sum->files : 0;
    }
    qsort(contexts, reason->context_count, sizeof *contexts, compare_contexts);
    reason->contexts = contexts;
    return true;
}

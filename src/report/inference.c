#include "report/inference.h"

#include "base/hash.h"
#include "tally/finding_counts.h"
#include "tally/period.h"
#include "tally/text_budget.h"

static bool start_inference(const struct builder *builder, const struct inferred_fact *fact,
                            size_t error, uint32_t host, struct inference *inference)
{
    inference->finding =
        (struct tally_finding){.host = host, .error = error, .example = fact->example};
    inference->details = arena_allocate(builder->arena, MAX_INFERENCE_DETAILS,
                                        sizeof *inference->details, builder->fault);
    return inference->details != NULL;
}

bool inference_add(struct builder *builder, const struct inferred_fact *fact)
{
    size_t error = 0;
    uint32_t host = 0;
    if (!catalog_error_by_symbol(builder->catalog, span_of(fact->symbol), &error) ||
        !hash_table_find(&builder->tally->text_budget.hosts.numbers,
                         text_budget_host_key(&builder->tally->text_budget, fact->host), &host))
        return true;
    bool is_new = false;
    uint64_t key = hash_mix(hash_mix(builder->tally->options.seed, error), host);
    struct inference *inference =
        hash_array_add(&builder->inferences, key, &is_new, builder->fault);
    if (inference == NULL || (is_new && !start_inference(builder, fact, error, host, inference)))
        return false;
    inference->finding.events += fact->events;
    period_widen(&inference->finding.first, &inference->finding.last, &fact->first);
    period_widen(&inference->finding.first, &inference->finding.last, &fact->last);
    if (inference->detail_count == MAX_INFERENCE_DETAILS)
        return true;
    struct span detail =
        sentence_write(&fact->detail, builder->options->language, builder->arena, builder->fault);
    inference->details[inference->detail_count++] = detail;
    return detail.bytes != NULL;
}

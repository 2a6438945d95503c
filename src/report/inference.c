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

uint64_t inference_key(const struct builder *builder, uint32_t host, size_t error)
{
    return hash_mix(hash_mix(builder->tally->options.seed, host), error);
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
    struct inference *inference = hash_array_add(
        &builder->inferences, inference_key(builder, host, error), &is_new, builder->fault);
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

/* Finds the recorded findings by host and error. False with the fault set. */
static bool index_findings(const struct builder *builder, const struct hash_array *findings,
                           struct hash_table *recorded)
{
    uint32_t *number = NULL;
    bool is_new = false;
    for (size_t i = 0; i < findings->count; i++) {
        const struct tally_finding *one = hash_array_at(findings, i);
        if (!hash_table_add(recorded, inference_key(builder, one->host, one->error), 0, &number,
                            &is_new, builder->fault))
            return false;
        *number = (uint32_t)i;
    }
    return true;
}

static bool list_inference(const struct builder *builder, const struct inference *inference,
                           const struct hash_table *recorded, struct hash_array *findings)
{
    const struct tally_finding *inferred = &inference->finding;
    uint64_t key = inference_key(builder, inferred->host, inferred->error);
    uint32_t number = 0;
    bool explains = inferred->events == 0 && hash_table_find(recorded, key, &number);
    struct tally_finding *finding =
        explains ? hash_array_at(findings, number) : hash_array_append(findings, builder->fault);
    if (finding == NULL)
        return false;
    if (!explains) {
        *finding = *inferred;
        finding->is_inferred = true;
    }
    finding->details = inference->details;
    finding->detail_count = inference->detail_count;
    return true;
}

bool inference_list(const struct builder *builder, struct hash_array *findings)
{
    struct hash_table recorded = {0};
    bool done = builder->inferences.count == 0 || index_findings(builder, findings, &recorded);
    for (size_t i = 0; done && i < builder->inferences.count; i++)
        done = list_inference(builder, hash_array_at(&builder->inferences, i), &recorded, findings);
    hash_table_release(&recorded);
    return done;
}

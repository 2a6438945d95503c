#include "tally/count_bucket.h"

#include "base/hash.h"

/* The key of the cell that the record belongs to. Where there is no room for one more, records go
 * to a cell of no code. */
static bool key_of_cell(const struct counting *counting, struct tally_kind *kind, uint64_t *key)
{
    struct tally *tally = counting->tally;
    uint64_t code = kind->has_code ? kind->code : UINT64_C(1) << 32;
    uint32_t number = 0;
    *key = hash_mix(hash_mix(counting->host_key, code), kind->category);
    if (kind->has_context)
        *key = hash_mix(*key, kind->context);
    if (tally->cells.count < tally->options.limits->max_host_codes ||
        hash_table_find(&tally->cells.numbers, *key, &number))
        return true;
    *key = tally->options.seed;
    kind->is_known = kind->has_code = kind->has_context = false;
    kind->category = catalog_category_unknown(tally->options.catalog);
    return tally_note_limit(tally, LIMIT_max_host_codes, counting->log->shown.source,
                            counting->log->shown.member, counting->fault);
}

static bool find_cell(const struct counting *counting, struct tally_kind *kind)
{
    struct tally *tally = counting->tally;
    uint64_t key = 0;
    bool is_new = false;
    if (!key_of_cell(counting, kind, &key))
        return false;
    struct tally_cell *cell = hash_array_add(&tally->cells, key, &is_new, counting->fault);
    if (cell == NULL)
        return false;
    if (is_new) {
        cell->host = kind->host;
        cell->has_code = kind->has_code;
        cell->code = kind->code;
        cell->category = kind->category;
        cell->has_context = kind->has_context;
        cell->context = kind->context;
    }
    kind->cell = hash_array_number(&tally->cells, cell);
    return true;
}

static bool is_kind(const struct tally_kind *kind, const struct counting *counting, uint32_t job)
{
    const struct verdict *verdict = &counting->item->verdict;
    return kind->is_known && kind->host == counting->host && kind->job == job &&
           kind->has_code == verdict->has_code && kind->code == verdict->code &&
           kind->category == verdict->category && kind->has_context == verdict->has_context &&
           kind->context == verdict->context;
}

/* The one place where a kind is remembered: codes come in turn, the rest seldom changes. */
static struct tally_kind *place_of_kind(struct tally *tally, const struct verdict *verdict)
{
    const uint32_t golden_ratio = 0x9E3779B1; /* of 2^32: spreads neighbours */
    uint32_t number = verdict->code + (uint32_t)verdict->context;
    return &tally->kinds[number * golden_ratio >> (32 - TALLY_KIND_BITS)];
}

struct tally_kind *counting_kind_of_file(const struct counting *counting, uint32_t job)
{
    struct tally *tally = counting->tally;
    const struct verdict *verdict = &counting->item->verdict;
    struct tally_kind *kind = place_of_kind(tally, verdict);
    if (!is_kind(kind, counting, job)) {
        *kind = (struct tally_kind){.is_known = true,
                                    .host = counting->host,
                                    .job = job,
                                    .has_code = verdict->has_code,
                                    .code = verdict->code,
                                    .category = verdict->category,
                                    .has_context = verdict->has_context,
                                    .context = verdict->context};
        if (!find_cell(counting, kind)) {
            kind->is_known = false;
            return NULL;
        }
    }
    struct tally_cell *cell = hash_array_at(&tally->cells, kind->cell);
    counting_widen(&cell->first, &cell->last, &counting->time);
    return kind;
}

#include "tally/count_fact.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "tally/count_limit.h"
#include "tally/count_text.h"

/* Values are paths, versions and names. */
enum { MAX_VALUE_BYTES = 1024 };

/* Paths and names of Windows do not distinguish case. */
static uint64_t hash_folded(struct span value, uint64_t seed)
{
    uint64_t hash = seed;
    for (size_t i = 0; i < value.length; i++)
        hash = hash_mix(hash, (uint64_t)(unsigned char)ascii_to_lower(value.bytes[i]));
    return hash;
}

/* Doubled backslashes, as registry files have them, become single ones. */
static struct span without_escapes(struct span value, char text[MAX_VALUE_BYTES])
{
    size_t length = 0;
    for (size_t i = 0; i < value.length; i++) {
        bool is_doubled = i > 0 && value.bytes[i] == '\\' && value.bytes[i - 1] == '\\';
        if (!is_doubled || i == 1) /* two at the start are those of a share */
            text[length++] = value.bytes[i];
    }
    while (length > 3 && text[length - 1] == '\\')
        length--;
    return (struct span){text, length};
}

/* Files are compared with all scratch folders of their host. Sets `*hit` if it has too many. */
static bool count_scratch_folder(const struct record_counter *counter, enum limit_id *hit)
{
    bool is_new = false;
    struct tally *tally = counter->tally;
    uint64_t *count = hash_array_add(&tally->fact_counts.scratch_counts, counter->host_key, &is_new,
                                     counter->fault);
    if (count == NULL)
        return false;
    if (*count >= tally->options.limits->max_scratch_folders)
        *hit = LIMIT_max_scratch_folders;
    else
        (*count)++;
    return true;
}

bool count_fact(const struct record_counter *counter)
{
    char text[MAX_VALUE_BYTES];
    struct tally *tally = counter->tally;
    const struct verdict *verdict = &counter->item->verdict;
    struct hash_array *facts = &tally->fact_counts.facts;
    uint32_t number = 0;
    bool is_new = false;
    enum limit_id hit = LIMIT_COUNT;
    if (verdict->fact_value.length == 0 || verdict->fact_value.length > MAX_VALUE_BYTES)
        return true;
    struct span value = without_escapes(verdict->fact_value, text);
    uint64_t key = hash_mix(counter->host_key, verdict->fact);
    key = hash_mix(key, hash_folded(value, tally->options.seed));
    if (hash_table_find(&facts->numbers, key, &number))
        return true;
    if (facts->count >= tally->options.limits->max_host_codes)
        hit = LIMIT_max_host_codes;
    else if (verdict->fact == HOST_FACT_SCRATCH_FOLDER && !count_scratch_folder(counter, &hit))
        return false;
    if (hit != LIMIT_COUNT)
        return count_limit(counter, hit);
    struct tally_fact *fact = hash_array_add(facts, key, &is_new, counter->fault);
    if (fact == NULL)
        return false;
    fact->host = counter->host;
    fact->fact = verdict->fact;
    fact->place = counter->place;
    return count_text(counter, value, &fact->value);
}

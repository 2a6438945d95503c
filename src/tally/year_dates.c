#include "tally/year_dates.h"

#include "base/hash.h"

void year_dates_open(struct year_dates *dates)
{
    *dates = (struct year_dates){.all = {.item_bytes = sizeof(struct year_date)}};
}

void year_dates_release(struct year_dates *dates)
{
    hash_array_release(&dates->all);
}

uint64_t year_dates_log_key(size_t log)
{
    return hash_mix(hash_span(span_of("log"), 0), log);
}

uint64_t year_dates_words_key(size_t log)
{
    return hash_mix(hash_span(span_of("words"), 0), log);
}

bool year_dates_note(struct year_dates *dates, uint64_t host_key, struct datetime date,
                     struct fault *fault)
{
    struct year_date noted = {.host_key = host_key, .days = datetime_days(date)};
    bool is_new = false;
    if (noted.host_key == dates->last.host_key && noted.days == dates->last.days)
        return true;
    struct year_date *entry =
        hash_array_add(&dates->all, hash_mix(host_key, (uint64_t)noted.days), &is_new, fault);
    if (entry == NULL)
        return false;
    *entry = dates->last = noted;
    return true;
}

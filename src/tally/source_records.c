#include "tally/source_records.h"

const char *source_records_job_state_name(enum job_state state)
{
    static const char *const names[] = {"unknown", "succeeded", "warnings",
                                        "failed",  "running",   "hangs"};
    return names[state];
}

bool source_records_balance(const struct books *books)
{
    uint64_t sum = 0;
    for (size_t class = 0; class < VERDICT_CLASS_COUNT; class ++)
        sum += books->by_class[class];
    return sum == books->lines;
}

bool source_place_is_before(struct place a, struct place b)
{
    return a.log != b.log ? a.log < b.log : a.line < b.line;
}

#include "tally/count_limit.h"

bool count_limit(const struct record_counter *counter, enum limit_id id)
{
    struct tally *tally = counter->tally;
    const struct report_log *log = &counter->log->shown;
    return source_counts_note_limit(&tally->source_counts, &tally->text_budget.arena, id,
                                    log->source, log->member, counter->fault);
}

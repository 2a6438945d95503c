#include "tally/count_text.h"

#include "tally/count_limit.h"

bool count_text(const struct record_counter *counter, struct span text, struct span *copy)
{
    struct text_budget *budget = &counter->tally->text_budget;
    if (!text_budget_has_room(budget, text)) {
        *copy = span_of("");
        return count_limit(counter, LIMIT_max_text_bytes);
    }
    *copy = text_budget_copy(budget, text, counter->fault);
    return copy->bytes != NULL;
}

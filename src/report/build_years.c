#include "report/build_years.h"

#include "tally/tally_parts.h"
#include "tally/year_corrections.h"

bool build_years(struct builder *builder)
{
    struct year_corrections corrections = {0};
    struct report_year_doubt *doubt = &builder->report->year_doubt;
    bool done = year_corrections_find(builder->tally, &corrections, builder->fault);
    for (size_t i = 0; done && i < corrections.log_count && !doubt->is_set; i++) {
        const struct year_correction *correction = &corrections.logs[i];
        struct datetime seen = builder->tally->source_counts.logs[i]->shown.last_seen;
        if (correction->is_by_dates && seen.year != 0)
            *doubt = (struct report_year_doubt){.is_set = true,
                                                .log = i,
                                                .year = seen.year,
                                                .year_of_dates = correction->last.year,
                                                .first_year = correction->first.year};
    }
    year_corrections_release(&corrections);
    return done;
}

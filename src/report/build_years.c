#include "report/build_years.h"

#include "tally/tally_parts.h"
#include "tally/year_corrections.h"

/* Notes where the years of logs came from whose records have none. */
static void note_origin(struct builder *builder, const struct year_corrections *corrections)
{
    const struct tally *tally = builder->tally;
    for (size_t i = 0; i < corrections->log_count; i++) {
        bool has_time = datetime_is_set(tally->source_counts.logs[i]->shown.last_seen);
        bool is_corrected = datetime_is_set(
            year_corrections_last(tally->options.years, i, corrections->logs[i].log_key));
        builder->report->year_is_of_file |= has_time && corrections->logs[i].is_assumed;
        builder->report->year_is_of_dates |= has_time && is_corrected;
    }
}

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
    if (done)
        note_origin(builder, &corrections);
    year_corrections_release(&corrections);
    return done;
}

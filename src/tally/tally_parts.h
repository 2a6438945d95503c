/* The tally as its parts, for the room's own sources and for those that make a report of them.
 * Everybody else uses tally.h.
 *
 * No part points into another: they refer to each other by number (hosts of text_budget, buckets of
 * file_counts, jobs of job_counts, logs of source_counts), so that each can be saved and loaded by
 * itself. Texts are in the arena of text_budget. Keys are hashes by `options.seed`: only tallies of
 * one seed can be merged, and merging renumbers what the other tally's numbers stand for. */
#ifndef MARSIFT_TALLY_TALLY_PARTS_H
#define MARSIFT_TALLY_TALLY_PARTS_H

#include "tally/bucket_cache.h"
#include "tally/fact_counts.h"
#include "tally/file_counts.h"
#include "tally/finding_counts.h"
#include "tally/held_blocks.h"
#include "tally/job_counts.h"
#include "tally/source_counts.h"
#include "tally/tally_options.h"
#include "tally/text_budget.h"
#include "tally/volume_counts.h"
#include "tally/year_dates.h"

struct tally {
    struct tally_options options;
    struct source_counts source_counts;
    struct file_counts file_counts;
    struct job_counts job_counts;
    struct finding_counts finding_counts;
    struct volume_counts volume_counts;
    struct fact_counts fact_counts;
    struct text_budget text_budget;
    struct year_dates year_dates;
    struct waiting_logs waiting;      /* empty once tally_finish was called: never saved */
    struct bucket_cache bucket_cache; /* only speeds up counting: never saved or merged */
};

#endif

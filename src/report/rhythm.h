/* How long a host may go without a backup before it has stopped. Its schedule is in no log, so that
 * the begins of its own backups tell its rhythm. */
#ifndef MARSIFT_REPORT_RHYTHM_H
#define MARSIFT_REPORT_RHYTHM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    RHYTHM_HOUR_MINUTES = 60,
    RHYTHM_DAY_MINUTES = 24 * 60,
    RHYTHM_WEEK_MINUTES = 7 * 24 * 60,
    /* A backup that begins this soon after another one is its repetition. */
    RHYTHM_RETRY_MINUTES = 60,
    RHYTHM_MIN_LIMIT_MINUTES = 36 * 60
};

struct rhythm {
    int64_t limit; /* minutes after the last begin within which the next backup should begin */
    bool is_known; /* false if there is one begin alone, with its repetitions */
};

/* The limit is half as long again as the median of the gaps between begins, and at least 36 hours.
 * A host that rests on some days of the week may rest again as long as it did from the same day of
 * the week. `begins` are minutes in ascending order, and change. With one begin, `may_be_weekly`
 * decides between a day and a week. */
struct rhythm rhythm_of(int64_t *begins, size_t count, bool may_be_weekly);

#endif

#include "report/rhythm.h"

#include <stdlib.h>

static int compare_minutes(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left;
    int64_t b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* Drops begins that repeat the one before. */
static size_t drop_retries(int64_t *begins, size_t count)
{
    size_t kept = 0;
    int64_t before = 0;
    for (size_t i = 0; i < count; i++) {
        bool is_retry = i > 0 && begins[i] - before < RHYTHM_RETRY_MINUTES;
        before = begins[i];
        if (!is_retry)
            begins[kept++] = begins[i];
    }
    return kept;
}

static int64_t weekday_of(int64_t minute)
{
    int64_t day = minute / RHYTHM_DAY_MINUTES - (minute % RHYTHM_DAY_MINUTES < 0);
    return ((day % 7) + 7) % 7;
}

/* The shortest rest that followed an earlier begin on the weekday of the last one; 0 if there was
 * none. */
static int64_t rest_from_weekday(const int64_t *begins, size_t count)
{
    int64_t shortest = 0;
    int64_t weekday = weekday_of(begins[count - 1]);
    for (size_t i = 0; i + 1 < count; i++) {
        int64_t rest = begins[i + 1] - begins[i];
        if (weekday_of(begins[i]) == weekday && (shortest == 0 || rest < shortest))
            shortest = rest;
    }
    return shortest;
}

/* The median of the gaps between begins, which change. */
static int64_t median_gap(int64_t *begins, size_t count)
{
    size_t gaps = count - 1;
    for (size_t i = 0; i < gaps; i++)
        begins[i] = begins[i + 1] - begins[i];
    qsort(begins, gaps, sizeof *begins, compare_minutes);
    return gaps % 2 != 0 ? begins[gaps / 2] : (begins[gaps / 2 - 1] + begins[gaps / 2]) / 2;
}

struct rhythm rhythm_of(int64_t *begins, size_t count, bool may_be_weekly)
{
    count = drop_retries(begins, count);
    int64_t gap = may_be_weekly ? RHYTHM_WEEK_MINUTES : RHYTHM_DAY_MINUTES;
    if (count > 1) {
        int64_t rest = rest_from_weekday(begins, count);
        gap = median_gap(begins, count);
        gap = rest > gap ? rest : gap;
    }
    int64_t limit = gap + gap / 2;
    return (struct rhythm){.limit =
                               limit > RHYTHM_MIN_LIMIT_MINUTES ? limit : RHYTHM_MIN_LIMIT_MINUTES,
                           .is_known = count > 1};
}

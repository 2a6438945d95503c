/* The choices that a tally is opened with. */
#ifndef MARSIFT_TALLY_TALLY_OPTIONS_H
#define MARSIFT_TALLY_TALLY_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/limits.h"
#include "catalog/catalog.h"

struct scratch_folders;
struct year_corrections;

/* Catalog, limits and host are lent until tally_close. */
struct tally_options {
    const struct catalog *catalog;
    const struct limits *limits;
    uint64_t seed;         /* of every hash */
    const char *host;      /* --host: the host of all records; NULL: what logs and lines say */
    bool keep_files;       /* for the `files` command */
    struct datetime since; /* unset: no bound */
    struct datetime until;
    int16_t first_year;                   /* --year; 0: not given */
    const struct year_corrections *years; /* of an earlier tally of the same logs; lent until
                                             tally_close; NULL: none */
    const struct scratch_folders *scratch_folders; /* likewise */
    bool has_zone;                                 /* --tz was given: */
    int zone_minutes; /* the clocks of all logs are so far ahead of UTC */
};

/* True if only a part of the time is asked for. */
static inline bool tally_options_has_period(const struct tally_options *options)
{
    return datetime_is_set(options->since) || datetime_is_set(options->until);
}

#endif

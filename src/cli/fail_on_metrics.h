/* The table of the metrics that --fail-on can test; its list and its suggestions are made of it. */
#ifndef MARSIFT_CLI_FAIL_ON_METRICS_H
#define MARSIFT_CLI_FAIL_ON_METRICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/language.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "report/report.h"

/* A metric that can be written in several forms has a row for each, with the same functions. */
struct fail_on_metric {
    const char *name;
    const char *form;                    /* "reason:CATEGORY" */
    const char *meaning[LANGUAGE_COUNT]; /* what it counts, for --fail-on list */
    /* True if the catalog knows the subject, since a misspelt one would silently never hold; NULL:
     * the metric takes no subject. */
    bool (*knows)(const struct catalog *catalog, struct span subject);
    /* The names that a subject may be, in any order: NULL after the last one, "" for none at this
     * index. NULL: they are not names, or another row of the metric has them. */
    const char *(*subject_name)(const struct catalog *catalog, size_t index);
    uint64_t (*count)(const struct report *report, struct span subject);
};

extern const struct fail_on_metric fail_on_metrics[];
extern const size_t fail_on_metric_count;

/* The first row of the metric that takes a subject, or takes none; NULL if there is none. */
const struct fail_on_metric *fail_on_metric_find(struct span name, bool has_subject);

#endif

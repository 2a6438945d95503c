/* What `report` and `files` share: read everything that was named, and make a report of it. */
#ifndef MARSIFT_APP_SURVEY_H
#define MARSIFT_APP_SURVEY_H

#include <stdbool.h>

#include "app/commands.h"
#include "app/library.h"
#include "app/options.h"
#include "base/arena.h"
#include "base/fault.h"
#include "base/limits.h"
#include "diagnosis/report.h"
#include "diagnosis/tally.h"

/* Start as `struct survey survey = {0};`, end with survey_close, also after a fault. */
struct survey {
    struct limits limits;
    struct library library;
    struct tally *tally;
    struct arena arena;
    struct report report;
};

/* Reads the arguments' paths into a tally and a report. */
bool survey_make(struct survey *survey, const struct options *options, bool keep_files,
                 struct fault *fault);

/* Says on stderr what could not be read and which --fail-on condition holds, and chooses the
 * status. */
bool survey_conclude(const struct survey *survey, const struct options *options,
                     enum exit_status *status, struct fault *fault);

void survey_close(struct survey *survey);

#endif

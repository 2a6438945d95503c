/* What `report` and `files` share: read everything that was named, and make a report of it. */
#ifndef MARSIFT_ENGINE_ANALYSIS_H
#define MARSIFT_ENGINE_ANALYSIS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/limits.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output_target.h"
#include "engine/ruleset.h"
#include "input/encoding/encoding_preload.h"
#include "report/report.h"
#include "tally/tally.h"

/* Start as `struct survey survey = {0};`, end with analysis_close, also after a fault. */
struct analysis {
    struct limits limits;
    struct ruleset ruleset;
    struct encoding_preload conversions;
    size_t threads;
    struct tally *tally;
    struct arena arena;
    struct report report;
};

/* Opens whatever the options name but the arguments' paths. */
bool analysis_open(struct analysis *analysis, const struct options *options, bool keep_files,
                   struct fault *fault);

/* Reads the arguments' paths into the tally and makes the report. A file that `output` (may be
 * NULL) is writing is no input, wherever it lies. */
bool analysis_read(struct analysis *analysis, const struct options *options,
                   const struct writer *output, struct fault *fault);

/* All of a command up to the first byte that it writes: opens the options' files and `destination`,
 * gives up the right to open more, and reads. After a fault `destination` holds nothing. */
bool analysis_make(struct analysis *analysis, const struct options *options, bool keep_files,
                   struct output_target *target, struct fault *fault);

/* Says on stderr what could not be read and which --fail-on condition holds, and chooses the
 * status. */
bool analysis_conclude(const struct analysis *analysis, const struct options *options,
                       enum exit_status *status, struct fault *fault);

void analysis_close(struct analysis *analysis);

#endif

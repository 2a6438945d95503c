/* A whole run: reads everything that it is given and makes one report of it. */
#ifndef MARSIFT_ENGINE_ANALYSIS_H
#define MARSIFT_ENGINE_ANALYSIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/datetime.h"
#include "base/fault.h"
#include "base/limits.h"
#include "engine/pipeline.h"
#include "engine/ruleset.h"
#include "input/encoding/encoding_preload.h"
#include "report/report.h"
#include "report/report_options.h"
#include "tally/tally.h"

/* Texts and lists are lent for as long as the analysis is open. */
struct analysis_options {
    const char *const *grammars; /* files that add to the built-in grammars or replace them */
    size_t grammar_count;
    const char *const *catalogs; /* files whose rows win over the built-in catalog */
    size_t catalog_count;
    const char *encoding; /* of all logs; NULL: detected */
    const char *host;     /* of all logs; NULL: found by name */
    struct datetime since;
    struct datetime until;
    int16_t first_year; /* in which each log begins; 0: found */
    bool keep_files;    /* keep a row for each failed file, for build_file_rows */
    bool without_prefilter;
    size_t threads; /* 0: one for each processor, fewer where address space is limited */
    struct report_options report;
};

/* Start as `struct analysis analysis = {0};`, end with analysis_close, also after a fault. */
struct analysis {
    const struct analysis_options *options;
    struct limits limits;
    struct ruleset ruleset;
    struct encoding_preload preload;
    struct tally *tally;
    struct arena arena;
    struct report report;
};

/* Loads the grammars and the catalog that `options` (lent until analysis_close) name. */
bool analysis_load(struct analysis *analysis, const struct analysis_options *options,
                   struct fault *fault);

/* Opens everything else that reading needs. From here on no file is opened but the inputs. */
bool analysis_open(struct analysis *analysis, struct fault *fault);

/* Reads `inputs` in their order; may be called again for more of them. `progress` may be NULL. The
 * file that `own_output` (may be NULL) describes is no input, wherever it is found. What is wrong
 * with an input becomes part of the report. */
bool analysis_read(struct analysis *analysis, const struct pipeline_input *inputs,
                   size_t input_count, const struct stat *own_output,
                   const struct read_progress *progress, struct fault *fault);

/* Makes `analysis->report` of everything that was read. Call once. */
bool analysis_report(struct analysis *analysis, struct fault *fault);

void analysis_close(struct analysis *analysis);

#endif

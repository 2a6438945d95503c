/* A whole run: reads all inputs and builds one report from them.
 *
 * Call analysis_load, analysis_open, analysis_read, analysis_report once each, in this order, and
 * none of them after one that failed. */
#ifndef MARSIFT_ENGINE_ANALYSIS_H
#define MARSIFT_ENGINE_ANALYSIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/datetime.h"
#include "base/fault.h"
#include "base/limits.h"
#include "engine/log_hosts.h"
#include "engine/pipeline.h"
#include "engine/ruleset.h"
#include "input/encoding/encoding_preload.h"
#include "report/report.h"
#include "report/report_options.h"
#include "tally/scratch_folders.h"
#include "tally/tally.h"
#include "tally/year_corrections.h"

/* Texts and lists are lent until analysis_close. */
struct analysis_options {
    const char *const *grammars; /* files that add grammars or replace those of the same name */
    size_t grammar_count;
    const char *const *catalogs; /* files whose rows replace those of the built-in catalog */
    size_t catalog_count;
    const char *encoding;  /* of all logs; NULL: detected */
    const char *host;      /* of all logs; NULL: found from the names of files and folders */
    struct datetime since; /* records before it are left out; zeros: none */
    struct datetime until; /* records after it are left out; zeros: none */
    int16_t first_year;    /* in which each log begins; 0: inferred */
    bool keep_files;       /* keep a row for each failed file, for build_file_rows */
    bool without_prefilter;
    size_t threads; /* 0: one for each processor, fewer if address space is limited */
    struct report_options report;
};

/* Start as `struct analysis analysis = {0};`, end with analysis_close, also after a fault. */
struct analysis {
    const struct analysis_options *options;
    struct limits limits;
    struct ruleset ruleset;
    struct encoding_preload preload;
    struct tally *tally;
    uint64_t seed; /* of every hash */
    /* What the first reading showed, where a second was needed. */
    struct log_hosts hosts;
    struct year_corrections years;
    struct scratch_folders scratch_folders;
    struct arena arena;
    struct report report;
};

/* Loads the grammars and the catalog that `options` name. `options` is lent until analysis_close.
 */
bool analysis_load(struct analysis *analysis, const struct analysis_options *options,
                   struct fault *fault);

/* Opens everything else that reading needs. Afterwards, only inputs are opened. */
bool analysis_open(struct analysis *analysis, struct fault *fault);

/* Reads `inputs`, in the order of their names. Where the first reading shows that the places of
 * other logs name another host for a log, all are read a second time, if they can be opened again;
 * and once more where logs have a wrong year, or the scratch folder of a host is not where failed
 * files were judged to be in one. `progress` may be NULL. `own_output` (may be NULL) describes the
 * file being written, which is skipped wherever it is found. A damaged or unreadable input is not a
 * fault but a part of the report. */
bool analysis_read(struct analysis *analysis, const struct pipeline_input *inputs,
                   size_t input_count, const struct stat *own_output,
                   const struct read_progress *progress, struct fault *fault);

/* Builds `analysis->report` from everything that was read. Call once. The report is lent until
 * analysis_close. */
bool analysis_report(struct analysis *analysis, struct fault *fault);

/* Frees everything. Faults of the steps before do not matter. */
void analysis_close(struct analysis *analysis);

#endif

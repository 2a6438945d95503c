/* How well the grammars read the head of a log: the measure by which two ways of reading it are
 * compared. */
#ifndef MARSIFT_ENGINE_READING_QUALITY_H
#define MARSIFT_ENGINE_READING_QUALITY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/limits.h"
#include "engine/ruleset.h"
#include "grammar/pattern.h"
#include "input/log.h"

struct reading_quality;

/* What is given is lent until reading_quality_close. NULL with the fault set. */
struct reading_quality *reading_quality_open(struct ruleset *ruleset, const struct limits *limits,
                                             struct pattern_scratch *scratch, struct fault *fault);
void reading_quality_close(struct reading_quality *quality);

/* What the grammars understand of a text: a record is worth more than a line, and one with more
 * fields more; 0 if nothing is understood. */
struct reading_worth {
    uint64_t understood;
    uint64_t unparsed; /* lines */
    bool has_records;  /* of tables, lists, JSON ... */
    bool is_prose;     /* the lines are sentences, not a trace or a list of files */
};

/* Measures `lines`, each ended by LF. False with the fault set. */
bool reading_quality_measure(struct reading_quality *quality, const struct log *log,
                             struct span lines, struct reading_worth *worth, struct fault *fault);

#endif

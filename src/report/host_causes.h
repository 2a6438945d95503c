/* Why a kind of a host's backups lacks a current one. */
#ifndef MARSIFT_REPORT_HOST_CAUSES_H
#define MARSIFT_REPORT_HOST_CAUSES_H

#include <stdbool.h>

#include "report/backups.h"
#include "report/builder.h"
#include "report/report_host.h"
#include "verdict/verdict.h"

/* The agent errors of the catalog that stand for a failure without a cause, and for servers of
 * which nothing is known. */
#define HOST_FAILED_SYMBOL  JOB_FAILED_SYMBOL
#define HOST_ABORTED_SYMBOL JOB_ABORTED_SYMBOL
#define HOST_UNKNOWN_SYMBOL "MARSIFT_STATE_UNKNOWN"

/* That of a backup that did not begin when it was due. */
#define JOB_MISSING_SYMBOL "MARSIFT_JOB_MISSING"

/* Returns the symbol of the agent error that stands for a stop of the kind. */
const char *host_stop_symbol(enum host_newest newest, bool is_server_on, bool is_rhythm_known);

/* Sets what made the newest finished backup of the row fail, and what else made those fail that
 * failed in a row with it. False with the fault set. */
bool host_causes_of_failures(const struct builder *builder, struct backup_row row,
                             struct report_host_kind *kind);

/* Sets that no backup began, or that the last one hangs. False with the fault set. */
bool host_causes_of_stop(const struct builder *builder, bool is_rhythm_known,
                         struct report_host_kind *kind);

/* Sets that a backup did not begin when it was due. False with the fault set. */
bool host_causes_of_miss(const struct builder *builder, struct report_host_kind *kind);

#endif

/* Finds the name of a server in the name of a log. */
#ifndef MARSIFT_INPUT_HOST_LOG_NAME_H
#define MARSIFT_INPUT_HOST_LOG_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/span.h"
#include "input/host_rank.h"

/* Judges what is beside the agent's own name in that of a log ("FS01_LastBackupFailedFiles.txt");
 * `*host` is as of host_rank_of_folder. */
enum host_rank host_log_name_rank(struct span name, struct span *host);

/* True for a name that the agent gives a log or list: every server has these. */
bool host_log_name_is_agents(struct span name);

/* True for the log that the engine writes to; a server has one. */
bool host_log_name_is_current(struct span name);

/* True for one of the agent's earlier logs, which it numbers: "CBEngine3.errlog". */
bool host_log_name_is_earlier(struct span name);

/* The key of a log's name below `folder`, without what differs between servers and copies: of the
 * agent's own name in it, else of all before the first digit. */
uint64_t host_log_name_key(struct span name, uint64_t folder);

#endif

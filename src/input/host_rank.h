/* Finds the name of a server in the name of a folder, an archive or a log. */
#ifndef MARSIFT_INPUT_HOST_RANK_H
#define MARSIFT_INPUT_HOST_RANK_H

#include <stdbool.h>

#include "base/span.h"
#include "input/host_shape.h"

/* Judges a folder or archive. `*host` is its name without archive suffixes, dates and the words
 * that people and collectors put around it, lent by `name`; empty for HOST_RANK_NONE. */
enum host_rank host_rank_of_folder(struct span name, struct span *host);

/* Judges what is beside the agent's own name in that of a log ("FS01_LastBackupFailedFiles.txt");
 * `*host` as above. */
enum host_rank host_rank_of_log(struct span name, struct span *host);

/* True for a name that the agent gives a log or list: every server has these. */
bool host_rank_is_agent_log(struct span name);

/* Returns the name of an archive without its suffix; empty if it is none, if it is called after a
 * date, and if collectors pack several of its kind for one server. */
struct span host_rank_archive_name(struct span name);

#endif

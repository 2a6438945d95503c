/* Names the hosts of logs by the folders in the paths of the inputs, where nothing in the inputs
 * names them: of "SRV1/Temp/x.errlog SRV2/Temp/x.errlog". */
#ifndef MARSIFT_INPUT_HOST_SOURCES_H
#define MARSIFT_INPUT_HOST_SOURCES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "base/hash_array.h"
#include "base/span.h"

/* Starts as zeros; notes and is asked about every log in turn. End with host_sources_release. */
struct host_sources {
    struct span common;        /* the folders that all absolute paths begin with; lent by them */
    bool has_absolute;         /* `common` is set */
    struct hash_array folders; /* of struct named_folder, by the name of a log */
};

/* Returns the nearest name in the folders of a relative path that is likely a server's, which says
 * enough by itself; empty if there is none. Lent by `path`. */
struct span host_sources_likely_name(struct span path);

/* Notes the path of an input. It is lent until the release. */
void host_sources_note_path(struct host_sources *sources, struct span path);

/* Notes a log called `name` in the input, after all paths. `is_file` is false for what lies in a
 * folder or archive that was named. False with the fault set. */
bool host_sources_note_log(struct host_sources *sources, struct span path, bool is_file,
                           struct span name, struct fault *fault);

/* Returns the host of the log, after all were noted: the nearest name that is likely a server's,
 * else one that tells logs of the same name apart; empty if there is none. Lent by `path`. Of an
 * absolute path only what differs from the others counts, and the folder around the file. */
struct span host_sources_name(const struct host_sources *sources, struct span path, bool is_file,
                              struct span name);

void host_sources_release(struct host_sources *sources);

#endif

/* The folder that most of the failed files have in common. */
#ifndef MARSIFT_REPORT_COMMON_FOLDER_H
#define MARSIFT_REPORT_COMMON_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "report/report_types.h"

/* Finds the deepest folder below which at least `needed` files are: a volume, or a folder in which
 * `*` is a name that varies while the next one does not, as in D:\Users\*\Documents. `needed` must
 * be more than half of all files, which `folders` may have fewer of. Without one, `found->files` is
 * 0. Its path is the arena's. Time grows with the length of all paths. False with the fault set. */
bool common_folder_find(const struct report_folder *folders, size_t count, uint64_t needed,
                        struct arena *arena, struct report_folder *found, struct fault *fault);

/* True if the path lies below `folder`, a volume or a folder that common_folder_find found: a name
 * `*` of it may be any name. */
bool common_folder_contains(struct span folder, struct span path);

/* The volume at the start of a path, however it is written: "E:", "server\share", or a name of
 * Windows for a volume. */
struct span common_folder_volume(struct span path);

#endif

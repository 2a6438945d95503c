/* Folders, and whether a path is one of them or below it. */
#ifndef MARSIFT_TEXT_FOLDER_LIST_H
#define MARSIFT_TEXT_FOLDER_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* True if `path` is `folder` or below it; ASCII case does not count. Only whole names count:
 * "d:\mars" does not contain "d:\marscache". A root may end with its backslash. */
bool folder_contains(struct span folder, struct span path);

/* Folders of local volumes, folded by path_key_fold: "d:\cache". */
struct folder_list {
    struct span *folders; /* lent */
    size_t count;
};

/* True if the folded text names a folder below the root of a drive. The root itself, a share, a
 * relative path, and one with "." or ".." for a name do not. */
bool folder_is_on_drive(struct span folded);

/* True if the folded path is one of the folders or below it. The GUID of a volume may stand for any
 * drive. */
bool folder_list_contains(const struct folder_list *list, struct span path);

#endif

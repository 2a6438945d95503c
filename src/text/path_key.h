/* Keys by which all spellings of a Windows path are equal: case does not count, `/` is `\`,
 * `\\?\D:\x` is `D:\x`, doubled backslashes are one, and a backslash at the end is dropped. */
#ifndef MARSIFT_TEXT_PATH_KEY_H
#define MARSIFT_TEXT_PATH_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

struct path_key {
    uint64_t file;        /* hash of the whole path and `salt` */
    uint64_t folder;      /* hash of its folder, without `salt` */
    size_t folder_length; /* bytes before the last separator of the path as it is written */
};

/* Replaces the content of `folded` by `path` (valid UTF-8) in the form in which paths are compared:
 * ASCII in lower case, what is beyond it in the upper case of text/upcase. False with the fault
 * set.
 */
bool path_key_fold(struct span path, struct buffer *folded, struct fault *fault);

/* Computes the key of `path`. `salt` distinguishes hosts. `folded` then holds the path as
 * path_key_fold gives it. False with the fault set. */
bool path_key_of(struct span path, uint64_t salt, uint64_t seed, struct buffer *folded,
                 struct path_key *key, struct fault *fault);

#endif

/* When two spellings mean the same file: case does not count, `/` is `\`, `\\?\D:\x` is `D:\x`,
 * doubled backslashes are one, a closing backslash is none. */
#ifndef MARSIFT_TEXT_PATH_KEY_H
#define MARSIFT_TEXT_PATH_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"

struct path_key {
    uint64_t file;        /* of the whole path and `salt` */
    uint64_t folder;      /* of the folder that holds it, without `salt` */
    size_t folder_length; /* bytes of the path as it is written, up to its last separator */
};

/* Makes `folded` hold `path` (valid UTF-8) as it is compared. Case is folded with Unicode's simple
 * mapping (utf8proc), which is what NTFS's own table amounts to. */
bool path_key_fold(struct span path, struct buffer *folded, struct fault *fault);

/* The key of `path`. `salt` tells hosts apart. `folded` then holds the path as path_key_fold gives
 * it.
 */
bool path_key_of(struct span path, uint64_t salt, uint64_t seed, struct buffer *folded,
                 struct path_key *key, struct fault *fault);

#endif

/* Finds the name of a server in the name of a folder or archive. */
#ifndef MARSIFT_INPUT_HOST_RANK_H
#define MARSIFT_INPUT_HOST_RANK_H

#include <stdbool.h>

#include "base/span.h"
#include "text/host_shape.h"

/* No server's name is as long, and words are sought in time that grows with the square. */
enum { MAX_HOST_NAME_BYTES = 255 };

/* Judges a folder or archive. `*host` is its name without archive suffixes, dates and the words
 * that people and collectors put around it, lent by `name`; empty for HOST_RANK_NONE. */
enum host_rank host_rank_of_folder(struct span name, struct span *host);

/* Returns the name of an archive without its suffix; empty if it is none, if it is called after a
 * date, and if collectors pack several of its kind for one server. */
struct span host_rank_archive_name(struct span name);

/* Returns the name of a folder that may be a server's, and as well anything else's: a letter, or a
 * word of folders with a number of two or three digits, as NEW01 and FILE-01, but not of what comes
 * in numbers: copies, logs, nights. Empty for any other name. */
struct span host_rank_weak_name(struct span name);

/* Returns the server's name in the name of a folder that has a current engine log, beside others
 * that have one in the same place: one of rank "possible" at least, a weak one, or a word of
 * folders that servers are called by, too. Empty for what tells copies of one server's logs apart:
 * "old", "after the fix", "night2". */
struct span host_rank_sibling_name(struct span name);

#endif

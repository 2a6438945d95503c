/* The files that are known by the GUID of their volume, and the drive letters of volumes: the logs
 * that give the letters may come after the files.
 *
 * Merge: letters are a union by host and volume, where a contradiction makes both doubtful; paths
 * are concatenated, counters are sums. Merge before volume_merge joins the files. */
#ifndef MARSIFT_TALLY_VOLUME_COUNTS_H
#define MARSIFT_TALLY_VOLUME_COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/hash_array.h"
#include "base/hash_table.h"
#include "base/limits.h"
#include "base/span.h"
#include "verdict/volume_fact.h"

/* What is known by a pair of host and volume, or of host and letter. */
struct tally_volume {
    uint64_t value; /* the letter, or the volume */
    bool is_doubtful;
};

/* A file by the GUID of its volume. */
struct tally_volume_path {
    uint64_t key;        /* of the file */
    uint64_t joined_key; /* by the drive's letter; 0 until it is known */
    uint64_t host_key;
    uint64_t volume;
    size_t prefix_length; /* of the path, up to its first backslash after the GUID */
    size_t log;           /* the number of the file's first log */
    struct span path;
};

struct volume_counts {
    const struct limits *limits; /* lent */
    uint64_t seed;
    struct hash_array volumes;      /* of struct tally_volume */
    struct hash_array volume_paths; /* of struct tally_volume_path */
    uint64_t path_bytes;            /* of these paths */
    uint64_t dropped_paths;         /* past max_volume_paths */
    uint64_t too_long_paths;        /* past max_volume_path_bytes */
    struct hash_table joined;       /* numbers of the paths with a joined key, by `key` */
};

/* Starts without volumes. `limits` is lent until volume_counts_release. */
void volume_counts_open(struct volume_counts *volumes, const struct limits *limits, uint64_t seed);

void volume_counts_release(struct volume_counts *volumes);

/* Notes the letter that a record gives a volume. A volume with two letters and a letter with two
 * volumes are doubtful from then on. False with the fault set. */
bool volume_counts_note(struct volume_counts *volumes, const struct volume_fact *fact,
                        struct fault *fault);

/* Adds the path of a new file, if it begins with a volume's GUID; `file` has its key, host_key,
 * log and path, which is copied to `arena`. At most max_volume_paths are kept, of
 * max_volume_path_bytes; the others stay files of their own, and are counted. False with the fault
 * set. */
bool volume_counts_add_path(struct volume_counts *volumes, struct arena *arena,
                            struct tally_volume_path file, struct fault *fault);

/* The letter of the volume on that host; 0 when it is unknown or doubtful. */
char volume_counts_letter(const struct volume_counts *volumes, uint64_t host_key, uint64_t volume);

/* Fills `joined`, once the joined keys are known. False with the fault set. */
bool volume_counts_index(struct volume_counts *volumes, struct fault *fault);

/* The key that the file with `key` has by the letter of its drive; `key` itself if it was not
 * joined. After volume_counts_index. */
uint64_t volume_counts_joined_key(const struct volume_counts *volumes, uint64_t key);

#endif

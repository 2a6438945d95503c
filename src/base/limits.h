/* The limits of a run, with their names, units and defaults. When input reaches one, the run goes
 * on, the report names the limit, and the input counts as incomplete. */
#ifndef MARSIFT_BASE_LIMITS_H
#define MARSIFT_BASE_LIMITS_H

#include <stdint.h>

/* Name, default, meaning (shown in the report and in the manual). */
#define LIMITS(LIMIT)                                                                              \
    LIMIT(max_line_bytes, 256 * 1024, "bytes of one line, as UTF-8; the rest of the line is cut")  \
    LIMIT(max_nesting, 8, "archives inside archives")                                              \
    LIMIT(max_unpacked_bytes, UINT64_C(1) << 40, "bytes unpacked from one source")                 \
    LIMIT(max_unpacked_ratio, 500,                                                                 \
          "bytes unpacked from each packed byte, beyond the first 64 MiB; 256 MiB of all members") \
    LIMIT(max_members, 1000000, "members read from one source")                                    \
    LIMIT(max_name_bytes, 128 * 1024 * 1024, "bytes of the names of members of one source")        \
    LIMIT(max_held_bytes, 128 * 1024 * 1024, "bytes of a 7z archive held in memory")               \
    LIMIT(max_decoder_bytes, 256 * 1024 * 1024, "bytes that unpacking one stream may take")        \
    LIMIT(max_folder_depth, 64, "folders inside folders")                                          \
    LIMIT(max_distinct_files, UINT64_C(1) << 26, "failed files told apart; more are estimated")    \
    LIMIT(max_folders, 262144, "folders with failed files told apart")                             \
    LIMIT(max_folder_bytes, 24 * 1024 * 1024, "bytes of the names of these folders")               \
    LIMIT(max_host_codes, 65536,                                                                   \
          "pairs of host and code told apart, as many hosts, and as many other failures")          \
    LIMIT(max_scratch_folders, 16, "scratch folders of a host kept, as its registry names them")   \
    LIMIT(max_jobs, 100000, "jobs told apart, and as many events of jobs")                         \
    LIMIT(max_volume_paths, 262144, "files by volume GUID kept to be joined with a drive letter")  \
    LIMIT(max_volume_path_bytes, 16 * 1024 * 1024, "bytes of the paths of these files")            \
    LIMIT(max_waiting_bytes, 64 * 1024 * 1024,                                                     \
          "bytes of records kept until it is known how to read their dates")                       \
    LIMIT(max_text_bytes, 16 * 1024 * 1024,                                                        \
          "bytes of other texts kept: hosts, jobs, symbols, examples")                             \
    LIMIT(max_regex_steps, 10000,                                                                  \
          "steps of one pattern on one record, and 24 more for each byte of it")                   \
    LIMIT(max_pattern_bytes, 64 * 1024, "bytes of one pattern of a grammar, its parts put in")     \
    LIMIT(max_grammar_bytes, 1024 * 1024, "bytes of one grammar file")                             \
    LIMIT(max_catalog_field_bytes, 64 * 1024, "bytes of one cell of a catalog file")               \
    LIMIT(max_folders_listed, 5, "top folders listed for a reason")                                \
    LIMIT(max_examples, 10, "unparsed lines shown as examples")

struct limits {
#define LIMIT_MEMBER(name, value, meaning) uint64_t name;
    LIMITS(LIMIT_MEMBER)
#undef LIMIT_MEMBER
};

enum limit_id {
#define LIMIT_ID(name, value, meaning) LIMIT_##name,
    LIMITS(LIMIT_ID)
#undef LIMIT_ID
        LIMIT_COUNT
};

/* Returns the defaults above. */
struct limits limits_default(void);

/* Returns the name, such as "max_line_bytes". */
const char *limit_name(enum limit_id id);

/* Returns the meaning, in English. */
const char *limit_meaning(enum limit_id id);

#endif

/* The counts of a run: the one place that copies what it needs out of the input. Verdicts come in
 * the order of the input, so that equal input gives equal counts and examples, whatever the
 * threads. */
#ifndef MARSIFT_TALLY_TALLY_H
#define MARSIFT_TALLY_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/datetime.h"
#include "base/fault.h"
#include "base/hash_array.h"
#include "base/hash_table.h"
#include "base/hyperloglog.h"
#include "base/limits.h"
#include "base/string_pool.h"
#include "catalog/catalog.h"
#include "tally/bucket_cache.h"
#include "tally/file_set.h"
#include "tally/folder_counts.h"
#include "tally/job.h"
#include "tally/source_records.h"
#include "tally/volume_names.h"
#include "text/log_date.h"
#include "verdict/classified_block.h"

enum { BUCKET_EXAMPLES = 4 };

/* A file of a cell. One that turns out, by a later event, to belong elsewhere gives its place up to
 * the next one; until then it still shows an event of the cell. */
struct bucket_example {
    struct report_example shown;
    uint64_t key;
    bool is_taken;
};

/* Failed files of one host with one code in one category, under one context rule or none. */
struct tally_bucket {
    uint32_t host;
    bool has_code;
    uint32_t code;
    size_t category;
    bool has_context;
    size_t context;
    struct datetime first;
    struct datetime last;
    uint64_t files; /* that are now in it, and their events: see file_sums.h */
    uint64_t events;
    struct bucket_example examples[BUCKET_EXAMPLES];
    size_t example_count; /* that are taken */
};

struct tally_finding {
    uint32_t host;
    size_t error;
    bool has_context; /* of its first record: the rule that told the error */
    size_t context;
    uint64_t files; /* 0; else it was found in the failed files of jobs, and these show it */
    uint64_t events;
    struct datetime first;
    struct datetime last;
    struct report_example example;
    struct span *details; /* of one that is inferred, see build_infer, or seen in jobs */
    size_t detail_count;
    struct volume_names volumes; /* of one whose actions name a volume */
};

struct tally_failure {
    bool has_code;
    uint32_t code;
    size_t category;
    struct span symbol;
    uint64_t events;
    struct report_example example;
    uint32_t host; /* of its first record */
    bool has_more_hosts;
};

/* A start or stop out of an event list, which names no job. */
struct tally_job_event {
    uint32_t host;
    struct milestone milestone;
    struct datetime time;
    struct place place;
};

/* Those of 64 files, which several jobs name, that one of the jobs does: see job_files.h. */
struct tally_shared_group {
    uint32_t job;
    uint32_t number;  /* of the 64: its first file is 64 times this */
    uint64_t members; /* a bit for each file */
};

/* Events of a file under another code than its own, or under none. */
struct tally_earlier_code {
    uint64_t key;
    uint32_t bucket;
    uint32_t events;
};

/* What an event is worth to its file: event_precedence_of_file.h. */
struct event_precedence {
    bool has_code;
    bool is_list;
    uint32_t time;
};

/* A failed file as the `files` command shows it; kept only when asked for. */
struct tally_file {
    uint32_t host;
    uint32_t bucket;
    struct span job;
    struct span operation;
    struct span path;
    struct span source;
    struct datetime time;
    struct place place;           /* of the event that its code comes from */
    struct event_precedence rank; /* of that event */
    struct place listed;          /* its first entry in a list; line 0: none */
    bool is_joined;               /* its row is another one, by the drive's letter */
    uint64_t events;
};

/* The failed files of one job with one code: a file counts where its first event in that job put
 * it. */
struct tally_job_bucket {
    uint32_t job;
    uint32_t bucket;
    uint64_t files;
    uint64_t events;
};

/* Failed files for which the set of files had no room. */
struct tally_overflow {
    struct hyperloglog files;
    uint64_t events;
};

/* What is known by a pair of host and volume, or of host and letter. */
struct tally_volume {
    uint64_t value; /* the letter, or the volume */
    bool is_doubtful;
};

/* A file by the GUID of its volume. */
struct tally_volume_path {
    uint64_t key;
    uint64_t joined_key; /* by the drive's letter; 0 until it is known */
    uint64_t host_key;
    uint64_t volume;
    size_t prefix_length; /* of the path, up to its first backslash behind the GUID */
    size_t log;
    struct span path;
};

/* One log while it is counted. */
struct tally_log {
    struct report_log shown;
    size_t index;
    bool is_list; /* a failed-files list is one job, called after its file */
    struct span name;
    struct datetime name_date; /* the time of records that have none */
    struct year_inference calendar;
    bool is_outside; /* the last record was outside the period */
    bool has_host;   /* these two are known: */
    uint32_t host;
    uint64_t host_key;
    bool has_job; /* these two are known: */
    uint32_t job; /* of the last record with one */
    uint32_t job_host;
    struct datetime ranked; /* the last time that event_precedence_time was asked for, */
    uint32_t ranked_as;     /* and its answer */
    uint64_t lines_before;  /* in the blocks that were counted already */
    uint64_t last_prefix;   /* of the last record; 0: none */
};

struct tally_options {
    const struct catalog *catalog;
    const struct limits *limits;
    uint64_t seed;
    const char *host; /* --host, or NULL */
    bool keep_files;
    struct datetime since; /* unset: no bound */
    struct datetime until;
    int16_t first_year;
};

/* Read by the modules that make a report of it; everybody else uses the functions below. */
struct tally {
    struct tally_options options;
    struct arena arena;
    struct tally_log **logs;
    size_t log_count;
    size_t log_capacity;
    struct string_pool hosts;
    struct string_pool folders;
    struct file_set files;
    struct folder_counts folder_counts;
    struct hyperloglog files_overflow; /* those for which the set had no room */
    struct tally_overflow *overflow;   /* the same of each category; NULL until there are any */
    uint64_t file_events;
    bool year_unknown;
    struct hash_array buckets;                      /* of struct tally_bucket */
    struct hash_array earlier_codes;                /* of struct tally_earlier_code */
    struct hash_array findings;                     /* of struct tally_finding */
    struct hash_array failures;                     /* of struct tally_failure */
    struct hash_array jobs;                         /* of struct job */
    struct hash_array job_events;                   /* of struct tally_job_event */
    struct hash_array job_buckets;                  /* of struct tally_job_bucket */
    struct hash_array shared_files;                 /* of uint64_t: keys of files of several jobs */
    struct hash_array shared_groups;                /* of struct tally_shared_group */
    struct cached_bucket kinds[BUCKET_CACHE_SLOTS]; /* that were met last */
    struct hash_array kept;                         /* of struct tally_file */
    struct hash_array volumes;                      /* of struct tally_volume */
    struct hash_array volume_paths;                 /* of struct tally_volume_path */
    uint64_t volume_path_bytes;                     /* of these paths */
    uint64_t volume_paths_dropped;                  /* beyond max_volume_paths */
    uint64_t volume_paths_too_long;                 /* beyond max_volume_path_bytes */
    uint64_t text_bytes;                            /* that max_text_bytes bounds */
    struct hash_array unparsed;                     /* of struct report_unparsed */
    struct hash_array skipped;                      /* of struct report_skipped */
    struct hash_array problems;                     /* of struct report_problem */
    struct report_limit limits_hit[LIMIT_COUNT];    /* times 0: not hit */
    struct hash_array undecided;                    /* of struct report_limit, one for each rule */
};

/* The host of what nobody knows the host of. */
#define TALLY_UNKNOWN_HOST "-"

struct tally *tally_open(const struct tally_options *options, struct fault *fault);
void tally_close(struct tally *tally);

/* What is known of a log when it begins; texts are copied. `kind_name`, `grammar` and `encoding`
 * are
 * lent for good. */
struct log_facts {
    const char *source;
    const char *member;
    const char *name;
    const char *host;
    struct datetime modified;
    enum log_kind kind;
    const char *kind_name;
    const char *grammar;
};

/* Begins a log. NULL with the fault set. */
struct tally_log *tally_begin_log(struct tally *tally, const struct log_facts *facts,
                                  struct fault *fault);

/* The key of a host's name, as `path_key_of` wants it for `salt`: case of ASCII letters does not
 * count. */
uint64_t tally_host_key(const struct tally *tally, struct span host);

/* Whether every record must come as an item: a period was asked for. */
bool tally_wants_every_record(const struct tally *tally);

/* Counts the next block of `log`. */
bool tally_add_block(struct tally *tally, struct tally_log *log,
                     const struct classified_block *block, struct fault *fault);

/* Notes how the reading of a log ended; blocks of it may still be on their way. `problem` is NULL
 * when all of it was read. */
bool tally_end_log(struct tally *tally, struct tally_log *log, const char *encoding,
                   const char *problem, struct fault *fault);

/* To be called once, after the last block: joins the files that are known by the GUID of their
 * volume with those known by its letter. */
bool tally_finish(struct tally *tally, struct fault *fault);

/* A file that belongs to cell number `cell`, or NULL when none is known. */
const struct report_example *tally_bucket_example(const struct tally *tally, uint32_t bucket);

/* Notes what was passed over, what could not be read, and bounds that were hit. `reason` is lent.
 */
bool tally_note_skipped(struct tally *tally, const char *source, const char *member,
                        const char *reason, const char *detail, struct fault *fault);
bool tally_note_problem(struct tally *tally, const char *source, const char *member,
                        const char *sentence, struct fault *fault);
bool tally_note_limit(struct tally *tally, enum limit_id id, struct span source, struct span member,
                      struct fault *fault);

/* Notes that a pattern reached max_regex_steps: that of a rule, or of another part, of the grammar.
 * Both are lent for good. */
bool tally_note_undecided(struct tally *tally, const char *grammar, const char *rule,
                          struct span source, struct span member, struct fault *fault);

#endif

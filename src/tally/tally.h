/* The counts of a run: the one place that copies what it needs out of the input. Blocks come in the
 * order of the input, so that equal input gives equal counts and examples, whatever the threads.
 * What was counted is in the parts: see tally_parts.h. */
#ifndef MARSIFT_TALLY_TALLY_H
#define MARSIFT_TALLY_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/datetime.h"
#include "base/fault.h"
#include "base/limits.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "grammar/log_kind.h"
#include "grammar/reading.h"
#include "tally/tally_options.h"
#include "text/folder_list.h"
#include "text/wrapper_kind.h"
#include "verdict/classified_block.h"

struct tally;
struct tally_log;

/* Opens a tally without counts. NULL with the fault set. */
struct tally *tally_open(const struct tally_options *options, struct fault *fault);

/* NULL is allowed. */
void tally_close(struct tally *tally);

/* Describes a log when it begins. Texts are copied; `kind_name` and `grammar` are lent for good. */
struct log_facts {
    const char *source;
    const char *member;
    const char *name;
    const char *host;
    struct datetime modified;
    enum log_kind kind;
    const char *kind_name;
    const char *grammar;
    struct reading reading;
    bool named_directly; /* as in struct log */
    struct wrapper_kinds taken_off;
};

/* Begins a log. Lent until tally_close. NULL with the fault set. */
struct tally_log *tally_begin_log(struct tally *tally, const struct log_facts *facts,
                                  struct fault *fault);

/* The source of the log, as log_facts gave it. Lent until tally_close. */
const char *tally_log_source(const struct tally_log *log);

/* The catalog and the seed that blocks must be classified with. */
const struct catalog *tally_catalog(const struct tally *tally);
uint64_t tally_seed(const struct tally *tally);

/* The key of the host that a record of `log` is counted for, where `host` is the one that the
 * record names, or empty. Any thread may ask while another counts. */
uint64_t tally_host_key(const struct tally *tally, const struct tally_log *log, struct span host);

/* The key of a job called `name` in a record that names that host; any thread may ask. */
uint64_t tally_job_key(const struct tally *tally, const struct tally_log *log, struct span host,
                       struct span name);

/* True if an earlier tally of the same input knows the scratch folders of any host. */
bool tally_knows_scratch_folders(const struct tally *tally);

/* Those of that host; NULL: not known. Only for a tally that knows any; any thread may ask. */
const struct folder_list *tally_scratch_folders(const struct tally *tally,
                                                const struct tally_log *log, struct span host);

/* True if every record must come as an item, because a period was asked for. */
bool tally_wants_every_record(const struct tally *tally);

/* Counts the next block of `log`, or keeps a copy to be counted when its dates are clear. */
bool tally_add_block(struct tally *tally, struct tally_log *log,
                     const struct classified_block *block, struct fault *fault);

/* Notes how the reading of a log ended; blocks of it may still come. `problem` is NULL when all of
 * it was read. */
bool tally_end_log(struct tally *tally, struct tally_log *log, const char *encoding,
                   const char *problem, struct fault *fault);

/* Counts the logs that waited for their dates to be clear, and joins the files that are known by
 * the GUID of their volume with those known by its letter. To be called once, after the last block.
 */
bool tally_finish(struct tally *tally, struct fault *fault);

/* Gives back the memory that only adding needs, so that a report can have it. Nothing may be added
 * afterwards. */
void tally_seal(struct tally *tally);

/* Note a source or member that was passed over, one that could not be read, and a limit that was
 * reached. `reason` is lent for good. */
bool tally_note_skipped(struct tally *tally, const char *source, const char *member,
                        const char *reason, const char *detail, struct fault *fault);
bool tally_note_problem(struct tally *tally, const char *source, const char *member,
                        const char *sentence, struct fault *fault);
bool tally_note_limit(struct tally *tally, enum limit_id id, struct span source, struct span member,
                      struct fault *fault);

/* Notes that a pattern reached max_regex_steps: that of a rule, or of another part, of the grammar.
 * Both names are lent for good. */
bool tally_note_limited_rule(struct tally *tally, const char *grammar, const char *rule,
                             struct span source, struct span member, struct fault *fault);

#endif

/* A source handler that records all calls as text for tests to compare:
 *   log MEMBER [name=NAME host=HOST encoding=ENCODING], its lines, each after a "|", and
 *   "end" with the problem and the number of repaired and of cut lines, if any;
 *   skip MEMBER REASON DETAIL, problem MEMBER: SENTENCE, limit MEMBER: NAME. */
#ifndef MARSIFT_TESTS_COLLECTED_H
#define MARSIFT_TESTS_COLLECTED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/limits.h"
#include "input/encoding/encoding.h"
#include "input/source.h"

struct collected {
    struct limits limits;
    const struct encoding *forced;
    bool hides_lines;                 /* lines are only counted */
    bool shows_origin;                /* prints name, host and encoding of each log */
    const char *taken_by;             /* a log is taken at the first block with it; may be NULL */
    const char *refused;              /* the name of a log that `begin_log` rejects; may be NULL */
    const struct line_stages *stages; /* of every log; may be NULL */
    struct buffer text;
    struct decoder decoder;
    struct raw_chunk chunk;
    bool is_acquired;
    uint64_t log_count;
    uint64_t line_count;
    uint64_t repaired_lines;
    uint64_t cut_lines;
    uint64_t problem_count; /* problems, limits and damaged ends */
};

void collected_init(struct collected *collected);

/* Returns a handler that records into `collected`. */
struct source_handler collected_handler(struct collected *collected);

/* Runs source_read with that handler. */
bool collected_read(struct collected *collected, const char *path, struct fault *fault);

/* Returns the text recorded so far, NUL-terminated. Lent until the next read. */
const char *collected_text(struct collected *collected);

/* Clears everything but the settings. */
void collected_clear(struct collected *collected);

void collected_release(struct collected *collected);

#endif

/* What is said of a file that is not read. */
#ifndef MARSIFT_ENGINE_SKIPPED_FILE_H
#define MARSIFT_ENGINE_SKIPPED_FILE_H

#include "grammar/dialect_set.h"
#include "input/source_handler.h"

/* Returns the word for `reason` in data: "not-text"; static. */
const char *skipped_file_reason(enum skip_reason reason);

/* Returns the problem that it is to skip `member`, whose name is that of a log, maybe with the
 * suffix of a packer; NULL if it is none. Static. */
const char *skipped_file_problem(const struct dialect_set *dialects, const char *member,
                                 enum skip_reason reason, struct pattern_scratch *scratch);

#endif

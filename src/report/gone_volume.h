/* Finds the jobs whose missing files are all on one volume. */
#ifndef MARSIFT_REPORT_GONE_VOLUME_H
#define MARSIFT_REPORT_GONE_VOLUME_H

#include "report/builder.h"

/* Where the files are that a job did not find. */
struct gone_volume {
    struct span folder; /* the deepest that they have in common, often the volume itself; empty if
                           they do not speak of one volume */
    bool has_all;       /* else nearly all of them */
    bool is_widespread; /* in several folders */
};

/* Fills `gone`, by number of a job, for the `rule` about files that are missing. A volume counts as
 * gone when at least the rule's min_files of a job, and nearly all that the job did not find, are
 * on it, and no other failure of the job shows that it was there. One folder alone may have been
 * deleted; on C:, where Windows is, only folders at which another volume may be mounted count; and
 * what is below a scratch folder speaks of that. Walks over all files. False with the fault set. */
bool gone_volumes_find(const struct builder *builder, const struct catalog_context *rule,
                       struct gone_volume *gone);

#endif

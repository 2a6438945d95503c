#include "report/build_scratch.h"

#include "tally/scratch_folders.h"
#include "tally/tally_parts.h"

/* Notes the host's first folder. */
static void doubt_host(struct report *report, struct span host)
{
    for (size_t i = 0; i < report->fact_count && report->late_scratch_folder.length == 0; i++) {
        const struct report_fact *fact = &report->facts[i];
        if (fact->fact == HOST_FACT_SCRATCH_FOLDER && !fact->is_unfit &&
            span_equals(fact->host, host))
            report->late_scratch_folder = fact->value;
    }
}

bool build_scratch(struct builder *builder)
{
    const struct tally *tally = builder->tally;
    struct scratch_folders folders = {0};
    if (tally->options.scratch_folders != NULL)
        return true;
    bool done = scratch_folders_find(tally, &folders, builder->fault);
    for (size_t i = 0; done && i < folders.hosts.count; i++) {
        const struct host_scratch *host = hash_array_at(&folders.hosts, i);
        if (host->may_change)
            doubt_host(builder->report, builder_host(builder, host->host));
    }
    scratch_folders_release(&folders);
    return done;
}

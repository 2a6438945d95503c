/* marsift [report]: the ranked report. */
#include "cli/commands.h"

#include "engine/analysis.h"

bool command_report(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct output_target target;
    struct analysis analysis = {0};
    bool done = analysis_make(&analysis, options, false, &target, fault);
    if (done) {
        target.format->report(&analysis.report, &target.render, &target.writer);
        done = writer_finish(&target.writer, fault);
    }
    done = done && analysis_conclude(&analysis, options, status, fault);
    analysis_close(&analysis);
    return done;
}

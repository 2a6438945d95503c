/* marsift [report]: the ranked report. */
#include "cli/command_list.h"
#include "cli/report_command.h"

bool command_report(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct report_command command = {0};
    struct output_target *target = &command.target;
    bool done = report_command_run(&command, options, /* keep_files= */ false, fault);
    if (done) {
        target->format->report(&command.analysis.report, &target->render, &target->writer);
        done = writer_finish(&target->writer, fault);
    }
    done = done && report_command_conclude(&command, status, fault);
    report_command_close(&command);
    return done;
}

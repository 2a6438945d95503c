/* marsift [report]: the ranked report. */
#include "cli/commands.h"

#include "engine/analysis.h"

bool command_report(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct destination destination;
    struct survey survey = {0};
    bool done = survey_make(&survey, options, false, &destination, fault);
    if (done) {
        destination.format->report(&survey.report, &destination.render, &destination.writer);
        done = writer_finish(&destination.writer, fault);
    }
    done = done && survey_conclude(&survey, options, status, fault);
    survey_close(&survey);
    return done;
}

/* marsift files: one row per failed file. */
#include "cli/commands.h"

#include "engine/analysis.h"
#include "report/report_build.h"

struct file_output {
    struct files_rendering rendering;
    const struct render_format *format;
};

static bool write_row(void *context, const struct file_row *row)
{
    struct file_output *output = context;
    output->format->files_row(&output->rendering, row);
    return !writer_failed(output->rendering.writer);
}

bool command_files(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct destination destination;
    struct survey survey = {0};
    bool done = survey_make(&survey, options, true, &destination, fault);
    if (done) {
        struct file_output output = {
            .rendering = {.writer = &destination.writer, .options = &destination.render},
            .format = destination.format};
        struct fault shortage = {0};
        output.format->files_begin(&output.rendering);
        report_build_files(survey.tally, options->language, &survey.arena, write_row, &output,
                           &shortage);
        if (shortage.kind != FAULT_NONE) {
            writer_abandon(&destination.writer);
            done = fault_set(fault, shortage.kind, "%s", shortage.text);
        } else {
            output.format->files_end(&output.rendering);
            done = writer_finish(&destination.writer, fault);
        }
    }
    done = done && survey_conclude(&survey, options, status, fault);
    survey_close(&survey);
    return done;
}

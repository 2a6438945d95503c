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
    struct output_target target;
    struct analysis analysis = {0};
    bool done = analysis_make(&analysis, options, true, &target, fault);
    if (done) {
        struct file_output output = {
            .rendering = {.writer = &target.writer, .options = &target.render},
            .format = target.format};
        struct fault shortage = {0};
        output.format->files_begin(&output.rendering);
        report_build_files(analysis.tally, options->language, &analysis.arena, write_row, &output,
                           &shortage);
        if (shortage.kind != FAULT_NONE) {
            writer_abandon(&target.writer);
            done = fault_set(fault, shortage.kind, "%s", shortage.text);
        } else {
            output.format->files_end(&output.rendering);
            done = writer_finish(&target.writer, fault);
        }
    }
    done = done && analysis_conclude(&analysis, options, status, fault);
    analysis_close(&analysis);
    return done;
}

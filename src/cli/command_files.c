/* marsift files: one row per file that is unprotected, or ever failed. */
#include "cli/command_list.h"
#include "cli/report_command.h"
#include "report/build_file_rows.h"

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

static bool write_files(struct report_command *command, struct fault *fault)
{
    struct output_target *target = &command->target;
    struct file_output output = {
        .rendering = {.writer = &target->writer, .options = &target->render},
        .format = target->format};
    struct fault row_fault = {0};
    output.format->files_begin(&output.rendering);
    build_file_rows(command->analysis.tally, &command->analysis.report,
                    &command->analysis_options.report, &command->analysis.arena, write_row, &output,
                    &row_fault);
    if (row_fault.kind != FAULT_NONE) {
        writer_abandon(&target->writer);
        return fault_set(fault, row_fault.kind, "%s", row_fault.text);
    }
    output.format->files_end(&output.rendering);
    return writer_finish(&target->writer, fault);
}

bool command_files(const struct options *options, enum exit_status *status, struct fault *fault)
{
    struct report_command command = {0};
    bool done = report_command_run(&command, options, /* keep_files= */ true, fault) &&
                write_files(&command, fault) && report_command_conclude(&command, status, fault);
    report_command_close(&command);
    return done;
}

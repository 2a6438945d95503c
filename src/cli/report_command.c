#include "cli/report_command.h"

#include <stdio.h>
#include <sys/stat.h>

#include "cli/console.h"
#include "cli/fail_on.h"
#include "cli/progress.h"
#include "cli/sandbox.h"
#include "output/write/ui_text.h"

/* What is later than "now" has not happened yet. */
static struct datetime earlier_end(struct datetime until, struct datetime as_of)
{
    bool is_as_of =
        datetime_is_set(as_of) && (!datetime_is_set(until) || datetime_is_later(until, as_of));
    return is_as_of ? as_of : until;
}

static struct analysis_options analysis_options_of(const struct options *options, bool keep_files)
{
    return (struct analysis_options){
        .grammars = options->grammars.values,
        .grammar_count = options->grammars.count,
        .catalogs = options->catalogs.values,
        .catalog_count = options->catalogs.count,
        .encoding = options->encoding,
        .host = options->host,
        .since = options->since,
        .until = earlier_end(options->until, options->as_of),
        .first_year = options->year,
        .keep_files = keep_files,
        .without_prefilter = options->without_prefilter,
        .threads = (size_t)options->threads,
        .report = {.language = options->language,
                   .by = options->by,
                   .by_risk = options->by_risk,
                   .ever = options->ever,
                   .as_of = options->as_of,
                   .zone = options->zone},
    };
}

/* The arguments as inputs; standard input when there are none. NULL with the fault set. */
static struct pipeline_input *list_inputs(struct report_command *command, size_t *count,
                                          struct fault *fault)
{
    const struct options *options = command->options;
    *count = options->argument_count > 0 ? options->argument_count : 1;
    struct pipeline_input *inputs =
        arena_allocate(&command->analysis.arena, *count, sizeof *inputs, fault);
    if (inputs == NULL)
        return NULL;
    inputs[0].name = "-";
    for (size_t i = 0; i < options->argument_count; i++)
        inputs[i].name = options->arguments[i];
    return inputs;
}

/* True if the output is a file that the run, or the shell for it, has just created. */
static bool is_new_output(const struct writer *output, struct stat *status)
{
    return fstat(output->descriptor, status) == 0 &&
           (output->file.folder >= 0 || (S_ISREG(status->st_mode) && status->st_size == 0));
}

static bool read_all(struct report_command *command, struct fault *fault)
{
    struct progress progress = {.is_enabled = output_target_shows_progress(command->options)};
    struct read_progress callback = {.context = &progress, .add = progress_add};
    struct stat status;
    bool is_new_file = is_new_output(&command->target.writer, &status);
    size_t input_count;
    struct pipeline_input *inputs = list_inputs(command, &input_count, fault);
    bool done = inputs != NULL && analysis_read(&command->analysis, inputs, input_count,
                                                is_new_file ? &status : NULL, &callback, fault);
    progress_end(&progress);
    return done && analysis_report(&command->analysis, fault);
}

bool report_command_run(struct report_command *command, const struct options *options,
                        bool keep_files, struct fault *fault)
{
    struct analysis *analysis = &command->analysis;
    command->options = options;
    command->analysis_options = analysis_options_of(options, keep_files);
    if (!output_target_choose(options, &command->target, fault) ||
        !analysis_load(analysis, &command->analysis_options, fault) ||
        !fail_on_check(&options->conditions, analysis->ruleset.catalog, fault) ||
        !analysis_open(analysis, fault) || !output_target_open(options, &command->target, fault))
        return false;
    struct sandbox_plan plan = {.is_off = options->without_sandbox,
                                .paths = options->arguments,
                                .path_count = options->argument_count,
                                .output = &command->target.writer};
    bool done = sandbox_enter(&plan, NULL, fault) && read_all(command, fault);
    if (!done)
        writer_abandon(&command->target.writer);
    return done;
}

static void print_limit(enum language language, const struct report_limit *limit)
{
    char sentence[512];
    snprintf(sentence, sizeof sentence, "%s reached: %llu %s%s%s%s%s", limit->name,
             (unsigned long long)limit->value, limit->meaning, limit->rule ? ": rule " : "",
             limit->rule ? limit->rule : "", limit->rule ? " of grammar " : "",
             limit->rule ? limit->grammar : "");
    console_message_about(language, limit->source, limit->member, span_of(sentence));
}

static void print_missing(enum language language, const struct report *report)
{
    for (size_t i = 0; i < report->problem_count; i++)
        console_message_about(language, report->problems[i].source, report->problems[i].member,
                              report->problems[i].sentence);
    for (size_t i = 0; i < report->log_count; i++)
        if (report->logs[i].problem.length > 0)
            console_message_about(language, report->logs[i].source, report->logs[i].member,
                                  report->logs[i].problem);
    if (report->is_foreign)
        console_message(language, span_of(ui_text(UI_MESSAGE_FOREIGN, language)));
    else if (report->is_empty && report->problem_count == 0)
        console_message(language, span_of(ui_text(UI_MESSAGE_EMPTY, language)));
    for (size_t i = 0; i < report->limit_count; i++)
        print_limit(language, &report->limits[i]);
}

bool report_command_conclude(const struct report_command *command, enum exit_status *status,
                             struct fault *fault)
{
    const struct report *report = &command->analysis.report;
    struct buffer fired = {0};
    *status = report->incomplete ? EXIT_INCOMPLETE : EXIT_DONE;
    if (!command->options->is_quiet)
        print_missing(command->options->language, report);
    bool done = fail_on_test(&command->options->conditions, report, &fired, fault);
    if (done && fired.length > 0) {
        *status = EXIT_CONDITION;
        console_message_about(command->options->language, span_of("--fail-on"), (struct span){0},
                              buffer_span(&fired));
    }
    buffer_release(&fired);
    return done;
}

void report_command_close(struct report_command *command)
{
    analysis_close(&command->analysis);
}

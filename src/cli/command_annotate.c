/* marsift annotate: writes the input unchanged, with the meaning of codes and messages after its
 * lines. */
#include "cli/command_list.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/console.h"
#include "cli/line_stream.h"
#include "cli/output_target.h"
#include "cli/sandbox.h"
#include "engine/ruleset.h"
#include "input/archive/gzip_stream.h"
#include "input/encoding/encoding_preload.h"
#include "input/fd_reader.h"
#include "input/peek_reader.h"

/* Annotates the file, decompressed if it is gzip. Appends to `problem` a sentence on damage in it.
 */
static bool annotate_file(struct line_stream *stream, const struct encoding *forced, int descriptor,
                          struct buffer *problem)
{
    struct fd_reader file = {.descriptor = descriptor};
    struct byte_reader reader = fd_reader_start(&file);
    struct peek outer;
    struct peek inner;
    struct gzip_stream *inflate = NULL;
    peek_start(&outer, reader);
    reader = peek_reader(&outer);
    if (gzip_stream_recognises(peek_head(&outer))) {
        inflate = gzip_stream_open(reader, stream->fault);
        if (inflate == NULL)
            return false;
        peek_start(&inner, gzip_stream_reader(inflate));
        reader = peek_reader(&inner);
    }
    struct span head = inflate ? peek_head(&inner) : peek_head(&outer);
    stream->encoding =
        forced != NULL ? encoding_forced_on_head(forced, head) : encoding_of_head(head);
    bool done = line_stream_annotate(stream, reader);
    const char *sentence = reader.problem(reader.context);
    struct byte_reader rest;
    if (sentence == NULL && inflate != NULL && gzip_stream_rest(inflate, &rest))
        sentence = "bytes after the gzip data that are no gzip data";
    if (done && sentence != NULL)
        done = buffer_append(problem, span_of(sentence), stream->fault);
    gzip_stream_close(inflate);
    return done;
}

static void report_problem(const struct options *options, const char *name, struct span problem,
                           enum exit_status *status)
{
    *status = EXIT_INCOMPLETE;
    if (!options->is_quiet)
        console_message_about(options->language, span_of(name), (struct span){0}, problem);
}

/* Reports a limit. No line is lost, but some have no annotation. */
static void report_limit(const struct options *options, const char *name, enum limit_id id,
                         enum exit_status *status)
{
    char sentence[96];
    snprintf(sentence, sizeof sentence, "%s reached: some lines are not explained", limit_name(id));
    report_problem(options, name, span_of(sentence), status);
}

/* Enters the sandbox and writes the whole output. */
static bool write_annotated(struct line_stream *stream, const struct options *options,
                            const struct encoding *forced, int descriptor, struct buffer *problem)
{
    struct sandbox_plan plan = {.is_off = options->without_sandbox, .output = stream->writer};
    if (sandbox_enter(&plan, NULL, stream->fault) &&
        annotate_file(stream, forced, descriptor, problem))
        return writer_finish(stream->writer, stream->fault);
    writer_abandon(stream->writer);
    return false;
}

static bool annotate(const struct options *options, int descriptor, const char *name,
                     enum exit_status *status, struct fault *fault)
{
    struct ruleset ruleset = {.without_prefilter = options->without_prefilter};
    struct encoding_preload encodings = {0};
    struct output_target target;
    struct line_stream stream = {.ruleset = &ruleset,
                                 .language = options->language,
                                 .name = descriptor == STDIN_FILENO ? "" : name,
                                 .writer = &target.writer,
                                 .limits = limits_default(),
                                 .fault = fault};
    struct buffer problem = {0};
    bool done =
        ruleset_open(&ruleset, options->grammars.values, options->grammars.count,
                     options->catalogs.values, options->catalogs.count, &stream.limits, fault) &&
        encoding_preload_open(&encodings, options->encoding, fault) &&
        output_target_open(options, &target, fault) &&
        write_annotated(&stream, options, encodings.forced, descriptor, &problem);
    if (done && problem.length > 0)
        report_problem(options, name, buffer_span(&problem), status);
    if (done && stream.has_long_lines)
        report_limit(options, name, LIMIT_max_line_bytes, status);
    if (done && line_annotator_hit_limit(stream.annotator))
        report_limit(options, name, LIMIT_max_regex_steps, status);
    buffer_release(&problem);
    line_stream_release(&stream);
    encoding_preload_close(&encodings);
    ruleset_close(&ruleset);
    return done;
}

bool command_annotate(const struct options *options, enum exit_status *status, struct fault *fault)
{
    bool has_path = options->argument_count == 1 && strcmp(options->arguments[0], "-") != 0;
    const char *name = has_path ? options->arguments[0] : "standard input";
    if (options->argument_count > 1)
        return fault_set(fault, FAULT_OPTION, "annotate takes one file");
    int descriptor = has_path ? open(name, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
    if (descriptor < 0) {
        char problem[128];
        snprintf(problem, sizeof problem, "cannot open: %s", strerror(errno));
        console_message_about(options->language, span_of(name), (struct span){0}, span_of(problem));
        *status = EXIT_INCOMPLETE;
        return true;
    }
    bool done = annotate(options, descriptor, name, status, fault);
    if (has_path)
        close(descriptor);
    return done;
}

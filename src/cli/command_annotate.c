/* marsift annotate: the input unchanged, byte for byte, with what is known behind its lines. The
 * lines are read in their own encoding and answered in it. */
#include "cli/commands.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/console.h"
#include "cli/output_target.h"
#include "cli/sandbox.h"
#include "engine/line_annotator.h"
#include "input/archive/gzip_stream.h"
#include "input/encoding/codepage.h"
#include "input/encoding/decoder.h"
#include "input/encoding/encoding.h"
#include "input/encoding/encoding_preload.h"
#include "input/fd_reader.h"
#include "input/peek_reader.h"

enum { CHUNK_BYTES = 64 * 1024 };

struct annotate_run {
    struct ruleset ruleset;
    struct encoding_preload conversions;
    enum language language;
    const char *name;                  /* of the file; "" for standard input */
    struct line_annotator *annotation; /* NULL until the head was read */
    struct writer *writer;
    struct encoding encoding;
    struct decoder decoder;
    struct limits limits;
    struct buffer pending; /* raw bytes not yet written */
    struct buffer words;
    bool is_passing;     /* inside a line longer than the limit: it is passed on as it is */
    bool has_long_lines; /* one was longer, or is as UTF-8 */
    struct fault *fault;
};

/* The value of the unit at `at`, as far as it may be a line end. */
static unsigned unit_at(const struct annotate_run *annotating, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)annotating->pending.bytes + at;
    size_t size = annotating->encoding.unit_bytes;
    unsigned value = 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | bytes[annotating->encoding.is_big_endian ? i : size - 1 - i];
    return value;
}

/* The words in the encoding of the input; where it cannot hold them nothing is said. */
static void write_words(struct annotate_run *annotating)
{
    char encoded[4 * CODE_TEXT_BYTES];
    const struct encoding *encoding = &annotating->encoding;
    if (encoding->form == ENCODING_UTF8 || encoding->form == ENCODING_UNDECIDED) {
        writer_write(annotating->writer, buffer_span(&annotating->words));
        return;
    }
    size_t length = codepage_transcode("UTF-8", encoding->name, buffer_span(&annotating->words),
                                       encoded, sizeof encoded);
    if (length != SIZE_MAX)
        writer_write(annotating->writer, (struct span){.bytes = encoded, .length = length});
}

/* Writes the raw line from `start` to `end`, what is known of it, and its terminator up to
 * `behind`. */
static bool write_line(struct annotate_run *annotating, size_t start, size_t end, size_t behind)
{
    struct span pending = buffer_span(&annotating->pending);
    struct span raw = span_slice(pending, start, end);
    struct block block;
    struct decoding decoding = {0};
    encoding_decide(&annotating->encoding, raw);
    struct raw_chunk piece = {.bytes = annotating->pending.bytes + start,
                              .length = raw.length,
                              .capacity = raw.length,
                              .encoding = annotating->encoding};
    annotating->words.length = 0;
    if (!annotating->is_passing && raw.length > 0 &&
        (!decoder_decode(&annotating->decoder, &piece, &annotating->limits, &block, &decoding,
                         annotating->fault) ||
         !line_annotator_words(annotating->annotation, &block, &annotating->words,
                               annotating->fault)))
        return false;
    annotating->has_long_lines |= decoding.cut_lines > 0;
    writer_write(annotating->writer, raw);
    if (annotating->words.length > 0)
        write_words(annotating);
    writer_write(annotating->writer, span_slice(pending, end, behind));
    annotating->is_passing = false;
    annotating->encoding.mark_bytes = 0;
    return true;
}

/* Finds the first line end at or behind `start`: the line is [start, *end), the next one begins at
 * `*behind`. False when the line is not whole yet. */
static bool find_line(const struct annotate_run *annotating, size_t start, bool is_at_end,
                      size_t *end, size_t *behind)
{
    size_t unit = annotating->encoding.unit_bytes;
    size_t length = annotating->pending.length;
    for (size_t at = start; at + unit <= length; at += unit) {
        unsigned value = unit_at(annotating, at);
        if (value != '\n' && value != '\r')
            continue;
        bool sees_next = at + 2 * unit <= length;
        if (value == '\r' && !sees_next && !is_at_end)
            return false; /* its line feed may still come */
        bool is_pair = value == '\r' && sees_next && unit_at(annotating, at + unit) == '\n';
        *end = at;
        *behind = at + (is_pair ? 2 * unit : unit);
        return true;
    }
    return false;
}

/* Writes the lines that are whole and keeps the rest; a line beyond the limit is passed on as it
 * comes. */
static bool write_whole_lines(struct annotate_run *annotating, bool is_at_end)
{
    struct buffer *pending = &annotating->pending;
    size_t start = 0;
    size_t end = 0;
    size_t behind = 0;
    while (find_line(annotating, start, is_at_end, &end, &behind)) {
        if (!write_line(annotating, start, end, behind))
            return false;
        start = behind;
    }
    if (pending->length - start > annotating->limits.max_line_bytes) {
        size_t whole = (pending->length - start) / annotating->encoding.unit_bytes *
                       annotating->encoding.unit_bytes;
        writer_write(annotating->writer, span_slice(buffer_span(pending), start, start + whole));
        annotating->is_passing = true;
        annotating->has_long_lines = true;
        start += whole;
    }
    pending->length -= start;
    memmove(pending->bytes, pending->bytes + start, pending->length);
    return !is_at_end || pending->length == 0 ||
           write_line(annotating, 0, pending->length, pending->length);
}

/* Reads on until a chunk is full or the stream ends. */
static bool read_chunk(struct annotate_run *annotating, struct byte_reader reader, bool *is_at_end)
{
    struct buffer *pending = &annotating->pending;
    size_t taken = 0;
    if (!buffer_reserve(pending, CHUNK_BYTES, annotating->fault))
        return false;
    while (!*is_at_end && taken < CHUNK_BYTES) {
        size_t count =
            reader.read(reader.context, pending->bytes + pending->length, CHUNK_BYTES - taken);
        pending->length += count;
        taken += count;
        *is_at_end = count == 0;
    }
    return true;
}

/* Chooses the rules by the first chunk, as the report does by the first piece. */
static bool open_annotation(struct annotate_run *annotating)
{
    struct block head;
    struct decoding decoding = {0};
    const char *slash = strrchr(annotating->name, '/');
    const struct log log = {.source = annotating->name,
                            .member = "",
                            .name = slash != NULL ? slash + 1 : annotating->name,
                            .host = "",
                            .named_directly = true};
    struct raw_chunk piece = {.bytes = annotating->pending.bytes,
                              .length = annotating->pending.length,
                              .capacity = annotating->pending.capacity,
                              .encoding = annotating->encoding};
    encoding_decide(&piece.encoding, buffer_span(&annotating->pending));
    if (!decoder_decode(&annotating->decoder, &piece, &annotating->limits, &head, &decoding,
                        annotating->fault))
        return false;
    annotating->annotation = line_annotator_open(&annotating->ruleset, annotating->language, &log,
                                                 &head, &annotating->limits, annotating->fault);
    return annotating->annotation != NULL;
}

static bool annotate_stream(struct annotate_run *annotating, struct byte_reader reader)
{
    bool is_at_end = false;
    while (!is_at_end && !writer_failed(annotating->writer)) {
        if (!read_chunk(annotating, reader, &is_at_end) ||
            (annotating->annotation == NULL && !open_annotation(annotating)) ||
            !write_whole_lines(annotating, is_at_end))
            return false;
    }
    return true;
}

/* Annotates the file, inflated when it is gzip; `*problem` is what was wrong with it. */
static bool annotate_file(struct annotate_run *annotating, int descriptor, struct buffer *problem)
{
    struct fd_reader file = {.descriptor = descriptor};
    struct byte_reader reader = fd_reader_start(&file);
    struct peek outer;
    struct peek inner;
    struct gzip_stream *inflate = NULL;
    peek_start(&outer, reader);
    reader = peek_reader(&outer);
    if (gzip_stream_recognises(peek_head(&outer))) {
        inflate = gzip_stream_open(reader, annotating->fault);
        if (inflate == NULL)
            return false;
        peek_start(&inner, gzip_stream_reader(inflate));
        reader = peek_reader(&inner);
    }
    struct span head = inflate ? peek_head(&inner) : peek_head(&outer);
    const struct encoding *forced = annotating->conversions.forced;
    annotating->encoding =
        forced != NULL ? encoding_forced_on_head(forced, head) : encoding_of_head(head);
    bool done = annotate_stream(annotating, reader);
    const char *sentence = reader.problem(reader.context);
    if (done && sentence != NULL)
        done = buffer_append(problem, span_of(sentence), annotating->fault);
    gzip_stream_close(inflate);
    return done;
}

/* The bytes of the lines are all there; what is said of them may not be. */
static void tell_limit(const struct options *options, const char *name, enum limit_id id,
                       enum exit_status *status)
{
    char sentence[96];
    *status = EXIT_INCOMPLETE;
    snprintf(sentence, sizeof sentence, "%s reached: some lines are not explained", limit_name(id));
    if (!options->is_quiet)
        console_message_about(span_of(name), (struct span){0}, span_of(sentence));
}

static bool annotate(const struct options *options, int descriptor, const char *name,
                     enum exit_status *status, struct fault *fault)
{
    struct output_target target;
    struct annotate_run annotating = {.language = options->language,
                                      .name = descriptor == STDIN_FILENO ? "" : name,
                                      .limits = limits_default(),
                                      .fault = fault};
    struct buffer problem = {0};
    annotating.ruleset.without_prefilter = options->without_prefilter;
    bool done = ruleset_open(&annotating.ruleset, options->grammars.values, options->grammars.count,
                             options->catalogs.values, options->catalogs.count, &annotating.limits,
                             fault) &&
                encoding_preload_open(&annotating.conversions, options->encoding, fault) &&
                output_target_open(options, &target, fault);
    if (done) {
        annotating.writer = &target.writer;
        done = sandbox_enter(&(struct sandbox_plan){.is_off = options->without_sandbox,
                                                    .output = &target.writer},
                             NULL, fault) &&
               annotate_file(&annotating, descriptor, &problem);
        if (done)
            done = writer_finish(&target.writer, fault);
        else
            writer_abandon(&target.writer);
    }
    if (done && problem.length > 0) {
        *status = EXIT_INCOMPLETE;
        if (!options->is_quiet)
            console_message_about(span_of(name), (struct span){0}, buffer_span(&problem));
    }
    if (done && annotating.has_long_lines)
        tell_limit(options, name, LIMIT_max_line_bytes, status);
    if (done && line_annotator_hit_limit(annotating.annotation))
        tell_limit(options, name, LIMIT_max_regex_steps, status);
    buffer_release(&problem);
    buffer_release(&annotating.pending);
    buffer_release(&annotating.words);
    decoder_release(&annotating.decoder);
    line_annotator_close(annotating.annotation);
    encoding_preload_close(&annotating.conversions);
    ruleset_close(&annotating.ruleset);
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
        console_message_about(span_of(name), (struct span){0}, span_of(strerror(errno)));
        *status = EXIT_INCOMPLETE;
        return true;
    }
    bool done = annotate(options, descriptor, name, status, fault);
    if (has_path)
        close(descriptor);
    return done;
}

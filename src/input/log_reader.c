#include "input/log_reader.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/buffer.h"
#include "input/encoding/chunker.h"
#include "input/line_breaker.h"
#include "input/line_stage_reader.h"

struct log_reader {
    struct source_state *state;
    const struct source_handler *handler;
    struct line_breaker breaker;
    struct chunker chunker; /* of the log's own bytes */
    /* If the lines of the log pass stages: */
    bool has_stages;
    struct line_stage_reader stage_reader;
    struct chunker staged_chunker; /* of the lines that the last stage gives */
};

static const char *problem_of(const struct log_reader *reader)
{
    const struct byte_reader *bytes = &reader->chunker.reader;
    return bytes->problem(bytes->context);
}

static bool fill_chunk(struct log_reader *reader, struct raw_chunk *chunk, struct fault *fault)
{
    struct line_stage_reader *stage_reader = &reader->stage_reader;
    if (!reader->has_stages)
        return chunker_next(&reader->chunker, chunk, fault);
    bool has_lines = chunker_next(&reader->staged_chunker, chunk, fault);
    if (stage_reader->fault.kind != FAULT_NONE)
        return fault_set(fault, stage_reader->fault.kind, "%s", stage_reader->fault.text);
    if (has_lines) {
        chunk->earlier = line_stage_reader_take_decoding(stage_reader);
        chunk->has_hosts = stage_reader->stages.has_hosts;
    }
    return has_lines;
}

/* Acquires a chunk and fills it. `*chunk` is NULL at the end of the log and after a fault, which
 * alone returns false. */
static bool next_chunk(struct log_reader *reader, struct raw_chunk **chunk, struct fault *fault)
{
    const struct source_handler *handler = reader->handler;
    struct fault why = {0};
    *chunk = handler->acquire_buffer(handler->context, fault);
    if (*chunk == NULL)
        return false;
    if (fill_chunk(reader, *chunk, &why))
        return true;
    handler->release_buffer(handler->context, *chunk);
    *chunk = NULL;
    return why.kind == FAULT_NONE || fault_set(fault, why.kind, "%s", why.text);
}

static bool decode_head(struct log_reader *reader, const struct raw_chunk *chunk,
                        struct block *block, struct fault *fault)
{
    struct decoding ignored;
    *block = (struct block){.text = {.bytes = ""}};
    return chunk == NULL || decoder_decode(&reader->state->decoder, chunk,
                                           reader->state->options->limits, block, &ignored, fault);
}

/* Reads the log through `stages` from here on, and its head, which is in `chunk`, once more. */
static bool start_stages(struct log_reader *reader, const struct line_stages *stages,
                         struct raw_chunk **chunk, struct fault *fault)
{
    struct encoding utf8;
    if (!encoding_by_name("UTF-8", &utf8, fault) ||
        !line_stage_reader_open(&reader->stage_reader, &reader->chunker, *chunk, stages,
                                reader->state->options->limits, fault))
        return false;
    reader->has_stages = true;
    chunker_init(&reader->staged_chunker, line_stage_reader_bytes(&reader->stage_reader), &utf8);
    reader->handler->release_buffer(reader->handler->context, *chunk);
    return next_chunk(reader, chunk, fault);
}

/* Asks the handler by the head of the log which stages its lines pass. */
static bool prepare(struct log_reader *reader, const struct log *log, struct raw_chunk **chunk,
                    struct block *head, struct fault *fault)
{
    const struct source_handler *handler = reader->handler;
    struct line_stages stages = {.count = 0};
    if (!decode_head(reader, *chunk, head, fault))
        return false;
    if (*chunk == NULL || handler->prepare_log == NULL)
        return true;
    if (!handler->prepare_log(handler->context, log, head, &stages, fault))
        return false;
    return stages.count == 0 || (start_stages(reader, &stages, chunk, fault) &&
                                 decode_head(reader, *chunk, head, fault));
}

static bool deliver_chunks(struct log_reader *reader, struct raw_chunk *chunk, struct fault *fault)
{
    const struct source_handler *handler = reader->handler;
    while (chunk != NULL) {
        if (!handler->add_chunk(handler->context, chunk, fault) ||
            !next_chunk(reader, &chunk, fault))
            return false;
    }
    return true;
}

/* Offers the log to the handler, block after block, until it is taken. `*chunk` is NULL if it is
 * not, whatever the reason. False after a fault. */
static bool offer(struct log_reader *reader, struct log *log, struct raw_chunk **chunk,
                  struct block head, enum log_answer *answer, struct fault *fault)
{
    const struct source_handler *handler = reader->handler;
    const struct encoding *encoding = &reader->chunker.encoding;
    while ((*answer = handler->begin_log(handler->context, log, &head, encoding)) == LOG_PASSED &&
           *chunk != NULL) {
        log->passed_lines += head.line_count;
        handler->release_buffer(handler->context, *chunk);
        if (!next_chunk(reader, chunk, fault))
            return false;
        if (*chunk == NULL)
            break;
        if (!decode_head(reader, *chunk, &head, fault)) {
            handler->release_buffer(handler->context, *chunk);
            return false;
        }
    }
    return true;
}

/* Records that no block of the log said what it is, and that it may have had more of them. */
static void leave(const struct log_reader *reader, const struct log *log)
{
    const struct source_handler *handler = reader->handler;
    handler->leave_log(handler->context, log);
    if (problem_of(reader) != NULL)
        source_state_problem(reader->state, log->member, problem_of(reader));
}

/* False if the system lacks the converter of a code page. */
static bool can_decode(struct log_reader *reader, const struct encoding *encoding)
{
    return encoding->form != ENCODING_CODE_PAGE ||
           codepage_select(&reader->state->decoder.codepage, encoding->name, encoding->unit_bytes);
}

static void report_encoding(const struct log_reader *reader, const struct log *log,
                            const struct encoding *encoding)
{
    char sentence[128];
    snprintf(sentence, sizeof sentence,
             "not read: this system cannot convert from its encoding (%s)", encoding->name);
    source_state_problem(reader->state, log->member, sentence);
}

static void report_skipped_head(const struct log_reader *reader, const struct log *log)
{
    char sentence[128];
    snprintf(sentence, sizeof sentence, "bytes at its head that are no text were skipped: %" PRIu64,
             log->skipped_bytes);
    source_state_problem(reader->state, log->member, sentence);
}

static bool read_log(struct log_reader *reader, struct log *log, struct fault *fault)
{
    const struct source_handler *handler = reader->handler;
    struct raw_chunk *chunk;
    struct block head;
    if (!next_chunk(reader, &chunk, fault))
        return false;
    if (chunk == NULL && problem_of(reader) != NULL && !log->named_directly) {
        source_state_problem(reader->state, log->member, problem_of(reader));
        return true;
    }
    if (chunk != NULL && !can_decode(reader, &chunk->encoding)) {
        report_encoding(reader, log, &chunk->encoding);
        handler->release_buffer(handler->context, chunk);
        return true;
    }
    if (!prepare(reader, log, &chunk, &head, fault)) {
        if (chunk != NULL)
            handler->release_buffer(handler->context, chunk);
        return false;
    }
    enum log_answer answer;
    if (!offer(reader, log, &chunk, head, &answer, fault))
        return false;
    if (answer == LOG_PASSED)
        leave(reader, log);
    if (answer == LOG_REFUSED && chunk != NULL)
        handler->release_buffer(handler->context, chunk);
    if (answer != LOG_TAKEN)
        return true;
    if (log->skipped_bytes > 0)
        report_skipped_head(reader, log);
    if (!deliver_chunks(reader, chunk, fault))
        return false;
    handler->end_log(handler->context, &reader->chunker.encoding, problem_of(reader));
    return true;
}

bool log_reader_run(struct source_state *state, struct log *log, struct byte_reader bytes,
                    struct fault *fault)
{
    struct log_reader reader = {.state = state, .handler = state->handler};
    struct buffer host = {0};
    bool done = source_state_host(state, log->member, &host, fault);
    if (done) {
        log->host = host.bytes;
        const struct encoding *forced = state->options->forced_encoding;
        chunker_init(&reader.chunker, line_breaker_start(&reader.breaker, bytes, forced), forced);
        done = read_log(&reader, log, fault);
        chunker_release(&reader.chunker);
        chunker_release(&reader.staged_chunker);
        line_stage_reader_close(&reader.stage_reader);
    }
    buffer_release(&host);
    return done;
}

#include "input/log_reader.h"

#include "base/buffer.h"
#include "input/encoding/chunker.h"

struct log_reader {
    struct source_state *state;
    const struct source_handler *handler;
    struct chunker chunker;
};

static const char *problem_of(const struct log_reader *reader)
{
    const struct byte_reader *bytes = &reader->chunker.reader;
    return bytes->problem(bytes->context);
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
    if (chunker_next(&reader->chunker, *chunk, &why))
        return true;
    handler->release_buffer(handler->context, *chunk);
    *chunk = NULL;
    return why.kind == FAULT_NONE || fault_set(fault, why.kind, "%s", why.text);
}

/* Decodes the head and asks the handler whether it wants the log. */
static bool begin(struct log_reader *reader, const struct log *log, const struct raw_chunk *chunk,
                  bool *is_wanted, struct fault *fault)
{
    const struct source_handler *handler = reader->handler;
    struct block block = {.text = {.bytes = ""}};
    struct decoding ignored;
    bool done =
        chunk == NULL || decoder_decode(&reader->state->decoder, chunk,
                                        reader->state->options->limits, &block, &ignored, fault);
    *is_wanted =
        done && handler->begin_log(handler->context, log, &block, &reader->chunker.encoding);
    return done;
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

static bool read_log(struct log_reader *reader, const struct log *log, struct fault *fault)
{
    const struct source_handler *handler = reader->handler;
    struct raw_chunk *chunk;
    bool is_wanted;
    if (!next_chunk(reader, &chunk, fault))
        return false;
    if (chunk == NULL && problem_of(reader) != NULL && !log->named_directly) {
        source_state_problem(reader->state, log->member, problem_of(reader));
        return true;
    }
    bool done = begin(reader, log, chunk, &is_wanted, fault);
    if (!done || !is_wanted) {
        if (chunk != NULL)
            handler->release_buffer(handler->context, chunk);
        return done;
    }
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
        chunker_init(&reader.chunker, bytes, state->options->forced_encoding);
        done = read_log(&reader, log, fault);
        chunker_release(&reader.chunker);
    }
    buffer_release(&host);
    return done;
}

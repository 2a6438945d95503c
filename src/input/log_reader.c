#include "input/log_reader.h"

#include "base/buffer.h"
#include "input/encoding/chunker.h"

struct log_reader {
    struct source_state *reading;
    const struct source_handler *handler;
    struct chunker chunker;
};

static const char *problem_of(const struct log_reader *delivery)
{
    const struct byte_reader *reader = &delivery->chunker.reader;
    return reader->problem(reader->context);
}

/* Claims a piece and fills it. `*piece` is NULL at the end of the log and when there is a fault. */
static bool next_piece(struct log_reader *delivery, struct raw_chunk **piece, struct fault *fault)
{
    const struct source_handler *handler = delivery->handler;
    struct fault why = {0};
    *piece = handler->claim(handler->context, fault);
    if (*piece == NULL)
        return false;
    if (chunker_next(&delivery->chunker, *piece, &why))
        return true;
    handler->unclaim(handler->context, *piece);
    *piece = NULL;
    return why.kind == FAULT_NONE || fault_set(fault, why.kind, "%s", why.text);
}

/* Shows the head to the handler: whether it wants the log. */
static bool begin(struct log_reader *delivery, const struct log *log, const struct raw_chunk *piece,
                  bool *is_wanted, struct fault *fault)
{
    const struct source_handler *handler = delivery->handler;
    struct block block = {.text = {.bytes = ""}};
    struct decoding ignored;
    bool done = piece == NULL ||
                decoder_decode(&delivery->reading->decoder, piece,
                               delivery->reading->options->limits, &block, &ignored, fault);
    *is_wanted = done && handler->begin(handler->context, log, &block, &delivery->chunker.encoding);
    return done;
}

static bool deliver_pieces(struct log_reader *delivery, struct raw_chunk *piece,
                           struct fault *fault)
{
    const struct source_handler *handler = delivery->handler;
    while (piece != NULL) {
        if (!handler->piece(handler->context, piece, fault) || !next_piece(delivery, &piece, fault))
            return false;
    }
    return true;
}

static bool deliver(struct log_reader *delivery, const struct log *log, struct fault *fault)
{
    const struct source_handler *handler = delivery->handler;
    struct raw_chunk *piece;
    bool is_wanted;
    if (!next_piece(delivery, &piece, fault))
        return false;
    if (piece == NULL && problem_of(delivery) != NULL && !log->named_directly) {
        source_state_problem(delivery->reading, log->member, problem_of(delivery));
        return true;
    }
    bool done = begin(delivery, log, piece, &is_wanted, fault);
    if (!done || !is_wanted) {
        if (piece != NULL)
            handler->unclaim(handler->context, piece);
        return done;
    }
    if (!deliver_pieces(delivery, piece, fault))
        return false;
    handler->end(handler->context, &delivery->chunker.encoding, problem_of(delivery));
    return true;
}

bool log_reader_run(struct source_state *reading, struct log *log, struct byte_reader bytes,
                    struct fault *fault)
{
    struct log_reader delivery = {.reading = reading, .handler = reading->handler};
    struct buffer host = {0};
    bool done = source_state_host(reading, log->member, &host, fault);
    if (done) {
        log->host = host.bytes;
        chunker_init(&delivery.chunker, bytes, reading->options->forced_encoding);
        done = deliver(&delivery, log, fault);
        chunker_release(&delivery.chunker);
    }
    buffer_release(&host);
    return done;
}

#include "input/log_reader.h"

#include "base/buffer.h"
#include "input/encoding/chunker.h"

struct delivery {
    struct reading *reading;
    const struct source_handler *handler;
    struct cutter cutter;
};

static const char *problem_of(const struct delivery *delivery)
{
    const struct byte_reader *reader = &delivery->cutter.reader;
    return reader->problem(reader->context);
}

/* Claims a piece and fills it. `*piece` is NULL at the end of the log and when there is a fault. */
static bool next_piece(struct delivery *delivery, struct piece **piece, struct fault *fault)
{
    const struct source_handler *handler = delivery->handler;
    struct fault why = {0};
    *piece = handler->claim(handler->context, fault);
    if (*piece == NULL)
        return false;
    if (cutter_next(&delivery->cutter, *piece, &why))
        return true;
    handler->unclaim(handler->context, *piece);
    *piece = NULL;
    return why.kind == FAULT_NONE || fault_set(fault, why.kind, "%s", why.text);
}

/* Shows the head to the handler: whether it wants the log. */
static bool begin(struct delivery *delivery, const struct log *log, const struct piece *piece,
                  bool *is_wanted, struct fault *fault)
{
    const struct source_handler *handler = delivery->handler;
    struct block block = {.text = {.bytes = ""}};
    struct decoding ignored;
    bool done = piece == NULL ||
                decoder_decode(&delivery->reading->decoder, piece,
                               delivery->reading->options->limits, &block, &ignored, fault);
    *is_wanted = done && handler->begin(handler->context, log, &block, &delivery->cutter.encoding);
    return done;
}

static bool deliver_pieces(struct delivery *delivery, struct piece *piece, struct fault *fault)
{
    const struct source_handler *handler = delivery->handler;
    while (piece != NULL) {
        if (!handler->piece(handler->context, piece, fault) || !next_piece(delivery, &piece, fault))
            return false;
    }
    return true;
}

static bool deliver(struct delivery *delivery, const struct log *log, struct fault *fault)
{
    const struct source_handler *handler = delivery->handler;
    struct piece *piece;
    bool is_wanted;
    if (!next_piece(delivery, &piece, fault))
        return false;
    if (piece == NULL && problem_of(delivery) != NULL && !log->named_directly) {
        reading_problem(delivery->reading, log->member, problem_of(delivery));
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
    handler->end(handler->context, &delivery->cutter.encoding, problem_of(delivery));
    return true;
}

bool delivery_run(struct reading *reading, struct log *log, struct byte_reader bytes,
                  struct fault *fault)
{
    struct delivery delivery = {.reading = reading, .handler = reading->handler};
    struct buffer host = {0};
    bool done = reading_host(reading, log->member, &host, fault);
    if (done) {
        log->host = host.bytes;
        cutter_init(&delivery.cutter, bytes, reading->options->forced_encoding);
        done = deliver(&delivery, log, fault);
        cutter_release(&delivery.cutter);
    }
    buffer_release(&host);
    return done;
}

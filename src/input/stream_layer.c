#include "input/stream_layer.h"

#include "base/memory.h"
#include "input/archive/archive_member_reader.h"
#include "input/archive/mail_reader.h"
#include "input/archive/mbox_reader.h"

/* The ratio of unpacked to packed bytes is checked each time that so much was unpacked. A bomb is
 * cut there and nowhere else, so that the result does not depend on how many packed bytes each read
 * gives; and a stream that is no longer is harmless, however well it was packed. */
enum { RATIO_CHECK_BYTES = 64 * 1024 * 1024, WALK_RATIO_CHECK_BYTES = 4 * RATIO_CHECK_BYTES };

static uint64_t packed_bytes_of(const struct stream_layer *layer)
{
    if (layer->gzip != NULL)
        return gzip_stream_packed_bytes(layer->gzip);
    if (layer->evtx != NULL)
        return evtx_stream_packed_bytes(layer->evtx);
    if (layer->mail.context != NULL)
        return layer->mail.packed_bytes(layer->mail.context);
    uint64_t inflated_bytes = layer->zip_inflate ? zip_inflate_packed_bytes(layer->zip_inflate) : 0;
    return inflated_bytes + archive_reader_packed_bytes(layer->archive);
}

/* Returns how many bytes were read of the file or stream at the bottom: through the layers, and
 * directly at any offset. */
static uint64_t packed_bytes_of_walk(const struct stream_layer *layer)
{
    const struct stream_layer *lowest = layer;
    while (lowest->below->below != NULL)
        lowest = lowest->below;
    bool is_read_directly = lowest->zip_inflate != NULL || lowest->content_type == CONTENT_7ZIP;
    return layer->state->walk_packed_bytes + (is_read_directly ? packed_bytes_of(lowest) : 0);
}

static bool exceeds_ratio(const struct stream_layer *layer, uint64_t unpacked_bytes,
                          uint64_t ratio_check_bytes,
                          uint64_t (*packed_bytes)(const struct stream_layer *layer))
{
    uint64_t most = layer->state->options->limits->max_unpacked_ratio;
    return unpacked_bytes > 0 && unpacked_bytes % ratio_check_bytes == 0 &&
           unpacked_bytes / most > packed_bytes(layer);
}

/* A bomb may be spread over many streams: members of less than RATIO_CHECK_BYTES each, or archives
 * in archives, each of which unpacks to more. All streams together get more room than one, so that
 * what follows a bomb is still read. */
static bool is_bomb(const struct stream_layer *layer)
{
    return exceeds_ratio(layer, layer->unpacked_bytes, RATIO_CHECK_BYTES, packed_bytes_of) ||
           exceeds_ratio(layer, layer->state->walk_unpacked_bytes, WALK_RATIO_CHECK_BYTES,
                         packed_bytes_of_walk);
}

static uint64_t bytes_to_next_check(uint64_t unpacked_bytes, uint64_t ratio_check_bytes,
                                    uint64_t most)
{
    uint64_t left = ratio_check_bytes - unpacked_bytes % ratio_check_bytes;
    return left < most ? left : most;
}

/* Hits the limit, but only if more bytes would come. */
static size_t stop_with(struct stream_layer *layer, enum limit_id limit)
{
    char probe;
    if (layer->unpacked.read(layer->unpacked.context, &probe, 1) > 0)
        layer->limit = limit;
    return 0;
}

/* Reads the unpacked stream and enforces the limits: a few bytes can unpack to more than any
 * machine can hold. */
static size_t read_limited(void *context, char *bytes, size_t capacity)
{
    struct stream_layer *layer = context;
    struct source_state *state = layer->state;
    uint64_t most = state->options->limits->max_unpacked_bytes;
    if (layer->limit != LIMIT_COUNT)
        return 0;
    if (state->unpacked_bytes >= most)
        return stop_with(layer, LIMIT_max_unpacked_bytes);
    if (is_bomb(layer))
        return stop_with(layer, LIMIT_max_unpacked_ratio);
    if (layer->unpacked_bytes >= layer->most_unpacked_bytes)
        return stop_with(layer, LIMIT_max_decoder_bytes);
    uint64_t left =
        bytes_to_next_check(layer->unpacked_bytes, RATIO_CHECK_BYTES, most - state->unpacked_bytes);
    left = bytes_to_next_check(state->walk_unpacked_bytes, WALK_RATIO_CHECK_BYTES, left);
    if (left > layer->most_unpacked_bytes - layer->unpacked_bytes)
        left = layer->most_unpacked_bytes - layer->unpacked_bytes;
    size_t wanted = left < capacity ? (size_t)left : capacity;
    size_t got = layer->unpacked.read(layer->unpacked.context, bytes, wanted);
    state->unpacked_bytes += got;
    state->walk_unpacked_bytes += got;
    layer->unpacked_bytes += got;
    if (got == 0 && layer->frames != NULL && frame_filter_is_too_big(layer->frames))
        layer->limit = LIMIT_max_decoder_bytes;
    return got;
}

static const char *limited_problem(void *context)
{
    const struct stream_layer *layer = context;
    if (layer->limit == LIMIT_max_unpacked_bytes)
        return "not unpacked further: limit max_unpacked_bytes";
    if (layer->limit == LIMIT_max_unpacked_ratio)
        return "not unpacked further: limit max_unpacked_ratio";
    if (layer->limit == LIMIT_max_decoder_bytes)
        return "not unpacked further: limit max_decoder_bytes";
    return layer->unpacked.problem(layer->unpacked.context);
}

static void start_stream(struct stream_layer *layer, struct byte_reader unpacked)
{
    layer->unpacked = unpacked;
    layer->has_stream = true;
    layer->unpacked_bytes = 0;
    layer->most_unpacked_bytes = UINT64_MAX;
    layer->limit = LIMIT_COUNT;
    peek_start(&layer->peek, (struct byte_reader){read_limited, limited_problem, layer});
}

static size_t read_bottom(void *context, char *bytes, size_t capacity)
{
    struct stream_layer *layer = context;
    size_t got = layer->packed.read(layer->packed.context, bytes, capacity);
    layer->state->walk_packed_bytes += got;
    return got;
}

static const char *bottom_problem(void *context)
{
    const struct stream_layer *layer = context;
    return layer->packed.problem(layer->packed.context);
}

struct stream_layer *stream_layer_open_bottom(struct source_state *state, struct byte_reader bytes,
                                              struct fault *fault)
{
    struct stream_layer *layer = memory_allocate(1, sizeof *layer, fault);
    if (layer == NULL)
        return NULL;
    layer->state = state;
    layer->content_type = CONTENT_TEXT;
    layer->has_stream = true;
    layer->limit = LIMIT_COUNT;
    layer->packed = bytes;
    state->walk_packed_bytes = 0;
    state->walk_unpacked_bytes = 0;
    peek_start(&layer->peek, (struct byte_reader){read_bottom, bottom_problem, layer});
    return layer;
}

static enum archive_reader_step next_member(struct stream_layer *layer,
                                            struct archive_member *member, struct fault *fault)
{
    if (layer->mail.context == NULL)
        return archive_reader_next(layer->archive, member);
    return layer->mail.next(layer->mail.context, member, fault) ? ARCHIVE_READER_MEMBER
                                                                : ARCHIVE_READER_END;
}

static struct byte_reader member_bytes(struct stream_layer *layer)
{
    return layer->mail.context != NULL ? layer->mail.bytes(layer->mail.context)
                                       : archive_member_reader_of(layer->archive);
}

/* A compressed stream has itself as its only member. A damaged one gives a problem and no bytes. */
static void start_compressed(struct stream_layer *layer, struct fault *fault)
{
    struct archive_member ignored;
    next_member(layer, &ignored, fault);
    start_stream(layer, member_bytes(layer));
}

static bool open_unpacker(struct stream_layer *layer, const struct random_access *random_access,
                          struct fault *fault)
{
    if (layer->content_type == CONTENT_GZIP) {
        layer->gzip = gzip_stream_open(layer->packed, fault);
        return layer->gzip != NULL;
    }
    if (layer->content_type == CONTENT_EVTX) {
        layer->evtx = evtx_stream_open(layer->packed, fault);
        return layer->evtx != NULL;
    }
    if (layer->content_type == CONTENT_MAIL || layer->content_type == CONTENT_BODY)
        return mail_reader_open(layer->packed, &layer->mail, fault);
    if (layer->content_type == CONTENT_MBOX)
        return mbox_reader_open(layer->packed, &layer->mail, fault);
    const struct limits *limits = layer->state->options->limits;
    struct byte_reader packed = layer->packed;
    if (frame_filter_knows(layer->content_type)) {
        layer->frames =
            frame_filter_open(layer->content_type, packed, limits->max_decoder_bytes, fault);
        if (layer->frames == NULL)
            return false;
        packed = frame_filter_reader(layer->frames);
    }
    bool is_zip_file = layer->content_type == CONTENT_ZIP && random_access != NULL;
    if (is_zip_file)
        layer->zip_inflate = zip_inflate_open(random_access, fault);
    if (is_zip_file && layer->zip_inflate == NULL)
        return false;
    layer->archive = archive_reader_open(layer->content_type, packed, random_access, limits, fault);
    return layer->archive != NULL;
}

struct stream_layer *stream_layer_open(struct stream_layer *below, enum content_type content,
                                       const struct random_access *random_access,
                                       struct fault *fault)
{
    struct stream_layer *layer = memory_allocate(1, sizeof *layer, fault);
    if (layer == NULL)
        return NULL;
    layer->state = below->state;
    layer->below = below;
    layer->content_type = content;
    layer->limit = LIMIT_COUNT;
    layer->packed = peek_reader(&below->peek);
    bool done = open_unpacker(layer, random_access, fault);
    if (done && layer->gzip != NULL)
        start_stream(layer, gzip_stream_reader(layer->gzip));
    else if (done && layer->evtx != NULL)
        start_stream(layer, evtx_stream_reader(layer->evtx));
    else if (done && content_type_is_single(content))
        start_compressed(layer, fault);
    if (fault->kind == FAULT_NONE)
        return layer;
    stream_layer_close(layer);
    return NULL;
}

enum archive_reader_step stream_layer_next_member(struct stream_layer *layer,
                                                  struct archive_member *member,
                                                  struct fault *fault)
{
    enum archive_reader_step step = next_member(layer, member, fault);
    if (step != ARCHIVE_READER_MEMBER)
        return step;
    struct byte_reader unpacked = member_bytes(layer);
    start_stream(layer, layer->zip_inflate
                            ? zip_inflate_reader(layer->zip_inflate, member, unpacked)
                            : unpacked);
    uint64_t most = layer->state->options->limits->max_decoder_bytes;
    if (member->decoder_bytes > most)
        layer->most_unpacked_bytes = most;
    return step;
}

bool stream_layer_next_missing(struct stream_layer *layer, struct span *name, const char **why)
{
    return layer->archive != NULL && archive_reader_next_missing(layer->archive, name, why);
}

const char *stream_layer_problem(const struct stream_layer *layer)
{
    return layer->mail.context != NULL ? layer->mail.problem(layer->mail.context)
                                       : archive_reader_problem(layer->archive);
}

bool stream_layer_adds_depth(const struct stream_layer *below, enum content_type content)
{
    bool is_compressed_archive =
        content_type_is_archive(content) && content_type_is_single(below->content_type);
    return !is_compressed_archive && !below->is_after_end;
}

void stream_layer_close(struct stream_layer *layer)
{
    if (layer == NULL)
        return;
    gzip_stream_close(layer->gzip);
    evtx_stream_close(layer->evtx);
    if (layer->mail.context != NULL)
        layer->mail.close(layer->mail.context);
    archive_reader_close(layer->archive);
    zip_inflate_close(layer->zip_inflate);
    frame_filter_close(layer->frames);
    memory_free(layer);
}

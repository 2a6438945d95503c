#include "input/stream_layer.h"

#include "base/memory.h"

/* A bomb is looked for each time that so much was unpacked. A stream is cut there and at no other
 * place, so that it does not matter in which pieces the packed bytes came; and what is no longer
 * than that cannot do harm, however well it was packed. */
enum { LOOK_BYTES = 64 * 1024 * 1024, NEST_LOOK_BYTES = 4 * LOOK_BYTES };

static uint64_t archive_input_bytes_of(const struct stream_layer *layer)
{
    if (layer->inflate != NULL)
        return gzip_stream_packed_bytes(layer->inflate);
    uint64_t beside = layer->zip_data ? zip_inflate_packed_bytes(layer->zip_data) : 0;
    return beside + archive_reader_packed_bytes(layer->unpack);
}

/* What was read of the file or stream at the bottom: through the layers, and beside them. */
static uint64_t archive_input_bytes_of_nest(const struct stream_layer *layer)
{
    const struct stream_layer *lowest = layer;
    while (lowest->below->below != NULL)
        lowest = lowest->below;
    bool is_beside = lowest->zip_data != NULL || lowest->content == CONTENT_7ZIP;
    return layer->reading->nest_packed_bytes + (is_beside ? archive_input_bytes_of(lowest) : 0);
}

static bool is_too_much(const struct stream_layer *layer, uint64_t unpacked_bytes,
                        uint64_t look_bytes,
                        uint64_t (*archive_input_bytes)(const struct stream_layer *layer))
{
    uint64_t most = layer->reading->options->limits->max_unpacked_ratio;
    return unpacked_bytes > 0 && unpacked_bytes % look_bytes == 0 &&
           unpacked_bytes / most > archive_input_bytes(layer);
}

/* Many streams may share what is too much for one: members of less than LOOK_BYTES, and archives
 * in archives, each of which unpacks to more. All together get more room than one, so that what
 * stands behind a bomb is read. */
static bool is_bomb(const struct stream_layer *layer)
{
    return is_too_much(layer, layer->unpacked_bytes, LOOK_BYTES, archive_input_bytes_of) ||
           is_too_much(layer, layer->reading->nest_unpacked_bytes, NEST_LOOK_BYTES,
                       archive_input_bytes_of_nest);
}

static uint64_t bytes_before_look(uint64_t unpacked_bytes, uint64_t look_bytes, uint64_t most)
{
    uint64_t left = look_bytes - unpacked_bytes % look_bytes;
    return left < most ? left : most;
}

/* The limit is hit only where more bytes would come. */
static size_t stop_at(struct stream_layer *layer, enum limit_id limit)
{
    char probe;
    if (layer->raw.read(layer->raw.context, &probe, 1) > 0)
        layer->limit = limit;
    return 0;
}

/* Counts what is unpacked from the source: a few bytes can become more than any machine can hold.
 */
static size_t read_counted(void *context, char *bytes, size_t capacity)
{
    struct stream_layer *layer = context;
    struct source_state *reading = layer->reading;
    uint64_t most = reading->options->limits->max_unpacked_bytes;
    if (layer->limit != LIMIT_COUNT)
        return 0;
    if (reading->unpacked_bytes >= most)
        return stop_at(layer, LIMIT_max_unpacked_bytes);
    if (is_bomb(layer))
        return stop_at(layer, LIMIT_max_unpacked_ratio);
    uint64_t left =
        bytes_before_look(layer->unpacked_bytes, LOOK_BYTES, most - reading->unpacked_bytes);
    left = bytes_before_look(reading->nest_unpacked_bytes, NEST_LOOK_BYTES, left);
    size_t wanted = left < capacity ? (size_t)left : capacity;
    size_t got = layer->raw.read(layer->raw.context, bytes, wanted);
    reading->unpacked_bytes += got;
    reading->nest_unpacked_bytes += got;
    layer->unpacked_bytes += got;
    return got;
}

static const char *counted_problem(void *context)
{
    const struct stream_layer *layer = context;
    switch (layer->limit) {
    case LIMIT_max_unpacked_bytes:
        return "not unpacked further: limit max_unpacked_bytes";
    case LIMIT_max_unpacked_ratio:
        return "not unpacked further: limit max_unpacked_ratio";
    default:
        return layer->raw.problem(layer->raw.context);
    }
}

static void start_stream(struct stream_layer *layer, struct byte_reader raw)
{
    layer->raw = raw;
    layer->has_stream = true;
    layer->unpacked_bytes = 0;
    layer->limit = LIMIT_COUNT;
    peek_start(&layer->peek, (struct byte_reader){read_counted, counted_problem, layer});
}

static size_t read_bottom(void *context, char *bytes, size_t capacity)
{
    struct stream_layer *layer = context;
    size_t got = layer->inner.read(layer->inner.context, bytes, capacity);
    layer->reading->nest_packed_bytes += got;
    return got;
}

static const char *bottom_problem(void *context)
{
    const struct stream_layer *layer = context;
    return layer->inner.problem(layer->inner.context);
}

struct stream_layer *stream_layer_open_bottom(struct source_state *reading,
                                              struct byte_reader bytes, struct fault *fault)
{
    struct stream_layer *layer = memory_allocate(1, sizeof *layer, fault);
    if (layer == NULL)
        return NULL;
    layer->reading = reading;
    layer->content = CONTENT_TEXT;
    layer->has_stream = true;
    layer->limit = LIMIT_COUNT;
    layer->inner = bytes;
    reading->nest_packed_bytes = 0;
    reading->nest_unpacked_bytes = 0;
    peek_start(&layer->peek, (struct byte_reader){read_bottom, bottom_problem, layer});
    return layer;
}

/* A compressed stream has one member, itself. A damaged one is a stream with a problem and no
 * bytes. */
static void start_compressed(struct stream_layer *layer)
{
    struct archive_member ignored;
    archive_reader_next(layer->unpack, &ignored);
    start_stream(layer, archive_reader_member(layer->unpack));
}

static bool open_unpacker(struct stream_layer *layer, const struct random_access *random_access,
                          struct fault *fault)
{
    if (layer->content == CONTENT_GZIP) {
        layer->inflate = gzip_stream_open(layer->inner, fault);
        return layer->inflate != NULL;
    }
    bool is_zip_file = layer->content == CONTENT_ZIP && random_access != NULL;
    if (is_zip_file)
        layer->zip_data = zip_inflate_open(random_access, fault);
    if (is_zip_file && layer->zip_data == NULL)
        return false;
    layer->unpack = archive_reader_open(layer->content, layer->inner, random_access,
                                        layer->reading->options->limits->max_held_bytes, fault);
    return layer->unpack != NULL;
}

struct stream_layer *stream_layer_open(struct stream_layer *below, enum content_type content,
                                       const struct random_access *random_access,
                                       struct fault *fault)
{
    struct stream_layer *layer = memory_allocate(1, sizeof *layer, fault);
    if (layer == NULL)
        return NULL;
    layer->reading = below->reading;
    layer->below = below;
    layer->content = content;
    layer->limit = LIMIT_COUNT;
    layer->inner = peek_reader(&below->peek);
    if (!open_unpacker(layer, random_access, fault)) {
        stream_layer_close(layer);
        return NULL;
    }
    if (layer->inflate != NULL)
        start_stream(layer, gzip_stream_reader(layer->inflate));
    else if (content_type_is_compressed(content))
        start_compressed(layer);
    return layer;
}

enum archive_reader_step stream_layer_next_member(struct stream_layer *layer,
                                                  struct archive_member *member)
{
    enum archive_reader_step step = archive_reader_next(layer->unpack, member);
    if (step != ARCHIVE_READER_MEMBER)
        return step;
    struct byte_reader unpacked = archive_reader_member(layer->unpack);
    start_stream(layer, layer->zip_data ? zip_inflate_reader(layer->zip_data, member, unpacked)
                                        : unpacked);
    return step;
}

const char *stream_layer_drain_below(struct stream_layer *layer, struct stream_layer *below)
{
    char rest[4096];
    if (!content_type_is_compressed(below->content))
        return NULL;
    while (layer->inner.read(layer->inner.context, rest, sizeof rest) > 0)
        continue;
    return layer->inner.problem(layer->inner.context);
}

void stream_layer_close(struct stream_layer *layer)
{
    if (layer == NULL)
        return;
    gzip_stream_close(layer->inflate);
    archive_reader_close(layer->unpack);
    zip_inflate_close(layer->zip_data);
    memory_free(layer);
}

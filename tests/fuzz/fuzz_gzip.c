/* The gzip reader compared with zlib: a stream that zlib reads to its end gives the same bytes, any
 * other one a problem and a prefix of the same bytes. What zlib compresses is read completely;
 * truncated anywhere, it gives a problem. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/buffer.h"
#include "input/archive/gzip_stream.h"
#include "support/memory_reader.h"

enum { MOST_BYTES = 1 << 20 };

struct inflated {
    struct buffer bytes;
    bool is_whole;  /* ended without a problem, and nothing but gzip was there */
    bool is_cut;    /* stopped at MOST_BYTES */
    bool is_strict; /* zlib rejects a member's header, though its data is intact */
};

static struct inflated inflate_ours(struct span packed, size_t step, size_t capacity)
{
    static char space[65536];
    struct inflated result = {0};
    struct fault fault = {0};
    struct memory_reader memory = {.bytes = packed, .step = step};
    struct gzip_stream *inflate = gzip_stream_open(memory_reader_open(&memory), &fault);
    MUST_HOLD(inflate != NULL);
    struct byte_reader reader = gzip_stream_reader(inflate);
    for (size_t got = 1; got > 0 && !result.is_cut;) {
        got = reader.read(reader.context, space, capacity);
        MUST_HOLD(got <= capacity);
        buffer_append(&result.bytes, (struct span){space, got}, NULL);
        result.is_cut = result.bytes.length >= MOST_BYTES;
    }
    struct byte_reader rest;
    result.is_whole = !result.is_cut && reader.problem(reader.context) == NULL &&
                      !gzip_stream_rest(inflate, &rest);
    if (!result.is_cut)
        MUST_HOLD(reader.read(reader.context, space, capacity) == 0);
    gzip_stream_close(inflate);
    return result;
}

/* Inflates one member and leaves the input after it. False if the member is incomplete. */
static bool inflate_member(z_stream *stream, struct inflated *result)
{
    static unsigned char space[65536];
    int answer = Z_OK;
    if (inflateReset(stream) != Z_OK)
        abort();
    while (answer == Z_OK && result->bytes.length < MOST_BYTES) {
        stream->next_out = space;
        stream->avail_out = sizeof space;
        answer = inflate(stream, Z_NO_FLUSH);
        buffer_append(&result->bytes,
                      (struct span){(char *)space, sizeof space - stream->avail_out}, NULL);
    }
    result->is_cut = answer == Z_OK;
    return answer == Z_STREAM_END;
}

/* Inflates members as RFC 1952 defines them, and accepts the zero padding that tapes leave. */
static struct inflated inflate_by_zlib(struct span packed)
{
    struct inflated result = {.is_whole = true};
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)packed.bytes,
                       .avail_in = (uInt)packed.length};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        abort();
    do {
        result.is_whole = inflate_member(&stream, &result);
        while (result.is_whole && stream.avail_in > 0 && *stream.next_in == 0) {
            stream.next_in++;
            stream.avail_in--;
        }
    } while (result.is_whole && stream.avail_in > 0 && result.bytes.length < MOST_BYTES);
    const char *why = stream.msg ? stream.msg : "";
    result.is_strict = !result.is_whole && strstr(why, "header") != NULL;
    inflateEnd(&stream);
    return result;
}

static bool is_prefix(const struct buffer *a, const struct buffer *b)
{
    size_t length = a->length < b->length ? a->length : b->length;
    return length == 0 || memcmp(a->bytes, b->bytes, length) == 0;
}

static void check_packed(struct span packed)
{
    struct inflated zlibs = inflate_by_zlib(packed);
    struct inflated ours = inflate_ours(packed, 0, 65536);
    struct inflated few = inflate_ours(packed, 1 + fuzz_choice(packed, 9), 65536);
    MUST_HOLD(is_prefix(&ours.bytes, &zlibs.bytes) && is_prefix(&ours.bytes, &few.bytes));
    if (!ours.is_cut && !zlibs.is_cut && !few.is_cut) {
        MUST_HOLD(ours.is_whole == few.is_whole && ours.bytes.length == few.bytes.length);
        MUST_HOLD(zlibs.is_strict || ours.is_whole == zlibs.is_whole);
        MUST_HOLD(!zlibs.is_whole || ours.bytes.length == zlibs.bytes.length);
    }
    buffer_release(&zlibs.bytes);
    buffer_release(&ours.bytes);
    buffer_release(&few.bytes);
}

/* Compresses `content` and appends it as one member. */
static void pack_member(struct buffer *packed, struct span content, int level, int strategy)
{
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)content.bytes,
                       .avail_in = (uInt)content.length};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 1, strategy) != Z_OK)
        abort();
    size_t bound = deflateBound(&stream, (uLong)content.length) + 64;
    buffer_reserve(packed, bound, NULL);
    stream.next_out = (Bytef *)packed->bytes + packed->length;
    stream.avail_out = (uInt)bound;
    MUST_HOLD(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed->length += bound - stream.avail_out;
    deflateEnd(&stream);
}

static void check_packing(struct span content)
{
    struct buffer packed = {0};
    size_t cut = fuzz_choice(content, content.length + 1);
    int level = (int)fuzz_choice(content, 10);
    int strategy = (int)fuzz_choice(content, 5);
    pack_member(&packed, span_slice(content, 0, cut), level, strategy);
    size_t first_bytes = packed.length;
    pack_member(&packed, span_slice(content, cut, content.length), level, strategy);
    struct inflated whole = inflate_ours(buffer_span(&packed), 0, 4096);
    MUST_HOLD(whole.is_cut || (whole.is_whole && span_equals(buffer_span(&whole.bytes), content)));
    /* A truncated stream ends without a problem only between two members. */
    size_t torn_at = 1 + fuzz_choice(content, packed.length - 1);
    struct inflated torn = inflate_ours(span_slice(buffer_span(&packed), 0, torn_at), 0, 4096);
    MUST_HOLD(torn.is_cut || torn.is_whole == (torn_at == first_bytes));
    MUST_HOLD(is_prefix(&torn.bytes, &whole.bytes) && torn.bytes.length <= whole.bytes.length);
    buffer_release(&whole.bytes);
    buffer_release(&torn.bytes);
    buffer_release(&packed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = fuzz_span(data, size);
    check_packed(bytes);
    check_packing(bytes);
    return 0;
}

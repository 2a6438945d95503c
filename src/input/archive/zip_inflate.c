#include "input/archive/zip_inflate.h"

#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "base/span.h"
#include "input/archive/content_type.h"
#include "input/archive/gzip_stream.h"

enum {
    LOCAL_HEADER_BYTES = 30,
    TRAILER_BYTES = 8,
    METHOD_DEFLATE = 8,
    /* The compression level and the encoding of the name. A member with any other flag (encrypted,
     * sizes after the data ...) is left to libarchive. */
    HARMLESS_FLAGS = 0x0806,
    /* What libarchive inflates before it delivers any, plus the head that shows the content type. A
     * member damaged within is left to libarchive from its first byte on: else wrong bytes before
     * the damage could make it pass for a picture, and it would be skipped with no problem. */
    VERIFIED_BYTES = 256 * 1024 + CONTENT_HEAD_BYTES
};

static const char gzip_header[] = "\x1F\x8B\x08\0\0\0\0\0\0\xFF";

/* Reads a deflated zip member as a gzip member, which has the same data, checksum and size in
 * another frame: a constant header, the data from the zip, and a trailer made from the local
 * header. */
struct zip_inflate {
    const struct random_access *zip;
    struct span header;   /* the part that was not read yet */
    uint64_t data_offset; /* of the data that was not read yet */
    uint64_t data_bytes;  /* the same */
    struct span trailer;  /* the part that was not read yet */
    char trailer_bytes[TRAILER_BYTES];
    struct gzip_stream *gzip;
    struct byte_reader inflated;
    struct byte_reader fallback;
    bool uses_fallback;
    uint64_t delivered_bytes;
    struct span verified; /* the part of the member's head that was not delivered yet */
    char verified_bytes[VERIFIED_BYTES];
};

/* Moves up to `capacity` bytes from the start of `from` to `bytes`; returns how many. */
static size_t move_from(struct span *from, char *bytes, size_t capacity)
{
    size_t length = from->length < capacity ? from->length : capacity;
    if (length > 0)
        memcpy(bytes, from->bytes, length);
    *from = span_slice(*from, length, from->length);
    return length;
}

/* Reads fewer bytes than asked for only where the zip ends or cannot be read. */
static size_t read_at(const struct random_access *zip, uint64_t offset, char *bytes, size_t length)
{
    size_t done = 0;
    ptrdiff_t got = 1;
    while (done < length && got > 0) {
        got = random_access_read(zip, offset + done, bytes + done, length - done);
        done += got > 0 ? (size_t)got : 0;
    }
    return done;
}

static size_t read_as_gzip(void *context, char *bytes, size_t capacity)
{
    struct zip_inflate *zip_inflate = context;
    if (zip_inflate->header.length > 0)
        return move_from(&zip_inflate->header, bytes, capacity);
    if (zip_inflate->data_bytes == 0)
        return move_from(&zip_inflate->trailer, bytes, capacity);
    size_t wanted = zip_inflate->data_bytes < capacity ? (size_t)zip_inflate->data_bytes : capacity;
    size_t got = read_at(zip_inflate->zip, zip_inflate->data_offset, bytes, wanted);
    zip_inflate->data_offset += got;
    zip_inflate->data_bytes -= got;
    return got;
}

struct zip_inflate *zip_inflate_open(const struct random_access *zip, struct fault *fault)
{
    struct zip_inflate *zip_inflate = memory_allocate(1, sizeof *zip_inflate, fault);
    if (zip_inflate == NULL)
        return NULL;
    zip_inflate->zip = zip;
    /* A zip that ends too early makes a torn gzip member, and libarchive reports the problem. */
    zip_inflate->gzip = gzip_stream_open(
        (struct byte_reader){read_as_gzip, byte_reader_no_problem, zip_inflate}, fault);
    if (zip_inflate->gzip == NULL) {
        memory_free(zip_inflate);
        return NULL;
    }
    zip_inflate->inflated = gzip_stream_reader(zip_inflate->gzip);
    return zip_inflate;
}

void zip_inflate_close(struct zip_inflate *zip_inflate)
{
    if (zip_inflate == NULL)
        return;
    gzip_stream_close(zip_inflate->gzip);
    memory_free(zip_inflate);
}

static uint32_t number_at(const unsigned char *bytes, size_t length)
{
    uint32_t number = 0;
    for (size_t i = length; i > 0; i--)
        number = number << 8 | bytes[i - 1];
    return number;
}

/* Finds the member's data. False unless its local header gives all that is needed, and ends where
 * libarchive reads next. */
static bool find_data(struct zip_inflate *zip_inflate, const struct archive_member *member)
{
    unsigned char header[LOCAL_HEADER_BYTES];
    bool is_there = member->header_offset >= 0 &&
                    read_at(zip_inflate->zip, (uint64_t)member->header_offset, (char *)header,
                            sizeof header) == sizeof header &&
                    memcmp(header, "PK\3\4", 4) == 0;
    if (!is_there)
        return false;
    uint32_t flags = number_at(header + 6, 2);
    uint32_t method = number_at(header + 8, 2);
    uint32_t packed_bytes = number_at(header + 18, 4);
    uint32_t unpacked_bytes = number_at(header + 22, 4);
    uint32_t header_bytes =
        LOCAL_HEADER_BYTES + number_at(header + 26, 2) + number_at(header + 28, 2);
    /* A size of all ones means that it is in the zip64 extra field. */
    bool is_plain = method == METHOD_DEFLATE && (flags & ~(uint32_t)HARMLESS_FLAGS) == 0 &&
                    packed_bytes != UINT32_MAX && unpacked_bytes != UINT32_MAX &&
                    member->data_offset - member->header_offset == header_bytes;
    zip_inflate->data_offset = (uint64_t)member->data_offset;
    zip_inflate->data_bytes = packed_bytes;
    memcpy(zip_inflate->trailer_bytes, header + 14, 4);
    memcpy(zip_inflate->trailer_bytes + 4, header + 22, 4);
    return is_plain;
}

static bool is_damaged(const struct zip_inflate *zip_inflate)
{
    return zip_inflate->inflated.problem(zip_inflate->inflated.context) != NULL;
}

static size_t inflate_some(struct zip_inflate *zip_inflate, char *bytes, size_t capacity)
{
    return zip_inflate->inflated.read(zip_inflate->inflated.context, bytes, capacity);
}

/* Inflates the member's head. True if it is not damaged. */
static bool verify_head(struct zip_inflate *zip_inflate)
{
    size_t length = 0;
    size_t got = 1;
    while (got > 0 && length < VERIFIED_BYTES) {
        got = inflate_some(zip_inflate, zip_inflate->verified_bytes + length,
                           VERIFIED_BYTES - length);
        length += got;
    }
    zip_inflate->verified = (struct span){zip_inflate->verified_bytes, length};
    return !is_damaged(zip_inflate);
}

/* Switches to `fallback`, which skips what was delivered already. */
static void fall_back(struct zip_inflate *zip_inflate)
{
    zip_inflate->uses_fallback = true;
    char skipped[4096];
    size_t got = 1;
    for (uint64_t left = zip_inflate->delivered_bytes; left > 0 && got > 0; left -= got) {
        size_t wanted = left < sizeof skipped ? (size_t)left : sizeof skipped;
        got = zip_inflate->fallback.read(zip_inflate->fallback.context, skipped, wanted);
    }
}

static size_t read_data(void *context, char *bytes, size_t capacity)
{
    struct zip_inflate *zip_inflate = context;
    size_t got = move_from(&zip_inflate->verified, bytes, capacity);
    if (got == 0 && !zip_inflate->uses_fallback)
        got = inflate_some(zip_inflate, bytes, capacity);
    if (got == 0 && !zip_inflate->uses_fallback && is_damaged(zip_inflate))
        fall_back(zip_inflate);
    if (got == 0 && zip_inflate->uses_fallback)
        return zip_inflate->fallback.read(zip_inflate->fallback.context, bytes, capacity);
    zip_inflate->delivered_bytes += got;
    return got;
}

static const char *problem_of(void *context)
{
    const struct zip_inflate *zip_inflate = context;
    return zip_inflate->uses_fallback ? zip_inflate->fallback.problem(zip_inflate->fallback.context)
                                      : NULL;
}

struct byte_reader zip_inflate_reader(struct zip_inflate *zip_inflate,
                                      const struct archive_member *member,
                                      struct byte_reader fallback)
{
    gzip_stream_restart_single(zip_inflate->gzip);
    if (!find_data(zip_inflate, member))
        return fallback;
    zip_inflate->header = (struct span){gzip_header, sizeof gzip_header - 1};
    zip_inflate->trailer =
        (struct span){zip_inflate->trailer_bytes, sizeof zip_inflate->trailer_bytes};
    zip_inflate->fallback = fallback;
    zip_inflate->uses_fallback = false;
    zip_inflate->delivered_bytes = 0;
    return verify_head(zip_inflate) ? (struct byte_reader){read_data, problem_of, zip_inflate}
                                    : fallback;
}

uint64_t zip_inflate_packed_bytes(const struct zip_inflate *zip_inflate)
{
    return gzip_stream_packed_bytes(zip_inflate->gzip);
}

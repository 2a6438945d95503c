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
    /* How hard was compressed, and how the name is spelt. Any other flag (encrypted, sizes behind
     * the data ...) is libarchive's business. */
    HARMLESS_FLAGS = 0x0806,
    /* What libarchive inflates before it gives any of it, and what tells the content. Damage within
     * is left to libarchive from the first byte on: else the member could be taken for a picture by
     * the wrong bytes before it, and passed over without a word on the damage. */
    PROVEN_BYTES = 256 * 1024 + CONTENT_HEAD_BYTES
};

static const char gzip_header[] = "\x1F\x8B\x08\0\0\0\0\0\0\xFF";

/* A gzip member is a deflated zip member with another frame: the same data, checksum and size. So
 * it is read as one: a header, the data out of the file, a trailer. */
struct zip_inflate {
    const struct random_access *zip;
    struct span header; /* what was not read yet of each of the three */
    uint64_t data_offset;
    uint64_t data_bytes;
    struct span trailer;
    char trailer_bytes[TRAILER_BYTES];
    struct gzip_stream *inflate;
    struct byte_reader inflated;
    struct byte_reader unpacked;
    bool is_left_to_unpacked;
    uint64_t given_bytes;
    struct span proven; /* what was not given yet of the member's beginning */
    char proven_bytes[PROVEN_BYTES];
};

static size_t take(struct span *from, char *bytes, size_t capacity)
{
    size_t length = from->length < capacity ? from->length : capacity;
    if (length > 0)
        memcpy(bytes, from->bytes, length);
    *from = span_slice(*from, length, from->length);
    return length;
}

/* Fewer bytes than asked for only where the file ends or cannot be read. */
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
    struct zip_inflate *data = context;
    if (data->header.length > 0)
        return take(&data->header, bytes, capacity);
    if (data->data_bytes == 0)
        return take(&data->trailer, bytes, capacity);
    size_t wanted = data->data_bytes < capacity ? (size_t)data->data_bytes : capacity;
    size_t got = read_at(data->zip, data->data_offset, bytes, wanted);
    data->data_offset += got;
    data->data_bytes -= got;
    return got;
}

/* A file that ends too early is a torn gzip member, and libarchive then says what it is. */
static const char *no_problem(void *context)
{
    (void)context;
    return NULL;
}

struct zip_inflate *zip_inflate_open(const struct random_access *bytes, struct fault *fault)
{
    struct zip_inflate *data = memory_allocate(1, sizeof *data, fault);
    if (data == NULL)
        return NULL;
    data->zip = bytes;
    data->inflate = gzip_stream_open((struct byte_reader){read_as_gzip, no_problem, data}, fault);
    if (data->inflate == NULL) {
        memory_free(data);
        return NULL;
    }
    data->inflated = gzip_stream_reader(data->inflate);
    return data;
}

void zip_inflate_close(struct zip_inflate *data)
{
    if (data == NULL)
        return;
    gzip_stream_close(data->inflate);
    memory_free(data);
}

static uint32_t number_at(const unsigned char *bytes, size_t length)
{
    uint32_t number = 0;
    for (size_t i = length; i > 0; i--)
        number = number << 8 | bytes[i - 1];
    return number;
}

/* Whether the member's header says all that is needed, and libarchive stands where it ends. */
static bool find_data(struct zip_inflate *data, const struct archive_member *member)
{
    unsigned char header[LOCAL_HEADER_BYTES];
    bool is_there = member->header_offset >= 0 &&
                    read_at(data->zip, (uint64_t)member->header_offset, (char *)header,
                            sizeof header) == sizeof header &&
                    memcmp(header, "PK\3\4", 4) == 0;
    if (!is_there)
        return false;
    uint32_t flags = number_at(header + 6, 2);
    uint32_t method = number_at(header + 8, 2);
    uint32_t archive_input_bytes = number_at(header + 18, 4);
    uint32_t unpacked_bytes = number_at(header + 22, 4);
    uint32_t header_bytes =
        LOCAL_HEADER_BYTES + number_at(header + 26, 2) + number_at(header + 28, 2);
    /* A size of all ones stands elsewhere (zip64). */
    bool is_plain = method == METHOD_DEFLATE && (flags & ~(uint32_t)HARMLESS_FLAGS) == 0 &&
                    archive_input_bytes != UINT32_MAX && unpacked_bytes != UINT32_MAX &&
                    member->data_offset - member->header_offset == header_bytes;
    data->data_offset = (uint64_t)member->data_offset;
    data->data_bytes = archive_input_bytes;
    memcpy(data->trailer_bytes, header + 14, 4);
    memcpy(data->trailer_bytes + 4, header + 22, 4);
    return is_plain;
}

static bool is_damaged(const struct zip_inflate *data)
{
    return data->inflated.problem(data->inflated.context) != NULL;
}

static size_t inflate_some(struct zip_inflate *data, char *bytes, size_t capacity)
{
    return data->inflated.read(data->inflated.context, bytes, capacity);
}

/* Inflates the beginning: whether there is no damage in it. */
static bool prove(struct zip_inflate *data)
{
    size_t length = 0;
    size_t got = 1;
    while (got > 0 && length < PROVEN_BYTES) {
        got = inflate_some(data, data->proven_bytes + length, PROVEN_BYTES - length);
        length += got;
    }
    data->proven = (struct span){data->proven_bytes, length};
    return !is_damaged(data);
}

/* `unpacked` passes over what was given already. */
static void leave_to_unpacked(struct zip_inflate *data)
{
    data->is_left_to_unpacked = true;
    char passed[4096];
    size_t got = 1;
    for (uint64_t left = data->given_bytes; left > 0 && got > 0; left -= got) {
        size_t wanted = left < sizeof passed ? (size_t)left : sizeof passed;
        got = data->unpacked.read(data->unpacked.context, passed, wanted);
    }
}

static size_t read_data(void *context, char *bytes, size_t capacity)
{
    struct zip_inflate *data = context;
    size_t got = take(&data->proven, bytes, capacity);
    if (got == 0 && !data->is_left_to_unpacked)
        got = inflate_some(data, bytes, capacity);
    if (got == 0 && !data->is_left_to_unpacked && is_damaged(data))
        leave_to_unpacked(data);
    if (got == 0 && data->is_left_to_unpacked)
        return data->unpacked.read(data->unpacked.context, bytes, capacity);
    data->given_bytes += got;
    return got;
}

static const char *problem_of(void *context)
{
    const struct zip_inflate *data = context;
    return data->is_left_to_unpacked ? data->unpacked.problem(data->unpacked.context) : NULL;
}

struct byte_reader zip_inflate_reader(struct zip_inflate *data, const struct archive_member *member,
                                      struct byte_reader unpacked)
{
    gzip_stream_restart_single(data->inflate);
    if (!find_data(data, member))
        return unpacked;
    data->header = (struct span){gzip_header, sizeof gzip_header - 1};
    data->trailer = (struct span){data->trailer_bytes, sizeof data->trailer_bytes};
    data->unpacked = unpacked;
    data->is_left_to_unpacked = false;
    data->given_bytes = 0;
    return prove(data) ? (struct byte_reader){read_data, problem_of, data} : unpacked;
}

uint64_t zip_inflate_packed_bytes(const struct zip_inflate *data)
{
    return gzip_stream_packed_bytes(data->inflate);
}

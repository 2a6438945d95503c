#include "input/evtx/evtx_chunk.h"

#include <string.h>

#include "base/little_endian.h"
#include "input/evtx/binary_xml.h"
#include "input/evtx/crc32.h"

/* Offsets in the header of a chunk ([MS-EVEN6] has none; the format description of libevtx). */
enum {
    FIRST_NUMBER_AT = 8,
    LAST_NUMBER_AT = 16,
    HEADER_LENGTH_AT = 40,
    LAST_RECORD_AT = 44,
    FREE_SPACE_AT = 48,
    RECORDS_CHECKSUM_AT = 52,
    FLAGS_AT = 120,
    HEADER_CHECKSUM_AT = 124,
    TABLES_AT = 128,
    HEADER_LENGTH = 128
};

enum { FLAG_NO_CHECKSUM = 4 };

static const unsigned char chunk_magic[8] = "ElfChnk";
static const unsigned char record_magic[4] = {0x2A, 0x2A, 0, 0};

static bool is_all_zero(const unsigned char *bytes, size_t length)
{
    return length == 0 || (bytes[0] == 0 && memcmp(bytes, bytes + 1, length - 1) == 0);
}

/* Returns where the records end: the free space, or the end of the chunk if the header does not say
 * so. */
static size_t end_of_records(const struct evtx_chunk *chunk, bool has_header)
{
    size_t end = little_endian_32(chunk->bytes + FREE_SPACE_AT);
    bool is_valid = has_header && end >= EVTX_CHUNK_HEADER_BYTES && end <= EVTX_CHUNK_BYTES;
    return is_valid ? end : EVTX_CHUNK_BYTES;
}

static bool has_right_checksums(const struct evtx_chunk *chunk, size_t end)
{
    const unsigned char *bytes = chunk->bytes;
    if ((little_endian_32(bytes + FLAGS_AT) & FLAG_NO_CHECKSUM) != 0)
        return true;
    uint32_t header = crc32_update(0, bytes, FLAGS_AT);
    header = crc32_update(header, bytes + TABLES_AT, EVTX_CHUNK_HEADER_BYTES - TABLES_AT);
    uint32_t records =
        crc32_update(0, bytes + EVTX_CHUNK_HEADER_BYTES, end - EVTX_CHUNK_HEADER_BYTES);
    return header == little_endian_32(bytes + HEADER_CHECKSUM_AT) &&
           records == little_endian_32(bytes + RECORDS_CHECKSUM_AT);
}

/* Returns the length of the record at `at`; 0 if none is there. Its length is repeated at its end.
 */
static uint32_t record_length(const struct evtx_chunk *chunk, size_t at, size_t end)
{
    const unsigned char *bytes = chunk->bytes + at;
    if (end - at < EVTX_RECORD_LEAST_BYTES || memcmp(bytes, record_magic, sizeof record_magic) != 0)
        return 0;
    uint32_t length = little_endian_32(bytes + 4);
    bool fits = length >= EVTX_RECORD_LEAST_BYTES && length <= end - at;
    return fits && little_endian_32(bytes + length - 4) == length ? length : 0;
}

/* A log that is copied while it is written may have newer records than the header of its last chunk
 * knows; the free space may as well hold old ones, whose numbers do not go on. */
static size_t end_with_newer_records(const struct evtx_chunk *chunk, size_t end)
{
    enum { NUMBER_AT = 8 };
    size_t last = little_endian_32(chunk->bytes + LAST_RECORD_AT);
    uint32_t length = last < end ? record_length(chunk, last, end) : 0;
    while (length > 0 && last + length == end) {
        uint64_t number = little_endian_64(chunk->bytes + last + NUMBER_AT);
        last = end;
        length = record_length(chunk, last, EVTX_CHUNK_BYTES);
        if (length > 0 && little_endian_64(chunk->bytes + last + NUMBER_AT) == number + 1)
            end += length;
    }
    return end;
}

static void add_record(struct evtx_chunk *chunk, size_t at, size_t length)
{
    chunk->records[chunk->record_count++] =
        (struct evtx_record){.at = (uint32_t)at, .length = (uint32_t)length};
}

/* Makes a record of the bytes before `at` that are none: libevtx wants record after record. When
 * they are too few for one, the record before them goes with them, and what is too little at the
 * start is NULs. */
static void bridge(struct evtx_chunk *chunk, size_t from, size_t at)
{
    while (at - from < EVTX_RECORD_LEAST_BYTES && chunk->record_count > 0)
        from = chunk->records[--chunk->record_count].at;
    unsigned char *bytes = chunk->bytes + from;
    uint32_t length = (uint32_t)(at - from);
    memcpy(bytes, record_magic, sizeof record_magic);
    little_endian_store_32(bytes + 4, length);
    little_endian_store_32(bytes + length - 4, length);
    add_record(chunk, from, length);
}

/* Records begin at multiples of 8. */
static void find_records(struct evtx_chunk *chunk, size_t end)
{
    enum { STEP = 8 };
    size_t known_end = EVTX_CHUNK_HEADER_BYTES;
    for (size_t at = known_end; at < end;) {
        uint32_t length = record_length(chunk, at, end);
        bool is_too_near =
            at > known_end && chunk->record_count == 0 && at - known_end < EVTX_RECORD_LEAST_BYTES;
        if (length == 0 || is_too_near) {
            at += STEP;
            continue;
        }
        if (at > known_end) {
            chunk->is_damaged = true;
            bridge(chunk, known_end, at);
        }
        add_record(chunk, at, length);
        at += length;
        known_end = at;
    }
    chunk->is_damaged = chunk->is_damaged || known_end != end;
}

/* Lets the header describe the records that were found. */
static void describe(struct evtx_chunk *chunk)
{
    const struct evtx_record *last = &chunk->records[chunk->record_count - 1];
    unsigned char *bytes = chunk->bytes;
    memcpy(bytes, chunk_magic, sizeof chunk_magic);
    memset(bytes + FIRST_NUMBER_AT, 0, HEADER_LENGTH_AT - FIRST_NUMBER_AT);
    little_endian_store_32(bytes + FIRST_NUMBER_AT, 1);
    little_endian_store_32(bytes + LAST_NUMBER_AT, (uint32_t)chunk->record_count);
    little_endian_store_32(bytes + HEADER_LENGTH_AT, HEADER_LENGTH);
    little_endian_store_32(bytes + LAST_RECORD_AT, last->at);
    little_endian_store_32(bytes + FREE_SPACE_AT, last->at + last->length);
}

/* The records of a chunk may use one value or template again and again: what is beyond
 * MOST_TEXT_BYTES, three times the most that was met, is not rendered. */
static void check_records(struct evtx_chunk *chunk)
{
    enum { MOST_TEXT_BYTES = 4 * 1024 * 1024 };
    struct span bytes = {(const char *)chunk->bytes, EVTX_CHUNK_BYTES};
    uint64_t text_bytes = 0;
    for (size_t i = 0; i < chunk->record_count && text_bytes <= MOST_TEXT_BYTES; i++) {
        struct evtx_record *record = &chunk->records[i];
        record->is_sound = binary_xml_is_sound(bytes, record->at + EVTX_RECORD_HEADER_BYTES,
                                               record->at + record->length - 4, &text_bytes);
        chunk->sound_count += record->is_sound;
    }
}

void evtx_chunk_examine(struct evtx_chunk *chunk, bool is_dirty)
{
    unsigned char *bytes = chunk->bytes;
    *chunk = (struct evtx_chunk){.bytes = bytes};
    chunk->is_empty = is_all_zero(bytes, EVTX_CHUNK_BYTES);
    if (chunk->is_empty)
        return;
    bool has_header = memcmp(bytes, chunk_magic, sizeof chunk_magic) == 0;
    size_t end = end_of_records(chunk, has_header);
    chunk->is_damaged = !has_header || (!is_dirty && !has_right_checksums(chunk, end));
    find_records(chunk, has_header && is_dirty ? end_with_newer_records(chunk, end) : end);
    uint64_t promised =
        little_endian_64(bytes + LAST_NUMBER_AT) - little_endian_64(bytes + FIRST_NUMBER_AT) + 1;
    if (!has_header || promised > EVTX_CHUNK_MOST_RECORDS)
        promised = chunk->record_count;
    if (chunk->record_count > 0)
        describe(chunk);
    check_records(chunk);
    uint64_t wanted = promised > chunk->record_count ? promised : chunk->record_count;
    chunk->lost_count = wanted - chunk->sound_count;
}

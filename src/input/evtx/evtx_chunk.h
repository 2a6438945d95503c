/* A chunk of an event log: 64 KiB with some hundred records, which refer to nothing outside of it.
 */
#ifndef MARSIFT_INPUT_EVTX_EVTX_CHUNK_H
#define MARSIFT_INPUT_EVTX_EVTX_CHUNK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    EVTX_FILE_HEADER_BYTES = 4096,
    EVTX_CHUNK_BYTES = 65536,
    EVTX_CHUNK_HEADER_BYTES = 512,
    EVTX_RECORD_HEADER_BYTES = 24,
    EVTX_RECORD_LEAST_BYTES = EVTX_RECORD_HEADER_BYTES + 4,
    EVTX_CHUNK_MOST_RECORDS = EVTX_CHUNK_BYTES / EVTX_RECORD_LEAST_BYTES
};

struct evtx_record {
    uint32_t at;
    uint32_t length;
    bool is_sound; /* libevtx may read it: binary_xml_is_sound */
};

struct evtx_chunk {
    unsigned char *bytes; /* EVTX_CHUNK_BYTES, lent; evtx_chunk_examine changes what is damaged */
    struct evtx_record records[EVTX_CHUNK_MOST_RECORDS]; /* one after another, without a gap */
    size_t record_count;
    size_t sound_count;
    uint64_t lost_count; /* records that the header promises and that are not sound */
    bool is_empty;       /* nothing but NULs: never written, or lost */
    bool is_damaged;     /* no header, a wrong checksum, or bytes that are no record */
};

/* Finds the records of the chunk. `is_dirty`: the log was in use when it was copied, so that
 * checksums may be of an earlier state and prove nothing. Where the chunk is damaged, records are
 * searched for, and what lies between them becomes a record that is not sound; the header then
 * describes what was found. */
void evtx_chunk_examine(struct evtx_chunk *chunk, bool is_dirty);

#endif

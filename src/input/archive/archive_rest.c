#include "input/archive/archive_rest.h"

#include "base/little_endian.h"

bool archive_rest_of(struct archive_rest *state, struct byte_reader inner, struct byte_reader *rest)
{
    state->found = (struct span_reader){.after = inner};
    *rest = span_reader_start(&state->found);
    size_t length = 0;
    while ((length = inner.read(inner.context, state->bytes, sizeof state->bytes)) > 0)
        for (size_t i = 0; i < length; i++)
            if (state->bytes[i] != '\0') {
                state->found.rest = (struct span){state->bytes + i, length - i};
                return true;
            }
    return false;
}

static size_t read_after_7z(void *context, char *bytes, size_t capacity)
{
    struct archive_rest *state = context;
    ptrdiff_t got = random_access_read(state->archive, state->offset, bytes, capacity);
    state->offset += got > 0 ? (uint64_t)got : 0;
    return got > 0 ? (size_t)got : 0;
}

bool archive_rest_of_7z(struct archive_rest *state, const struct random_access *archive,
                        struct byte_reader *rest)
{
    /* 7zFormat.txt: the offset after the signature header, and the length, of the last header. */
    enum { HEADER_BYTES = 32, OFFSET_AT = 12, LENGTH_AT = 20 };
    unsigned char header[HEADER_BYTES];
    uint64_t end = HEADER_BYTES;
    if (random_access_read(archive, 0, (char *)header, sizeof header) != HEADER_BYTES ||
        __builtin_add_overflow(end, little_endian_64(header + OFFSET_AT), &end) ||
        __builtin_add_overflow(end, little_endian_64(header + LENGTH_AT), &end))
        return false;
    state->archive = archive;
    state->offset = end;
    return archive_rest_of(
        state, (struct byte_reader){read_after_7z, byte_reader_no_problem, state}, rest);
}

void archive_rest_note_cab(struct archive_rest *state, struct span head)
{
    /* [MS-CAB] 2.1: cbCabinet. */
    enum { LENGTH_AT = 8, LENGTH_BYTES = 4 };
    if (head.length >= LENGTH_AT + LENGTH_BYTES)
        state->cab_bytes = little_endian_32((const unsigned char *)head.bytes + LENGTH_AT);
}

bool archive_rest_of_cab(struct archive_rest *state, struct byte_reader inner, uint64_t position,
                         struct byte_reader *rest)
{
    char skipped[4096];
    size_t got = 1;
    while (position < state->cab_bytes && got > 0) {
        uint64_t left = state->cab_bytes - position;
        got = inner.read(inner.context, skipped,
                         left < sizeof skipped ? (size_t)left : sizeof skipped);
        position += got;
    }
    return archive_rest_of(state, inner, rest);
}

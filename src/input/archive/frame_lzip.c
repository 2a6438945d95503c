/* Members of lzip: each begins with "LZIP", the version, and one byte that tells the size of the
 * dictionary ("File format" in the manual of lzip). Where a member ends, only unpacking tells: what
 * looks like the begin of one is taken for one, wherever it is. Packed data look so by chance once
 * in 10^12 bytes. */
#include "input/archive/frame_private.h"

/* Looked through together. What is left of the last ones holds no member that unpacks to much. */
enum { PIECE_BYTES = 64 };

static const unsigned char magic[] = {'L', 'Z', 'I', 'P', 1};

/* A power of two, less some of its sixteenths. */
static uint64_t dictionary_bytes(unsigned char coded)
{
    uint64_t power = UINT64_C(1) << (coded & 31);
    return power - (power / 16) * (coded >> 5);
}

/* Takes the next byte; `state` counts the bytes of the magic before it. True if it asks for too
 * large a dictionary. */
static bool is_too_big(struct frame_filter *filter, unsigned char byte)
{
    size_t matched = (size_t)filter->state;
    if (matched == sizeof magic) {
        filter->state = 0;
        return dictionary_bytes(byte) > filter->max_decoder_bytes;
    }
    if (byte != magic[matched])
        matched = 0;
    filter->state = (int)(matched + (byte == magic[matched]));
    return false;
}

/* Gives what is before the begin of a member, whose last byte is at `at`, and ends the stream. */
static void end_before(struct frame_filter *filter, size_t at)
{
    size_t length = at > sizeof magic ? at - sizeof magic : 0;
    frame_end_too_big(filter);
    filter->length = length;
    frame_give(filter, 0, 0);
}

void frame_parse_lzip(struct frame_filter *filter)
{
    for (size_t i = 0; i < filter->length; i++)
        if (is_too_big(filter, filter->header[i])) {
            end_before(filter, i);
            return;
        }
    frame_give(filter, 0, PIECE_BYTES);
}

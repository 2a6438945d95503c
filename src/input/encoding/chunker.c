/* for memrchr */
#define _GNU_SOURCE
#include "input/encoding/chunker.h"

#include <string.h>

#include "base/memory.h"

void chunker_init(struct chunker *chunker, struct byte_reader reader, const struct encoding *forced)
{
    *chunker = (struct chunker){.reader = reader, .piece_bytes = CHUNK_BYTES};
    if (forced != NULL)
        chunker->encoding = *forced;
}

void chunker_release(struct chunker *chunker)
{
    memory_free(chunker->carry);
    *chunker = (struct chunker){0};
}

/* One ASCII character as it stands in an encoding with units of 1, 2 or 4 bytes. */
struct unit {
    char bytes[4];
    size_t length;
    size_t offset; /* of the byte that is not zero */
};

static struct unit unit_of(const struct encoding *encoding, char character)
{
    struct unit unit = {.length = encoding->unit_bytes};
    unit.offset = encoding->is_big_endian ? unit.length - 1 : 0;
    unit.bytes[unit.offset] = character;
    return unit;
}

static bool is_unit_at(const char *bytes, size_t found, const struct unit *unit)
{
    size_t start = found - found % unit->length;
    return found - start == unit->offset && memcmp(bytes + start, unit->bytes, unit->length) == 0;
}

/* The end of the last `unit` in the whole units bytes[from..to), or `from` when there is none. */
static size_t find_last(const char *bytes, size_t from, size_t to, const struct unit *unit)
{
    for (size_t end = to - to % unit->length; end > from;) {
        const char *found = memrchr(bytes + from, unit->bytes[unit->offset], end - from);
        if (found == NULL)
            break;
        size_t at = (size_t)(found - bytes);
        if (is_unit_at(bytes, at, unit))
            return at - at % unit->length + unit->length;
        end = at;
    }
    return from;
}

/* The start of the first `unit` in bytes[0..length), or `length`. */
static size_t find_first(const char *bytes, size_t length, const struct unit *unit)
{
    size_t whole = length - length % unit->length;
    for (size_t start = 0; start < whole;) {
        const char *found = memchr(bytes + start, unit->bytes[unit->offset], whole - start);
        if (found == NULL)
            break;
        size_t at = (size_t)(found - bytes);
        if (is_unit_at(bytes, at, unit))
            return at - at % unit->length;
        start = at + 1;
    }
    return length;
}

/* How many of the bytes are whole lines. A CR at their very end may be half of a CR LF: it ends a
 * line only when nothing follows. */
static size_t whole_lines(const struct chunker *chunker, const char *bytes, size_t length)
{
    struct unit line_feed = unit_of(&chunker->encoding, '\n');
    struct unit carriage_return = unit_of(&chunker->encoding, '\r');
    size_t end = find_last(bytes, 0, length, &line_feed);
    size_t known =
        chunker->is_at_end || length < line_feed.length ? length : length - line_feed.length;
    return known > end ? find_last(bytes, end, known, &carriage_return) : end;
}

/* Where a CR begins that ends the bytes, else their length: it stays for the next piece, where it
 * is seen whether a LF follows. */
static size_t find_terminator_at_end(const struct chunker *chunker, const char *bytes,
                                     size_t length)
{
    struct unit carriage_return = unit_of(&chunker->encoding, '\r');
    size_t last = length - carriage_return.length;
    bool is_there = memcmp(bytes + last, carriage_return.bytes, carriage_return.length) == 0;
    return is_there ? last : length;
}

static size_t fill(struct chunker *chunker, char *bytes, size_t length, size_t wanted)
{
    while (length < wanted && !chunker->is_at_end) {
        size_t got = chunker->reader.read(chunker->reader.context, bytes + length, wanted - length);
        chunker->is_at_end = got == 0;
        length += got;
    }
    return length;
}

/* Throws away the rest of a line that is too long. Leaves in `bytes` what may belong to the next
 * line and returns its length. */
static size_t discard(struct chunker *chunker, char *bytes, size_t length)
{
    struct unit line_feed = unit_of(&chunker->encoding, '\n');
    struct unit carriage_return = unit_of(&chunker->encoding, '\r');
    size_t feed_at = find_first(bytes, length, &line_feed);
    size_t return_at = find_first(bytes, feed_at, &carriage_return);
    size_t unit_bytes = line_feed.length;
    size_t kept_from = length;
    if (return_at < feed_at && return_at + unit_bytes < feed_at) {
        kept_from = return_at + unit_bytes;
    } else if (feed_at < length) {
        kept_from = feed_at + unit_bytes;
    } else if (return_at < length && !chunker->is_at_end) {
        /* Whether a LF belongs to it is known after the next read. */
        memmove(bytes, bytes + return_at, length - return_at);
        return length - return_at;
    }
    chunker->is_discarding = kept_from == length && feed_at == length;
    memmove(bytes, bytes + kept_from, length - kept_from);
    return length - kept_from;
}

static bool keep_carry(struct chunker *chunker, struct span rest, struct fault *fault)
{
    void *carry = chunker->carry;
    if (!memory_reserve(&carry, &chunker->carry_capacity, rest.length, 1, fault))
        return false;
    chunker->carry = carry;
    if (rest.length > 0)
        memcpy(chunker->carry, rest.bytes, rest.length);
    chunker->carry_length = rest.length;
    return true;
}

/* The first bytes of the log tell its encoding, unless the user has. */
static void start(struct chunker *chunker, struct span head)
{
    chunker->is_started = true;
    chunker->encoding = chunker->encoding.is_forced
                            ? encoding_forced_on_head(&chunker->encoding, head)
                            : encoding_of_head(head);
}

static bool finish_piece(struct chunker *chunker, struct raw_chunk *piece, size_t mark_bytes)
{
    encoding_settle(&chunker->encoding, (struct span){piece->bytes, piece->length});
    piece->encoding = chunker->encoding;
    piece->encoding.mark_bytes = mark_bytes;
    return piece->length > 0;
}

/* The first piece is full, because encoding and dialect are told by it; the others are small enough
 * to stay in the processor's cache on their way through all rooms, as long as no line needs more.
 */
static size_t fill_usually(struct chunker *chunker, char *bytes, size_t length)
{
    bool is_small = chunker->is_started && chunker->piece_bytes > CHUNK_USUAL_BYTES;
    if (is_small)
        length = fill(chunker, bytes, length, CHUNK_USUAL_BYTES);
    bool is_done = is_small && !chunker->is_discarding && whole_lines(chunker, bytes, length) > 0;
    return is_done ? length : fill(chunker, bytes, length, chunker->piece_bytes);
}

bool chunker_next(struct chunker *chunker, struct raw_chunk *piece, struct fault *fault)
{
    size_t length = chunker->carry_length;
    size_t mark_bytes = 0;
    if (length > 0)
        memcpy(piece->bytes, chunker->carry, length);
    chunker->carry_length = 0;
    length = fill_usually(chunker, piece->bytes, length);
    if (!chunker->is_started) {
        start(chunker, (struct span){piece->bytes, length});
        mark_bytes = chunker->encoding.mark_bytes;
    }
    while (chunker->is_discarding && length > 0) {
        length = discard(chunker, piece->bytes, length);
        length = fill(chunker, piece->bytes, length, chunker->piece_bytes);
    }
    size_t end = whole_lines(chunker, piece->bytes, length);
    bool is_too_long = end == 0 && length == chunker->piece_bytes;
    bool is_damaged =
        chunker->is_at_end && chunker->reader.problem(chunker->reader.context) != NULL;
    chunker->is_discarding = is_too_long;
    piece->ends_inside_line = is_too_long;
    piece->length = chunker->is_at_end && !is_damaged ? length : end;
    if (is_too_long)
        piece->length = find_terminator_at_end(chunker, piece->bytes, length);
    if (!chunker->is_at_end &&
        !keep_carry(chunker, (struct span){piece->bytes + piece->length, length - piece->length},
                    fault))
        return false;
    return finish_piece(chunker, piece, mark_bytes);
}

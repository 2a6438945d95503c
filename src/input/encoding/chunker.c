/* For memrchr. */
#define _GNU_SOURCE
#include "input/encoding/chunker.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "input/encoding/chunk_border.h"
#include "input/encoding/line_form.h"

static_assert(CHUNK_BYTES % 4 == 0 && CHUNK_USUAL_BYTES % 4 == 0, "chunks hold whole units");

void chunker_init(struct chunker *chunker, struct byte_reader reader, const struct encoding *forced)
{
    *chunker = (struct chunker){.reader = reader, .chunk_bytes = CHUNK_BYTES};
    if (forced != NULL)
        chunker->encoding = *forced;
}

void chunker_release(struct chunker *chunker)
{
    memory_free(chunker->carry);
    mixed_reader_close(chunker->mixed);
    *chunker = (struct chunker){0};
}

/* One ASCII character in an encoding with units of 1, 2 or 4 bytes. */
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

/* Returns the end of the last `unit` in the whole units bytes[from..to), or `from` if none is
 * there.
 */
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

/* Returns the start of the first `unit` in bytes[0..length), or `length`. */
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

/* Returns how many of the bytes are whole lines. A CR at their very end may be half of a CR LF: it
 * ends a line only when nothing follows. */
static size_t whole_lines(const struct chunker *chunker, const char *bytes, size_t length)
{
    struct unit line_feed = unit_of(&chunker->encoding, '\n');
    struct unit carriage_return = unit_of(&chunker->encoding, '\r');
    size_t end = find_last(bytes, 0, length, &line_feed);
    size_t decided =
        chunker->is_at_end || length < line_feed.length ? length : length - line_feed.length;
    return decided > end ? find_last(bytes, end, decided, &carriage_return) : end;
}

/* Returns the length of the bytes without a CR at their end: it is carried over to the next chunk,
 * which shows if a LF follows. */
static size_t find_terminator_at_end(const struct chunker *chunker, const char *bytes,
                                     size_t length)
{
    struct unit carriage_return = unit_of(&chunker->encoding, '\r');
    size_t last = length - carriage_return.length;
    bool is_there = memcmp(bytes + last, carriage_return.bytes, carriage_return.length) == 0;
    return is_there ? last : length;
}

static size_t fill_to(struct chunker *chunker, char *bytes, size_t length, size_t wanted)
{
    while (length < wanted && !chunker->is_at_end) {
        size_t got = chunker->reader.read(chunker->reader.context, bytes + length, wanted - length);
        chunker->is_at_end = got == 0;
        length += got;
    }
    return length;
}

/* Discards the rest of a line that is too long. Leaves in `bytes` what may belong to the next line
 * and returns its length. */
static size_t discard(struct chunker *chunker, char *bytes, size_t length)
{
    struct unit line_feed = unit_of(&chunker->encoding, '\n');
    struct unit carriage_return = unit_of(&chunker->encoding, '\r');
    size_t feed_at = find_first(bytes, length, &line_feed);
    size_t return_at = find_first(bytes, feed_at, &carriage_return);
    size_t unit_bytes = line_feed.length;
    size_t rest_start = length;
    if (return_at < feed_at && return_at + unit_bytes < feed_at) {
        rest_start = return_at + unit_bytes;
    } else if (feed_at < length) {
        rest_start = feed_at + unit_bytes;
    } else if (return_at < length && !chunker->is_at_end) {
        /* The next read shows if a LF belongs to it. */
        memmove(bytes, bytes + return_at, length - return_at);
        return length - return_at;
    }
    chunker->is_discarding = rest_start == length && feed_at == length;
    memmove(bytes, bytes + rest_start, length - rest_start);
    return length - rest_start;
}

static bool store_carry(struct chunker *chunker, struct span rest, struct fault *fault)
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

/* Detects the encoding by the first bytes of the log, unless the user named it. */
static void detect_encoding(struct chunker *chunker, struct span head)
{
    chunker->is_started = true;
    chunker->encoding = chunker->encoding.is_forced
                            ? encoding_forced_on_head(&chunker->encoding, head)
                            : encoding_of_head(head);
}

static bool finish_chunk(struct chunker *chunker, struct raw_chunk *chunk, size_t mark_bytes)
{
    encoding_decide(&chunker->encoding, (struct span){chunk->bytes, chunk->length});
    chunk->encoding = chunker->encoding;
    chunk->encoding.mark_bytes = mark_bytes;
    chunk->has_hosts = false;
    chunk->earlier = (struct decoding){0};
    if (chunker->mixed != NULL)
        chunk->earlier.repaired_lines = mixed_reader_take_repaired(chunker->mixed);
    return chunk->length > 0;
}

/* Returns where to cut the lines of `bytes`, of which those up to `end` are whole: before a line
 * that begins a record, in a log that has such; 0 if this chunk has none. */
static size_t find_border(struct chunker *chunker, struct span bytes, size_t end)
{
    bool may_have = !chunker->is_cut || chunker->has_borders;
    size_t border = end > 0 && may_have ? chunk_border_find(&chunker->encoding, bytes, end) : 0;
    chunker->has_borders = chunker->has_borders || border > 0;
    chunker->is_cut = true;
    return border;
}

/* Cuts the chunk at the last border. A chunk that has none is filled up first: what stands there
 * may end. */
static size_t cut_at_border(struct chunker *chunker, char *bytes, size_t *length)
{
    size_t end = whole_lines(chunker, bytes, *length);
    if (chunker->is_at_end)
        return end;
    size_t border = find_border(chunker, (struct span){bytes, *length}, end);
    if (border == 0 && chunker->has_borders && *length < chunker->chunk_bytes) {
        *length = fill_to(chunker, bytes, *length, chunker->chunk_bytes);
        end = whole_lines(chunker, bytes, *length);
        border = chunker->is_at_end ? 0 : find_border(chunker, (struct span){bytes, *length}, end);
    }
    return border > 0 ? border : end;
}

/* Fills the first chunk, because encoding and dialect are detected by it; the others only so far
 * that they stay in the processor's cache through all stages, unless a line needs more. */
static size_t fill_chunk(struct chunker *chunker, char *bytes, size_t length)
{
    bool is_small = chunker->is_started && chunker->chunk_bytes > CHUNK_USUAL_BYTES;
    if (is_small)
        length = fill_to(chunker, bytes, length, CHUNK_USUAL_BYTES);
    bool is_done = is_small && !chunker->is_discarding && whole_lines(chunker, bytes, length) > 0;
    return is_done ? length : fill_to(chunker, bytes, length, chunker->chunk_bytes);
}

/* A chunk while it is filled. */
struct filling {
    char *bytes;
    size_t length;
    size_t mark_bytes;
    bool is_whole; /* ends where a line in another form begins */
};

static void start_log(struct chunker *chunker, struct filling *filling)
{
    detect_encoding(chunker, (struct span){filling->bytes, filling->length});
    filling->mark_bytes = chunker->encoding.mark_bytes;
}

/* Where a line is in another form than those before, ends the chunk and goes on with that line
 * through a reader of several forms. In the first chunk all lines go through it: dialects are
 * detected by them. */
static bool split_at_change(struct chunker *chunker, struct filling *filling, struct fault *fault)
{
    enum line_form form = line_form_in(&chunker->encoding);
    bool may_change = !chunker->encoding.is_forced && chunker->mixed == NULL &&
                      (form != LINE_EIGHT_BIT || chunker->encoding.unit_bytes == 1);
    struct span all = {filling->bytes, filling->length};
    size_t at = may_change ? line_form_find_change(all, form) : all.length;
    if (at == all.length)
        return true;
    bool is_first = !chunker->is_cut;
    struct span rest = span_slice(all, is_first ? 0 : at, all.length);
    chunker->mixed = mixed_reader_open(rest, chunker->reader, form, fault);
    if (chunker->mixed == NULL)
        return false;
    chunker->reader = mixed_reader_bytes(chunker->mixed);
    chunker->is_at_end = false;
    filling->length -= rest.length;
    filling->is_whole = filling->length > 0;
    if (filling->is_whole)
        return true;
    filling->length = fill_to(chunker, filling->bytes, 0, chunker->chunk_bytes);
    if (is_first)
        start_log(chunker, filling);
    else if (form != LINE_EIGHT_BIT)
        detect_encoding(chunker, (struct span){0});
    return true;
}

/* Fills a chunk with what was left of the one before and what follows. */
static bool fill(struct chunker *chunker, struct filling *filling, struct fault *fault)
{
    if (chunker->carry_length > 0)
        memcpy(filling->bytes, chunker->carry, chunker->carry_length);
    filling->length = fill_chunk(chunker, filling->bytes, chunker->carry_length);
    chunker->carry_length = 0;
    if (!chunker->is_started)
        start_log(chunker, filling);
    while (chunker->is_discarding && filling->length > 0) {
        filling->length = discard(chunker, filling->bytes, filling->length);
        filling->length = fill_to(chunker, filling->bytes, filling->length, chunker->chunk_bytes);
    }
    return split_at_change(chunker, filling, fault);
}

bool chunker_next(struct chunker *chunker, struct raw_chunk *chunk, struct fault *fault)
{
    assert(chunk->capacity >= chunker->chunk_bytes);
    struct filling filling = {.bytes = chunk->bytes};
    if (!fill(chunker, &filling, fault))
        return false;
    size_t end =
        filling.is_whole ? filling.length : cut_at_border(chunker, chunk->bytes, &filling.length);
    size_t length = filling.length;
    bool is_too_long = end == 0 && length == chunker->chunk_bytes;
    bool is_damaged =
        chunker->is_at_end && chunker->reader.problem(chunker->reader.context) != NULL;
    chunker->is_discarding = is_too_long;
    chunk->ends_inside_line = is_too_long;
    chunk->length = chunker->is_at_end && !is_damaged ? length : end;
    if (is_too_long)
        chunk->length = find_terminator_at_end(chunker, chunk->bytes, length);
    if (!chunker->is_at_end &&
        !store_carry(chunker, (struct span){chunk->bytes + chunk->length, length - chunk->length},
                     fault))
        return false;
    bool has_lines = finish_chunk(chunker, chunk, filling.mark_bytes);
    if (filling.is_whole && line_form_in(&chunker->encoding) != LINE_EIGHT_BIT)
        detect_encoding(chunker, (struct span){0});
    return has_lines;
}

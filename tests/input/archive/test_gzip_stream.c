#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "input/archive/gzip_stream.h"
#include "support/bundle.h"
#include "support/guard.h"
#include "support/memory_reader.h"

/* Reads everything, `take` bytes at a time, and returns the problem, or what follows, or "". */
static const char *inflate_all(struct span compressed, size_t step, size_t take, struct buffer *out)
{
    static char problem[256];
    struct guard guard = guard_copy(compressed);
    struct memory_reader memory = {.bytes = {guard.bytes, guard.length}, .step = step};
    struct gzip_stream *inflate = gzip_stream_open(memory_reader_open(&memory), NULL);
    struct byte_reader reader = gzip_stream_reader(inflate);
    out->length = 0;
    for (;;) {
        buffer_reserve(out, take, NULL);
        size_t got = reader.read(reader.context, out->bytes + out->length, take);
        out->length += got;
        if (got == 0)
            break;
    }
    cr_assert(eq(sz, reader.read(reader.context, problem, 1), 0));
    const char *why = reader.problem(reader.context);
    snprintf(problem, sizeof problem, "%s", why ? why : "");
    struct byte_reader rest;
    if (gzip_stream_rest(inflate, &rest)) {
        cr_assert(eq(str, problem, ""));
        size_t length = byte_reader_fill(&rest, problem, sizeof problem - 1);
        problem[length] = '\0';
    }
    gzip_stream_close(inflate);
    guard_release(&guard);
    return problem;
}

static void append_gzip(struct buffer *out, const char *text)
{
    struct buffer member = bundle_gzip(span_of(text));
    buffer_append(out, buffer_span(&member), NULL);
    buffer_release(&member);
}

Test(input_gzip_stream, reads_every_member_at_every_reader_size)
{
    struct buffer packed = {0};
    struct buffer out = {0};
    append_gzip(&packed, "first line\nsecond");
    append_gzip(&packed, "");
    append_gzip(&packed, " line\nthird\n");
    buffer_append(&packed, (struct span){"\0\0\0\0\0", 5}, NULL);
    for (size_t step = 1; step <= packed.length; step++) {
        for (size_t take = 1; take < 40; take += 6) {
            const char *problem = inflate_all(buffer_span(&packed), step, take, &out);
            cr_assert(eq(str, (char *)problem, ""));
            buffer_append_byte(&out, '\0', NULL);
            cr_assert(eq(str, out.bytes, "first line\nsecond line\nthird\n"), "step %zu", step);
        }
    }
    buffer_release(&packed);
    buffer_release(&out);
}

Test(input_gzip_stream, gives_everything_before_a_tear)
{
    struct buffer packed = {0};
    struct buffer out = {0};
    append_gzip(&packed, "first line\n");
    size_t first_bytes = packed.length;
    append_gzip(&packed, "second line\n");
    for (size_t length = 1; length < packed.length; length++) {
        const char *problem = inflate_all((struct span){packed.bytes, length}, 0, 1000, &out);
        bool is_whole = length == first_bytes;
        cr_assert(eq(int, problem[0] == '\0', is_whole), "%zu: %s", length, problem);
        if (length >= first_bytes)
            cr_assert(out.length >= 11 && memcmp(out.bytes, "first line\n", 11) == 0);
        cr_assert(out.length <= 23);
    }
    buffer_release(&packed);
    buffer_release(&out);
}

Test(input_gzip_stream, reports_what_is_wrong)
{
    struct buffer packed = {0};
    struct buffer out = {0};
    append_gzip(&packed, "some line\n");
    packed.bytes[packed.length - 6] ^= 1;
    cr_assert(eq(str, (char *)inflate_all(buffer_span(&packed), 0, 1000, &out),
                 "damaged gzip data: incorrect data check"));
    cr_assert(eq(sz, out.length, 10));
    packed.bytes[packed.length - 6] ^= 1;
    buffer_append(&packed, span_of("more"), NULL);
    for (size_t step = 0; step < 40; step++) {
        cr_assert(eq(str, (char *)inflate_all(buffer_span(&packed), step, 1000, &out), "more"));
        cr_assert(eq(sz, out.length, 10));
    }
    buffer_release(&packed);
    buffer_release(&out);
}

/* Returns how many bytes zlib inflates of a gzip member before it meets damage. */
static size_t zlib_gives(struct span packed)
{
    static Bytef out[4096];
    z_stream stream = {0};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = (z_const Bytef *)packed.bytes;
    stream.avail_in = (uInt)packed.length;
    int result;
    do {
        stream.next_out = out;
        stream.avail_out = sizeof out;
        result = inflate(&stream, Z_NO_FLUSH);
    } while (result == Z_OK);
    size_t given = stream.total_out;
    inflateEnd(&stream);
    return given;
}

/* A library may inflate ahead of what was asked for, and meet the damage there. */
Test(input_gzip_stream, gives_everything_before_damage)
{
    static char text[200000];
    struct buffer out = {0};
    size_t length = 0;
    for (uint32_t i = 0; length < sizeof text - 64; i++)
        length += (size_t)snprintf(text + length, 64, "line %u of %u\n", i, i * 2654435761u);
    struct buffer packed = bundle_gzip((struct span){text, length});
    size_t failures = 0;
    for (size_t at = 500; at + 100 < packed.length; at += 997) {
        char kept[4];
        memcpy(kept, packed.bytes + at, sizeof kept);
        memset(packed.bytes + at, 0xFF, sizeof kept);
        size_t given = zlib_gives(buffer_span(&packed));
        for (size_t take = 100; take < 100000; take *= 9) {
            const char *problem = inflate_all(buffer_span(&packed), 0, take, &out);
            cr_assert(ne(str, (char *)problem, ""));
            cr_assert(ge(sz, out.length + 300, given), "%zu of %zu, by %zu", out.length, given,
                      take);
        }
        failures += given < length;
        memcpy(packed.bytes + at, kept, sizeof kept);
    }
    cr_assert(gt(sz, failures, 10), "most damage is met before the end");
    buffer_release(&packed);
    buffer_release(&out);
}

/* A file, and a pipe that gives a few bytes at a time, must make the same report. */
Test(input_gzip_stream, gives_as_much_before_damage_however_little_is_read_at_a_time)
{
    struct buffer text = {0};
    struct buffer whole = {0};
    struct buffer pieces = {0};
    for (int i = 0; i < 60; i++)
        buffer_append_format(&text, NULL, "line %d of a log, %x\n", i, i * 2654435761U);
    struct buffer packed = bundle_gzip(buffer_span(&text));
    for (size_t at = 10; at < packed.length; at++) {
        packed.bytes[at] ^= 0x14;
        inflate_all(buffer_span(&packed), 0, 4096, &whole);
        for (size_t step = 1; step < 8; step += 3) {
            inflate_all(buffer_span(&packed), step, 4096, &pieces);
            cr_assert(eq(sz, pieces.length, whole.length), "byte %zu, step %zu", at, step);
        }
        packed.bytes[at] ^= 0x14;
    }
    buffer_release(&text);
    buffer_release(&whole);
    buffer_release(&pieces);
    buffer_release(&packed);
}

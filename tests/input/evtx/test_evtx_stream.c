#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/little_endian.h"
#include "input/evtx/evtx_chunk.h"
#include "input/evtx/evtx_stream.h"
#include "support/evtx_log.h"
#include "support/guard.h"
#include "support/memory_reader.h"

/* Reads everything, `take` bytes at a time, and returns the problem, or "". */
static const char *read_log(struct span log, size_t step, size_t take, struct buffer *out)
{
    static char problem[256];
    struct guard guard = guard_copy(log);
    struct memory_reader memory = {.bytes = {guard.bytes, guard.length}, .step = step};
    struct evtx_stream *stream = evtx_stream_open(memory_reader_open(&memory), NULL);
    struct byte_reader reader = evtx_stream_reader(stream);
    out->length = 0;
    for (size_t got = 1; got > 0;) {
        buffer_reserve(out, take + 1, NULL);
        got = reader.read(reader.context, out->bytes + out->length, take);
        out->length += got;
    }
    out->bytes[out->length] = '\0';
    const char *why = reader.problem(reader.context);
    snprintf(problem, sizeof problem, "%s", why ? why : "");
    cr_assert(eq(sz, (size_t)evtx_stream_packed_bytes(stream), log.length));
    evtx_stream_close(stream);
    guard_release(&guard);
    return problem;
}

static size_t count_of(const struct buffer *text, const char *part)
{
    size_t count = 0;
    for (const char *at = text->bytes; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

/* A log of three records in two chunks. */
static struct buffer three_records(void)
{
    static const struct evtx_event events[] = {
        {"CloudBackup", 11, "SRV-FILE01", "ended with <errors> & \"more\"\r\nand so on"},
        {"volsnap", 36, "SRV-FILE01", "\xE3\x82\xA8\xE3\x83\xA9\xE3\x83\xBC"},
        {"disk", 7, "SRV-FILE01", NULL},
    };
    return evtx_log_make(events, 3, 2);
}

Test(input_evtx_stream, gives_a_line_of_xml_for_each_record_at_every_reader_size)
{
    struct buffer log = three_records();
    struct buffer out = {0};
    struct buffer first = {0};
    for (size_t step = 0; step < 9000; step = step * 3 + 7) {
        for (size_t take = 1; take < 9000; take = take * 7 + 1) {
            cr_assert(eq(str, (char *)read_log(buffer_span(&log), step, take, &out), ""));
            if (first.length == 0)
                buffer_append(&first, buffer_span(&out), NULL);
            cr_assert(span_equals(buffer_span(&first), buffer_span(&out)));
        }
    }
    cr_assert(eq(sz, count_of(&out, "\n"), 3));
    cr_assert(strstr(out.bytes, "<Provider Name=\"CloudBackup\"/><EventID>11</EventID>") != NULL);
    cr_assert(strstr(out.bytes,
                     "<Data>ended with &lt;errors&gt; &amp; \"more\"  and so on</Data>") != NULL);
    cr_assert(strstr(out.bytes, "<Data>\xE3\x82\xA8\xE3\x83\xA9\xE3\x83\xBC</Data>") != NULL);
    cr_assert(strstr(out.bytes, "<Computer>SRV-FILE01</Computer>") != NULL);
    cr_assert(strstr(out.bytes, "SystemTime=\"2024-07-20T18:27:38.500000000Z\"") != NULL);
    buffer_release(&log);
    buffer_release(&out);
    buffer_release(&first);
}

Test(input_evtx_stream, reports_damage_and_reads_what_is_left)
{
    enum { FIRST = EVTX_FILE_HEADER_BYTES, SECOND = FIRST + EVTX_CHUNK_BYTES, RECORDS = 512 };
    static const struct {
        size_t at, length; /* overwritten */
        char byte;
        size_t lines;
        const char *problem;
    } rows[] = {
        {FIRST, 8, 'x', 3, "damaged event log: 1 chunk is damaged, 2 records were recovered"},
        {FIRST + 124, 1, 'x', 3, "damaged event log: 1 chunk is damaged, 2 records were recovered"},
        {FIRST + RECORDS + 16, 1, 'x', 3,
         "damaged event log: 1 chunk is damaged, 2 records were recovered"},
        {FIRST, EVTX_CHUNK_BYTES, '\0', 1, "damaged event log: 1 chunk is missing"},
        {SECOND, EVTX_CHUNK_BYTES, '\0', 2, ""},
        {SECOND + RECORDS + 24, 40, 'x', 2,
         "damaged event log: 1 chunk is damaged, 1 record cannot be read"},
        {SECOND + RECORDS + 24, 400, 'x', 2,
         "damaged event log: 1 chunk is damaged, 1 record cannot be read"},
        {0, EVTX_FILE_HEADER_BYTES, 'x', 3, ""},
    };
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer log = three_records();
        memset(log.bytes + rows[i].at, rows[i].byte, rows[i].length);
        if (rows[i].at == 0)
            log.bytes[120] = 0;
        cr_assert(
            eq(str, (char *)read_log(buffer_span(&log), 0, 1000, &out), (char *)rows[i].problem),
            "row %zu", i);
        cr_assert(eq(sz, count_of(&out, "\n"), rows[i].lines), "row %zu", i);
        buffer_release(&log);
    }
    buffer_release(&out);
}

Test(input_evtx_stream, reports_a_log_that_is_cut)
{
    struct buffer log = three_records();
    struct buffer out = {0};
    struct span whole = buffer_span(&log);
    for (size_t length = 8; length < EVTX_FILE_HEADER_BYTES; length += 511)
        cr_assert(eq(str, (char *)read_log(span_slice(whole, 0, length), 0, 999, &out),
                     "event log ends too early"));
    cr_assert(
        eq(str, (char *)read_log(span_slice(whole, 0, EVTX_FILE_HEADER_BYTES), 0, 999, &out), ""));
    const char *problem = read_log(span_slice(whole, 0, whole.length - 1), 0, 999, &out);
    cr_assert(eq(str, (char *)problem,
                 "event log ends too early: 1 chunk is damaged, 1 record was recovered"));
    cr_assert(eq(sz, count_of(&out, "\n"), 3));
    buffer_release(&log);
    buffer_release(&out);
}

/* A copy of a log in use: its checksums may be old, and so may be the end of its records. */
Test(input_evtx_stream, trusts_the_records_of_a_log_in_use)
{
    struct buffer log = three_records();
    struct buffer out = {0};
    unsigned char *chunk = (unsigned char *)log.bytes + EVTX_FILE_HEADER_BYTES;
    size_t first = little_endian_32(chunk + EVTX_CHUNK_HEADER_BYTES + 4);
    log.bytes[120] = 1;
    chunk[52] ^= 1;
    cr_assert(eq(str, (char *)read_log(buffer_span(&log), 0, 999, &out), ""));
    chunk[16] = 1; /* the number of the last record */
    little_endian_store_32(chunk + 44, EVTX_CHUNK_HEADER_BYTES);
    little_endian_store_32(chunk + 48, EVTX_CHUNK_HEADER_BYTES + (uint32_t)first);
    cr_assert(eq(str, (char *)read_log(buffer_span(&log), 0, 999, &out), ""));
    cr_assert(eq(sz, count_of(&out, "\n"), 3));
    buffer_release(&log);
    buffer_release(&out);
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "base/buffer.h"
#include "input/line_breaker.h"
#include "support/memory_reader.h"

/* Appends ASCII in units of that many bytes. */
static void append_units(struct buffer *out, const char *text, size_t unit_bytes, bool is_big)
{
    for (; *text != '\0'; text++)
        for (size_t i = 0; i < unit_bytes; i++)
            buffer_append_byte(out, i == (is_big ? unit_bytes - 1 : 0) ? *text : '\0', NULL);
}

static void expect_bytes(struct span input, struct span wanted, size_t step, size_t take)
{
    struct line_breaker breaker;
    struct buffer out = {0};
    struct memory_reader memory = {.bytes = input, .step = step, .problem = "torn"};
    struct byte_reader reader = line_breaker_start(&breaker, memory_reader_open(&memory), NULL);
    for (size_t got = 1; got > 0;) {
        buffer_reserve(&out, take, NULL);
        got = reader.read(reader.context, out.bytes + out.length, take);
        out.length += got;
    }
    cr_assert(span_equals(buffer_span(&out), wanted), "step %zu, take %zu: %.*s", step, take,
              (int)out.length, out.bytes);
    cr_assert(eq(str, (char *)reader.problem(reader.context), "torn"));
    buffer_release(&out);
}

static void expect(const char *text, const char *wanted)
{
    static const struct {
        const char *mark;
        size_t mark_bytes, unit_bytes;
        bool is_big;
    } forms[] = {{"", 0, 1, false},
                 {"\xEF\xBB\xBF", 3, 1, false},
                 {"\xFF\xFE", 2, 2, false},
                 {"\xFE\xFF", 2, 2, true}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct buffer input = {0};
        struct buffer output = {0};
        buffer_append(&input, (struct span){forms[i].mark, forms[i].mark_bytes}, NULL);
        buffer_append(&output, (struct span){forms[i].mark, forms[i].mark_bytes}, NULL);
        append_units(&input, text, forms[i].unit_bytes, forms[i].is_big);
        append_units(&output, wanted, forms[i].unit_bytes, forms[i].is_big);
        for (size_t step = 0; step < 40; step = 2 * step + 1)
            for (size_t take = 1; take < 5000; take = 7 * take + 2)
                expect_bytes(buffer_span(&input), buffer_span(&output), step, take);
        buffer_release(&input);
        buffer_release(&output);
    }
}

Test(input_line_breaker, ends_a_line_behind_each_event)
{
    expect("<Events><Event a='1'><b/></Event><Event></Event></Events>",
           "<Events><Event a='1'><b/></Event>\n<Event></Event>\n</Events>");
    expect(
        "<?xml version='1.0'?>\r\n<Events><Event>x</Event>\r\n<Event>y</</Event><Event>z</Event>",
        "<?xml "
        "version='1.0'?>\r\n<Events><Event>x</Event>\r\n<Event>y</</Event>\n<Event>z</Event>");
}

Test(input_line_breaker, ends_a_line_behind_each_object_of_a_list)
{
    expect("[{\"a\":1},{\"a\":[{\"b\":\"},{\\\"\"},{}]} , {\"a\":2}]",
           "[{\"a\":1},\n{\"a\":[{\"b\":\"},{\\\"\"},{}]} ,\n {\"a\":2}]");
    expect("{\"value\": [{\"a\":1},{\"a\":{\"c\":[1,2]}},{\"a\":2}],\"Count\":2}",
           "{\"value\": [{\"a\":1},\n{\"a\":{\"c\":[1,2]}},\n{\"a\":2}],\"Count\":2}");
    expect(" [\n  {\n \"a\" : 1 },\n  {\"a\":2}]\n", " [\n  {\n \"a\" : 1 },\n  {\"a\":2}]\n");
}

Test(input_line_breaker, leaves_other_texts_as_they_are)
{
    static const char *const texts[] = {
        "",
        "a",
        "<html></Event></Event>",
        "a <Event></Event><Event></Event>",
        "[2024-07-20 10:00] one, {two}, {three}, {four}",
        "[{one}, {two}]",
        "{\"a\":1},{\"a\":2}",
        "[1,2,{\"a\":1},{\"b\":2}]",
        "0000\t0000\t01/01\t00:00:00.000\t{},{}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect(texts[i], texts[i]);
    /* A unit of UTF-16 that is cut, and bytes that are none. */
    struct span cut = {"\xFF\xFE<\0E", 5};
    expect_bytes(cut, cut, 0, 3);
    struct span odd = {"\xFF\xFE<\0E\0v\0e\0n\0t\0>\0x\0<\0/\0E\0v\0e\0n\0t\0>\0y", 35};
    expect_bytes(odd, odd, 0, 64);
}

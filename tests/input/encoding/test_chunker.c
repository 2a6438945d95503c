#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "input/encoding/chunker.h"
#include "support/guard.h"
#include "support/memory_reader.h"

/* Splits `bytes` into chunks of `chunk_bytes` and decodes them; returns the lines, each after "|".
 */
static void cut_into(struct buffer *out, struct span bytes, const char *problem, size_t step,
                     size_t chunk_bytes, struct decoding *sum)
{
    static char piece_space[CHUNK_BYTES];
    struct guard guard = guard_copy(bytes);
    struct memory_reader memory = {
        .bytes = {guard.bytes, guard.length}, .step = step, .problem = problem};
    struct limits limits = limits_default();
    struct chunker chunker;
    struct decoder decoder = {0};
    struct raw_chunk chunk = {.bytes = piece_space, .capacity = sizeof piece_space};
    chunker_init(&chunker, memory_reader_open(&memory), NULL);
    chunker.chunk_bytes = chunk_bytes;
    *sum = (struct decoding){0};
    out->length = 0;
    while (chunker_next(&chunker, &chunk, NULL)) {
        struct block block;
        struct decoding decoding;
        cr_assert(decoder_decode(&decoder, &chunk, &limits, &block, &decoding, NULL));
        sum->cut_lines += decoding.cut_lines;
        sum->repaired_lines += decoding.repaired_lines;
        for (size_t i = 0; i < block.line_count; i++) {
            struct span line = {block.text.bytes + block.lines[i].start, block.lines[i].length};
            buffer_append_byte(out, '|', NULL);
            buffer_append(out, line, NULL);
        }
    }
    buffer_append_byte(out, '\0', NULL);
    decoder_release(&decoder);
    chunker_release(&chunker);
    guard_release(&guard);
}

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static const struct {
    const char *name;
    struct span bytes;
    const char *problem;
    const char *lines;
} cases[] = {
    {"nothing has no lines", BYTES(""), NULL, ""},
    {"line feeds", BYTES("one\ntwo\n\nfour\n"), NULL, "|one|two||four"},
    {"the last line needs no terminator", BYTES("one\ntwo"), NULL, "|one|two"},
    {"carriage return and line feed", BYTES("one\r\ntwo\r\n\r\nfour"), NULL, "|one|two||four"},
    {"carriage returns alone", BYTES("one\rtwo\r\rfour\r"), NULL, "|one|two||four"},
    {"all of them mixed", BYTES("one\rtwo\nthree\r\n\n\r\rx"), NULL, "|one|two|three||||x"},
    {"a torn last line is dropped", BYTES("one\r\ntwo\r\nthr"), "torn", "|one|two"},
    {"nothing but a torn line", BYTES("on"), "torn", ""},
    {"a carriage return is enough before a tear", BYTES("one\rtwo\r"), "torn", "|one|two"},
    {"UTF-16 little-endian",
     BYTES("\xFF\xFE"
           "a\0b\0\r\0\n\0c\0\n\0\n\0d\0"),
     NULL, "|ab|c||d"},
    {"UTF-16 big-endian", BYTES("\xFE\xFF\0a\0b\0\r\0\n\0c\0\n\0\n\0d"), NULL, "|ab|c||d"},
    {"letters with the bytes of line ends in UTF-16",
     BYTES("\xFF\xFE\x0A\x4E\x0D\x30\x0A\x0A\0\x0A\r\0\n\0x\0"), NULL,
     "|\xE4\xB8\x8A\xE3\x80\x8D\xE0\xA8\x8A\xE0\xA8\x80|x"},
    {"UTF-16 carriage returns alone",
     BYTES("\xFF\xFE"
           "a\0\r\0b\0\r\0\r\0"),
     NULL, "|a|b|"},
    {"an odd byte at the end of UTF-16",
     BYTES("\xFF\xFE"
           "a\0\n\0b\0c"),
     NULL, "|a|b\xEF\xBF\xBD"},
    {"torn UTF-16",
     BYTES("\xFF\xFE"
           "a\0\n\0b\0c"),
     "torn", "|a"},
    {"a UTF-8 mark is no part of the line", BYTES("\xEF\xBB\xBFone\ntwo"), NULL, "|one|two"},
    {"UTF-16 with a mark behind 8 bits",
     BYTES("one\r\n\xFF\xFE"
           "\x0A\x4E\r\0\n\0"
           "two\r\n"),
     NULL, "|one|\xE4\xB8\x8A|two"},
    {"UTF-16 without a mark behind 8 bits",
     BYTES("one\nd\0:\0\\\0a\0b\0c\0d\0\x0A\x4E\r\0\n\0two\r\n"), NULL,
     "|one|d:\\abcd\xE4\xB8\x8A|two"},
    {"8 bits behind UTF-16",
     BYTES("\xFF\xFE"
           "a\0\n\0two\r\nb\0b\0b\0b\0b\0b\0b\0b\0\n\0"),
     NULL, "|a|two|bbbbbbbb"},
    {"both orders of UTF-16",
     BYTES("\xFE\xFF\0a\0\n\xFF\xFE"
           "b\0\n\0\xFE\xFF\0c"),
     NULL, "|a|b|c"},
    {"short lines of Chinese letters made of two Latin ones",
     BYTES("\xFF\xFE"
           "hQ\x0A\x4E"
           "\n\0hQ\n\0"),
     NULL, "|\xE5\x85\xA8\xE4\xB8\x8A|\xE5\x85\xA8"},
    {"NULs in 8 bits", BYTES("one\0two\0\0\0\nthree\0\n\0\n"), NULL, "|one"},
    {"UTF-32 with a mark", BYTES("\xFF\xFE\0\0a\0\0\0\n\0\0\0b\0\0\0"), NULL, "|a|b"},
};

Test(input_chunker, gives_the_same_lines_at_every_reader_and_chunk_size)
{
    struct buffer lines = {0};
    struct decoding sum;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (size_t step = 1; step <= cases[i].bytes.length + 1; step++) {
            /* Chunks of 32 bytes and more hold every line of the table. */
            for (size_t chunk_bytes = 32; chunk_bytes <= 64; chunk_bytes += 4) {
                cut_into(&lines, cases[i].bytes, cases[i].problem, step, chunk_bytes, &sum);
                cr_assert(eq(str, lines.bytes, (char *)cases[i].lines), "%s: step %zu, piece %zu",
                          cases[i].name, step, chunk_bytes);
                cr_assert(eq(ulong, sum.cut_lines, 0), "%s", cases[i].name);
            }
        }
    }
    buffer_release(&lines);
}

/* Lines of 0 to 11 letters: some are longer than the smallest chunks. */
Test(input_chunker, cuts_lines_longer_than_a_chunk_and_keeps_their_number)
{
    static const char *const terminators[] = {"\n", "\r\n", "\r"};
    struct buffer text = {0};
    struct buffer lines = {0};
    struct decoding sum;
    for (size_t t = 0; t < 3; t++) {
        for (size_t length = 0; length < 40; length++) {
            text.length = 0;
            size_t line_count = 0;
            for (size_t i = 0; i <= length; i++, line_count++) {
                for (size_t letter = 0; letter < (i * 7) % (length + 1); letter++)
                    buffer_append_byte(&text, 'x', NULL);
                buffer_append(&text, span_of(terminators[t]), NULL);
            }
            for (size_t step = 1; step < 10; step += 2) {
                for (size_t chunk_bytes = 4; chunk_bytes <= 16; chunk_bytes += 4) {
                    cut_into(&lines, buffer_span(&text), NULL, step, chunk_bytes, &sum);
                    size_t found = 0;
                    for (const char *at = lines.bytes; *at; at++)
                        found += *at == '|';
                    cr_assert(eq(sz, found, line_count),
                              "terminator %zu length %zu step %zu piece %zu: %s", t, length, step,
                              chunk_bytes, lines.bytes);
                }
            }
        }
    }
    buffer_release(&text);
    buffer_release(&lines);
}

/* The line cutter: whatever the encoding, pieces are whole lines, put together they are the input
 * but for what is longer than a piece, and they do not depend on how many bytes are read at a time.
 * The first byte chooses the size of a piece and the encoding that the user names. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "base/buffer.h"
#include "input/encoding/chunker.h"
#include "support/memory_reader.h"

/* NULL: detected. */
static const char *const encodings[] = {NULL,     NULL,       NULL,    "UTF-16LE",
                                        "UTF-16", "UTF-32BE", "CP932", "UTF-8"};

struct job_run {
    struct buffer raw;     /* of all pieces, without the mark */
    struct buffer borders; /* where each piece ends, its encoding, whether a line goes on */
    struct buffer lines;   /* decoded, each behind a line feed */
    uint64_t line_count;
    bool has_long_line;
    struct encoding encoding;
};

static void take_lines(struct job_run *run, struct decoder *decoder, const struct raw_chunk *piece)
{
    struct limits limits = limits_default();
    struct block block;
    struct decoding counts;
    MUST_HOLD(decoder_decode(decoder, piece, &limits, &block, &counts, NULL));
    run->line_count += block.line_count;
    for (size_t i = 0; i < block.line_count; i++) {
        struct line line = block.lines[i];
        buffer_append_byte(&run->lines, '\n', NULL);
        buffer_append(&run->lines, span_slice(block.text, line.start, line.start + line.length),
                      NULL);
    }
}

static void take_piece(struct job_run *run, const struct raw_chunk *piece)
{
    struct span bytes = {piece->bytes, piece->length};
    buffer_append(&run->raw, span_slice(bytes, piece->encoding.mark_bytes, bytes.length), NULL);
    buffer_append_format(&run->borders, NULL, "%zu %s %d\n", piece->length, piece->encoding.name,
                         piece->ends_inside_line);
    run->has_long_line |= piece->ends_inside_line;
    run->encoding = piece->encoding;
}

static struct job_run cut(struct span bytes, const struct encoding *forced, const char *problem,
                          size_t step, size_t chunk_bytes)
{
    static char space[CHUNK_BYTES];
    struct memory_reader memory = {.bytes = bytes, .step = step, .problem = problem};
    struct raw_chunk piece = {.bytes = space, .capacity = sizeof space};
    struct job_run run = {0};
    struct decoder decoder = {0};
    struct chunker chunker;
    struct fault fault = {0};
    chunker_init(&chunker, memory_reader_open(&memory), forced);
    chunker.chunk_bytes = chunk_bytes;
    while (chunker_next(&chunker, &piece, &fault)) {
        MUST_HOLD(piece.length > 0 && piece.length <= chunk_bytes);
        MUST_HOLD(piece.encoding.mark_bytes <= piece.length);
        MUST_HOLD(piece.encoding.mark_bytes == 0 || run.borders.length == 0);
        take_piece(&run, &piece);
        take_lines(&run, &decoder, &piece);
    }
    MUST_HOLD(fault.kind == FAULT_NONE && chunker.is_at_end);
    decoder_release(&decoder);
    chunker_release(&chunker);
    return run;
}

static void release(struct job_run *run)
{
    buffer_release(&run->raw);
    buffer_release(&run->borders);
    buffer_release(&run->lines);
}

static bool is_same(const struct buffer *a, const struct buffer *b)
{
    return span_equals(buffer_span(a), buffer_span(b));
}

/* Without a line that is too long, nothing is lost; of a torn stream the last line is. */
static void check_nothing_lost(const struct job_run *run, struct span bytes, const char *problem)
{
    if (run->has_long_line)
        return;
    struct span got = buffer_span(&run->raw);
    MUST_HOLD(got.length <= bytes.length);
    size_t missing = bytes.length - got.length;
    if (problem == NULL)
        MUST_HOLD(missing <= 4 && span_equals(got, span_slice(bytes, missing, bytes.length)));
    else
        MUST_HOLD(span_find(bytes, got) <= 4);
}

/* Larger pieces give as many lines where the encoding is the same, and the same ones where none is
 * too long. Of a torn line that is too long only a part was there to be dropped. */
static void check_other_pieces(const struct job_run *run, struct span bytes,
                               const struct encoding *forced, const char *problem)
{
    struct job_run other = cut(bytes, forced, problem, 0, CHUNK_BYTES);
    bool is_comparable = strcmp(run->encoding.name, other.encoding.name) == 0 &&
                         run->encoding.form != ENCODING_CODE_PAGE;
    bool has_all = !run->has_long_line && !other.has_long_line;
    if (is_comparable && (has_all || problem == NULL))
        MUST_HOLD(run->line_count == other.line_count);
    if (is_comparable && has_all)
        MUST_HOLD(is_same(&run->lines, &other.lines));
    release(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = fuzz_span(data, size);
    uint8_t setting = fuzz_take_byte(&bytes);
    const char *name = encodings[setting % 8];
    size_t chunk_bytes = setting & 8 ? 16 : setting & 16 ? 256 : 4096;
    const char *problem = setting & 32 ? "torn" : NULL;
    struct encoding forced;
    MUST_HOLD(name == NULL || encoding_by_name(name, &forced, NULL));
    const struct encoding *named = name ? &forced : NULL;
    struct job_run all = cut(bytes, named, problem, 0, chunk_bytes);
    struct job_run few = cut(bytes, named, problem, 1 + fuzz_choice(bytes, 7), chunk_bytes);
    MUST_HOLD(is_same(&all.borders, &few.borders) && is_same(&all.raw, &few.raw));
    check_nothing_lost(&all, bytes, problem);
    check_other_pieces(&all, bytes, named, problem);
    release(&all);
    release(&few);
    return 0;
}

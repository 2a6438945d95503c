/* The chunker: in every encoding chunks hold whole lines, joined they equal the input except for
 * lines longer than a chunk and lines in another form than those before them, and they do not
 * depend on how many bytes each read returns. The first byte chooses the size of a chunk and the
 * encoding that the user names. */
#include "fuzz/fuzz.h"

#include <string.h>

#include "base/buffer.h"
#include "input/encoding/chunker.h"
#include "support/memory_reader.h"

/* NULL: the encoding is detected. */
static const char *const encodings[] = {NULL,     NULL,       NULL,    "UTF-16LE",
                                        "UTF-16", "UTF-32BE", "CP932", "UTF-8"};

struct chunk_trace {
    struct buffer raw;     /* of all chunks, without the byte order mark */
    struct buffer borders; /* length and encoding of each chunk, and 1 if it ends inside a line */
    struct buffer lines;   /* decoded, each after a line feed */
    uint64_t line_count;
    bool has_long_line;
    bool is_mixed; /* lines in 8 bits and in UTF-16: some were converted */
    struct encoding encoding;
};

static void append_lines(struct chunk_trace *run, struct decoder *decoder,
                         const struct raw_chunk *chunk)
{
    struct limits limits = limits_default();
    struct block block;
    struct decoding counts;
    MUST_HOLD(decoder_decode(decoder, chunk, &limits, &block, &counts, NULL));
    run->line_count += block.line_count;
    for (size_t i = 0; i < block.line_count; i++) {
        struct line line = block.lines[i];
        buffer_append_byte(&run->lines, '\n', NULL);
        buffer_append(&run->lines, span_slice(block.text, line.start, line.start + line.length),
                      NULL);
    }
}

static void append_chunk(struct chunk_trace *run, const struct raw_chunk *chunk)
{
    struct span bytes = {chunk->bytes, chunk->length};
    buffer_append(&run->raw, span_slice(bytes, chunk->encoding.mark_bytes, bytes.length), NULL);
    buffer_append_format(&run->borders, NULL, "%zu %s %d\n", chunk->length, chunk->encoding.name,
                         chunk->ends_inside_line);
    run->has_long_line |= chunk->ends_inside_line;
    run->encoding = chunk->encoding;
}

static struct chunk_trace cut(struct span bytes, const struct encoding *forced, const char *problem,
                              size_t step, size_t chunk_bytes)
{
    static char space[CHUNK_BYTES];
    struct memory_reader memory = {.bytes = bytes, .step = step, .problem = problem};
    struct raw_chunk chunk = {.bytes = space, .capacity = sizeof space};
    struct chunk_trace run = {0};
    struct decoder decoder = {0};
    struct chunker chunker;
    struct fault fault = {0};
    chunker_init(&chunker, memory_reader_open(&memory), forced);
    chunker.chunk_bytes = chunk_bytes;
    while (chunker_next(&chunker, &chunk, &fault)) {
        MUST_HOLD(chunk.length > 0 && chunk.length <= chunk_bytes);
        MUST_HOLD(chunk.encoding.mark_bytes <= chunk.length);
        MUST_HOLD(chunk.encoding.mark_bytes == 0 || run.borders.length == 0);
        append_chunk(&run, &chunk);
        append_lines(&run, &decoder, &chunk);
    }
    MUST_HOLD(fault.kind == FAULT_NONE && chunker.is_at_end);
    run.is_mixed = chunker.mixed != NULL;
    decoder_release(&decoder);
    chunker_release(&chunker);
    return run;
}

static void release(struct chunk_trace *run)
{
    buffer_release(&run->raw);
    buffer_release(&run->borders);
    buffer_release(&run->lines);
}

static bool is_same(const struct buffer *a, const struct buffer *b)
{
    return span_equals(buffer_span(a), buffer_span(b));
}

/* Unless a line is too long, nothing is lost except the last line of a damaged stream. */
static void check_nothing_lost(const struct chunk_trace *run, struct span bytes,
                               const char *problem)
{
    if (run->has_long_line || run->is_mixed)
        return;
    struct span got = buffer_span(&run->raw);
    MUST_HOLD(got.length <= bytes.length);
    size_t missing = bytes.length - got.length;
    if (problem == NULL)
        MUST_HOLD(missing <= 4 && span_equals(got, span_slice(bytes, missing, bytes.length)));
    else
        MUST_HOLD(span_find(bytes, got) <= 4);
}

/* Larger chunks yield the same number of lines if the encoding is the same, and the same lines if
 * none is too long. Damage can end a line that is too long, so that less of it is dropped. */
static void check_other_sizes(const struct chunk_trace *run, struct span bytes,
                              const struct encoding *forced, const char *problem)
{
    struct chunk_trace other = cut(bytes, forced, problem, 0, CHUNK_BYTES);
    bool is_comparable = strcmp(run->encoding.name, other.encoding.name) == 0 &&
                         run->encoding.form != ENCODING_CODE_PAGE && !run->is_mixed &&
                         !other.is_mixed;
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
    uint8_t setting = fuzz_setting(&bytes);
    const char *name = encodings[setting % 8];
    size_t chunk_bytes = setting & 8 ? 16 : setting & 16 ? 256 : 4096;
    const char *problem = setting & 32 ? "damaged" : NULL;
    struct encoding forced;
    MUST_HOLD(name == NULL || encoding_by_name(name, &forced, NULL));
    const struct encoding *named = name ? &forced : NULL;
    struct chunk_trace all = cut(bytes, named, problem, 0, chunk_bytes);
    struct chunk_trace few = cut(bytes, named, problem, 1 + fuzz_choice(bytes, 7), chunk_bytes);
    MUST_HOLD(is_same(&all.borders, &few.borders) && is_same(&all.raw, &few.raw));
    check_nothing_lost(&all, bytes, problem);
    check_other_sizes(&all, bytes, named, problem);
    release(&all);
    release(&few);
    return 0;
}

/* The decoder: any bytes in any encoding become valid UTF-8 lines that cover the text, and the same
 * lines if the bytes come in two chunks. The first byte chooses the encoding. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/memory.h"
#include "input/encoding/decoder.h"
#include "text/utf8.h"

/* Encodings that are detected or named by the user; most carry no state from line to line. */
static const struct {
    const char *name;
    bool is_detected;
    bool keeps_state;
} encodings[] = {
    {"UTF-8", true, false},       {"UTF-8", false, false},          {"UTF-16LE", true, false},
    {"UTF-16BE", true, false},    {"CP932", true, false},           {"CP932", false, false},
    {"CP1252", true, false},      {"CP1252", false, false},         {"UTF-32LE", false, false},
    {"UTF-32BE", false, false},   {"EUC-JP", false, false},         {"GB18030", false, false},
    {"ISO-2022-JP", false, true}, {"CP437", false, false},          {"BIG5-HKSCS", false, false},
    {"UTF-7", false, true},       {"SHIFT_JISX0213", false, false},
};
enum { ENCODINGS = sizeof encodings / sizeof *encodings, LINE_BYTES = 256 };

static struct encoding encoding_number(size_t number)
{
    struct encoding encoding;
    struct fault fault = {0};
    MUST_HOLD(encoding_by_name(encodings[number].name, &encoding, &fault));
    encoding.is_forced = !encodings[number].is_detected;
    return encoding;
}

struct decoded {
    struct decoder decoder;
    struct raw_chunk chunk;
    struct block block;
    struct decoding counts;
};

static void decode(struct decoded *decoded, struct span raw, const struct encoding *encoding,
                   bool ends_inside)
{
    struct limits limits = limits_default();
    struct fault fault = {0};
    limits.max_line_bytes = LINE_BYTES;
    decoded->chunk = (struct raw_chunk){.bytes = fuzz_copy(raw),
                                        .length = raw.length,
                                        .encoding = *encoding,
                                        .ends_inside_line = ends_inside};
    MUST_HOLD(decoder_decode(&decoded->decoder, &decoded->chunk, &limits, &decoded->block,
                             &decoded->counts, &fault));
}

static void release(struct decoded *decoded)
{
    free(decoded->chunk.bytes);
    decoder_release(&decoded->decoder);
}

static struct span line_of(const struct block *block, size_t number)
{
    const struct line *line = &block->lines[number];
    return span_slice(block->text, line->start, line->start + (size_t)line->length);
}

static bool is_valid_utf8(struct span text)
{
    for (size_t at = 0; at < text.length;) {
        utf8proc_int32_t character;
        utf8proc_ssize_t length =
            utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + at,
                             (utf8proc_ssize_t)(text.length - at), &character);
        if (length < 1)
            return false;
        at += (size_t)length;
    }
    return true;
}

static bool is_line_end(char byte)
{
    return byte == '\r' || byte == '\n';
}

/* Two lines are separated by one terminator, or by the rest of a line that was cut. */
static void check_lines(const struct decoded *decoded)
{
    const struct block *block = &decoded->block;
    size_t at = 0;
    uint64_t cut = 0;
    for (size_t i = 0; i < block->line_count; i++) {
        struct span line = line_of(block, i);
        MUST_HOLD(block->lines[i].start == at);
        MUST_HOLD(line.length <= LINE_BYTES && is_valid_utf8(line));
        at += line.length;
        size_t end = at;
        while (end < block->text.length && !is_line_end(block->text.bytes[end]))
            end++;
        MUST_HOLD(span_find_byte(line, '\n') == line.length);
        MUST_HOLD(span_find_byte(line, '\r') == line.length);
        MUST_HOLD(end == at || at - block->lines[i].start > LINE_BYTES - 4);
        cut += end > at;
        at = end;
        if (at < block->text.length)
            at += block->text.bytes[at] == '\r' && at + 1 < block->text.length &&
                          block->text.bytes[at + 1] == '\n'
                      ? 2
                      : 1;
    }
    MUST_HOLD(at == block->text.length);
    MUST_HOLD(decoded->counts.cut_lines == cut ||
              (decoded->chunk.ends_inside_line && decoded->counts.cut_lines == cut + 1));
    MUST_HOLD(decoded->counts.repaired_lines <= block->line_count);
}

/* Decodes UTF-16 as Unicode defines it, to compare with the decoder's result. */
static void check_utf16(const struct decoded *decoded, struct span raw, bool is_big_endian)
{
    struct span text = decoded->block.text;
    size_t at = 0;
    for (size_t i = 0; i < raw.length;) {
        uint32_t units[2] = {0};
        for (size_t unit = 0; unit < 2 && i + 2 * unit + 1 < raw.length; unit++) {
            uint32_t first = (unsigned char)raw.bytes[i + 2 * unit];
            uint32_t second = (unsigned char)raw.bytes[i + 2 * unit + 1];
            units[unit] = is_big_endian ? first << 8 | second : second << 8 | first;
        }
        bool is_pair = units[0] >> 10 == 0x36 && units[1] >> 10 == 0x37;
        bool is_whole = i + 1 < raw.length && (is_pair || units[0] >> 11 != 0x1B);
        uint32_t wanted = !is_whole ? 0xFFFD
                          : is_pair ? 0x10000 + ((units[0] & 0x3FF) << 10 | (units[1] & 0x3FF))
                                    : units[0];
        utf8proc_int32_t got = -1;
        at += (size_t)utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + at,
                                       (utf8proc_ssize_t)(text.length - at), &got);
        MUST_HOLD((uint32_t)got == wanted);
        i += is_pair ? 4 : 2;
    }
    MUST_HOLD(at == text.length);
}

/* Splitting the text at the end of a line gives the same lines as the whole. */
static void check_halves(const struct decoded *whole, struct span raw,
                         const struct encoding *encoding)
{
    size_t unit = encoding->unit_bytes;
    char line_feed[4] = {0};
    line_feed[encoding->is_big_endian ? unit - 1 : 0] = '\n';
    size_t cut = fuzz_choice(raw, raw.length + 1) / unit * unit;
    while (cut > 0 && (cut < unit || memcmp(raw.bytes + cut - unit, line_feed, unit) != 0))
        cut -= unit;
    struct decoded halves[2] = {0};
    decode(&halves[0], span_slice(raw, 0, cut), encoding, false);
    decode(&halves[1], span_slice(raw, cut, raw.length), encoding, false);
    size_t first = halves[0].block.line_count;
    MUST_HOLD(first + halves[1].block.line_count == whole->block.line_count);
    for (size_t i = 0; i < whole->block.line_count; i++)
        MUST_HOLD(span_equals(line_of(&whole->block, i),
                              i < first ? line_of(&halves[0].block, i)
                                        : line_of(&halves[1].block, i - first)));
    MUST_HOLD(halves[0].counts.cut_lines + halves[1].counts.cut_lines == whole->counts.cut_lines);
    MUST_HOLD(halves[0].counts.repaired_lines + halves[1].counts.repaired_lines ==
              whole->counts.repaired_lines);
    release(&halves[0]);
    release(&halves[1]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span raw = fuzz_span(data, size);
    uint8_t setting = fuzz_setting(&raw);
    size_t number = setting % ENCODINGS;
    bool ends_inside = setting >= 0x80 && raw.length > 0;
    struct encoding encoding = encoding_number(number);
    struct decoded whole = {0};
    decode(&whole, raw, &encoding, ends_inside);
    MUST_HOLD(is_valid_utf8(whole.block.text));
    check_lines(&whole);
    if (encoding.form == ENCODING_UTF8 && is_valid_utf8(raw))
        MUST_HOLD(whole.block.text.bytes == whole.chunk.bytes && whole.counts.repaired_lines == 0);
    if (encoding.form == ENCODING_UTF16LE || encoding.form == ENCODING_UTF16BE) {
        if (!ends_inside)
            check_utf16(&whole, raw, encoding.is_big_endian);
    }
    if (!ends_inside && !encodings[number].keeps_state)
        check_halves(&whole, raw, &encoding);
    release(&whole);
    return 0;
}

#include "input/encoding/decoder.h"

#include <string.h>

#include "base/memory.h"
#include "input/encoding/line_index.h"
#include "input/encoding/utf16.h"
#include "text/utf8.h"

void decoder_release(struct decoder *decoder)
{
    buffer_release(&decoder->text);
    memory_free(decoder->lines);
    line_hosts_release(&decoder->hosts);
    codepage_release(&decoder->codepage);
    *decoder = (struct decoder){0};
}

static size_t last_line_start(struct span text, size_t end, size_t not_before)
{
    while (end > not_before && text.bytes[end - 1] != '\n' && text.bytes[end - 1] != '\r')
        end--;
    return end;
}

/* A conversion in progress: what every stage of it needs. */
struct conversion {
    struct decoder *decoder;
    const struct raw_chunk *chunk;
    struct utf8_replacements replacements;
};

/* Converts one line from a code page. Unless the user named the encoding, a line that is valid
 * UTF-8 stays as it is: some logs are joined from files of both kinds. */
static bool convert_line(struct conversion *conversion, struct span line, bool ends_inside,
                         struct fault *fault)
{
    struct decoder *decoder = conversion->decoder;
    bool is_utf8 = !conversion->chunk->encoding.is_forced && utf8_valid_length(line) == line.length;
    if (is_utf8)
        return buffer_append(&decoder->text, line, fault);
    return codepage_convert(&decoder->codepage, line, ends_inside, &decoder->text,
                            &conversion->replacements, fault);
}

/* Converts lines that are not pure ASCII through iconv, and copies the others. */
static bool convert_by_line(struct conversion *conversion, struct span raw, struct fault *fault)
{
    struct decoder *decoder = conversion->decoder;
    for (size_t at = 0; at < raw.length;) {
        size_t ascii_end = at + utf8_ascii_length(span_slice(raw, at, raw.length));
        size_t line_start =
            ascii_end == raw.length ? ascii_end : last_line_start(raw, ascii_end, at);
        if (!buffer_append(&decoder->text, span_slice(raw, at, line_start), fault))
            return false;
        if (line_start == raw.length)
            break;
        at = line_index_first_end(raw, ascii_end);
        bool ends_inside = at == raw.length && conversion->chunk->ends_inside_line;
        if (!convert_line(conversion, span_slice(raw, line_start, at), ends_inside, fault))
            return false;
    }
    return true;
}

static bool convert_code_page(struct conversion *conversion, struct span raw, struct fault *fault)
{
    struct decoder *decoder = conversion->decoder;
    const struct encoding *encoding = &conversion->chunk->encoding;
    if (!codepage_select(&decoder->codepage, encoding->name, encoding->unit_bytes))
        return fault_set(fault, FAULT_READ, "cannot convert from encoding '%s'", encoding->name);
    if (encoding->keeps_ascii)
        return convert_by_line(conversion, raw, fault);
    return codepage_convert(&decoder->codepage, raw, conversion->chunk->ends_inside_line,
                            &decoder->text, &conversion->replacements, fault);
}

static bool convert(struct conversion *conversion, struct span raw, struct span *text,
                    struct fault *fault)
{
    struct decoder *decoder = conversion->decoder;
    const struct raw_chunk *chunk = conversion->chunk;
    bool is_utf16 = chunk->encoding.unit_bytes == 2 && chunk->encoding.form != ENCODING_CODE_PAGE;
    bool done;
    if (is_utf16) {
        done = utf16_decode(raw, chunk->encoding.is_big_endian, chunk->ends_inside_line,
                            &decoder->text, &conversion->replacements, fault);
    } else if (chunk->encoding.form == ENCODING_CODE_PAGE) {
        done = convert_code_page(conversion, raw, fault);
    } else if (utf8_valid_length(raw) == raw.length) {
        *text = raw;
        return true;
    } else {
        done = utf8_repair(raw, chunk->ends_inside_line, &decoder->text, &conversion->replacements,
                           fault);
    }
    *text = buffer_span(&decoder->text);
    return done;
}

bool decoder_decode(struct decoder *decoder, const struct raw_chunk *chunk,
                    const struct limits *limits, struct block *block, struct decoding *decoding,
                    struct fault *fault)
{
    struct conversion conversion = {.decoder = decoder, .chunk = chunk};
    struct span raw = {chunk->bytes, chunk->length};
    struct line_index list = {.lines = &decoder->lines, .capacity = &decoder->line_capacity};
    struct span text = {0};
    decoder->text.length = 0;
    raw = span_slice(raw, chunk->encoding.mark_bytes, raw.length);
    if (chunk->has_hosts && !line_hosts_split(&decoder->hosts, &raw, fault))
        return false;
    if (!convert(&conversion, raw, &text, fault) ||
        !line_index_find(text, limits->max_line_bytes, &list, fault))
        return false;
    /* The chunker discarded the rest of the last line: it was cut even if what is left is within
     * the limit. */
    if (chunk->ends_inside_line && list.count > 0) {
        const struct line *last = &decoder->lines[list.count - 1];
        bool is_counted = last->start + (size_t)last->length < text.length;
        list.cut_count += !is_counted;
    }
    *block = (struct block){.text = text, .lines = decoder->lines, .line_count = list.count};
    if (chunk->has_hosts && decoder->hosts.count == list.count)
        block->hosts = decoder->hosts.spans;
    *decoding = chunk->earlier;
    decoding->repaired_lines += conversion.replacements.lines;
    decoding->cut_lines += list.cut_count;
    return true;
}

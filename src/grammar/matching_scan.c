/* Rules look at messages, so only those go through the prefilter: they are two fifths of the bytes
 * of an engine log, and copying them together costs a quarter of what Vectorscan would take for the
 * rest (callgrind, -j1). */
#include "grammar/matching.h"

#include <string.h>

#include "grammar/dialect.h"

/* Where the part of the line that is scanned begins in the block: its message, or all of it. */
static size_t scanned_from(const struct matcher *matcher, size_t line)
{
    const struct line_head *head = &matcher->reader.heads[line];
    return matcher->block->lines[line].start + (head->is_record ? head->place.rest : 0);
}

static size_t scanned_up_to(const struct matcher *matcher, size_t line)
{
    const struct line *place = &matcher->block->lines[line];
    return (size_t)place->start + place->length;
}

/* Copies together what is scanned, a line feed behind each line: no literal may reach over it. */
static bool gather(struct matcher *matcher, struct fault *fault)
{
    struct buffer *messages = &matcher->messages;
    const struct block *block = matcher->block;
    messages->length = 0;
    if (!buffer_reserve(messages, block->text.length + block->line_count, fault))
        return false;
    char *at = messages->bytes;
    for (size_t line = 0; line < block->line_count; line++) {
        size_t from = scanned_from(matcher, line);
        size_t length = scanned_up_to(matcher, line) - from;
        memcpy(at, block->text.bytes + from, length);
        at += length;
        *at++ = '\n';
    }
    messages->length = (size_t)(at - messages->bytes);
    return true;
}

/* From places in the gathered text to places in the block; both go up. */
static void move_hits(struct matcher *matcher)
{
    size_t line = 0;
    size_t start = 0; /* of the line in the gathered text */
    for (size_t i = 0; i < matcher->hit_count; i++) {
        struct scanner_hit *hit = &matcher->hits[i];
        size_t from = scanned_from(matcher, line);
        size_t length = scanned_up_to(matcher, line) - from;
        while (hit->end > start + length) {
            start += length + 1;
            line++;
            from = scanned_from(matcher, line);
            length = scanned_up_to(matcher, line) - from;
        }
        hit->end = (uint32_t)(from + (hit->end - start));
    }
}

bool matching_scan(struct matcher *matcher, struct fault *fault)
{
    const struct scanner *scanner = matcher->rulebook->scanner;
    if (!reader_has_heads(&matcher->reader))
        return scanner_scan(scanner, matcher->scans, matcher->block->text, &matcher->hits,
                            &matcher->hit_count, fault);
    if (!gather(matcher, fault) ||
        !scanner_scan(scanner, matcher->scans, buffer_span(&matcher->messages), &matcher->hits,
                      &matcher->hit_count, fault))
        return false;
    move_hits(matcher);
    return true;
}

#include "grammar/search/phrase.h"

#include "base/memory.h"
#include "text/loose_match.h"

static bool is_ascii(char byte)
{
    return ((unsigned char)byte & 0x80) == 0;
}

/* The end of the run of characters that begins at `start`: before a blank, or where characters of
 * ASCII and others meet, since blanks may stand there or not. */
static size_t end_of_run(struct span text, size_t start)
{
    size_t end = start;
    while (end < text.length && loose_match_blank_bytes(text, end) == 0 &&
           is_ascii(text.bytes[end]) == is_ascii(text.bytes[start]))
        end++;
    return end;
}

bool wording_next_run(const struct wording *wording, struct wording_run *run)
{
    for (; run->part < wording->part_count; run->part++, run->next = 0) {
        struct span text = wording->parts[run->part].text;
        while (wording->parts[run->part].variants == NULL && run->next < text.length) {
            size_t start = run->next;
            size_t end = end_of_run(text, start);
            run->next = end > start ? end : start + loose_match_blank_bytes(text, start);
            run->text = span_slice(text, start, end);
            if (end > start)
                return true;
        }
    }
    return false;
}

static void take_longest_run(struct wording *wording)
{
    struct wording_run run = {0};
    while (wording_next_run(wording, &run))
        if (run.text.length > wording->anchor.length) {
            wording->anchor = run.text;
            wording->anchor_part = run.part;
        }
}

bool wording_prepare(struct wording *wording, struct span message, struct fault *fault)
{
    struct spelling part;
    size_t capacity = 0;
    *wording = (struct wording){0};
    for (size_t at = 0; spelling_next(message, &at, &part);) {
        void *parts = wording->parts;
        if (!memory_reserve(&parts, &capacity, wording->part_count + 1, sizeof part, fault))
            return false;
        wording->parts = parts;
        wording->parts[wording->part_count++] = part;
    }
    take_longest_run(wording);
    if (wording->anchor.length == 0 && wording->part_count > 0) {
        /* Nothing but a name or a verb: taken as it stands. */
        wording->parts[0] = (struct spelling){.text = message};
        wording->part_count = 1;
        take_longest_run(wording);
    }
    return true;
}

void wording_release(struct wording *wording)
{
    memory_free(wording->parts);
    *wording = (struct wording){0};
}

bool wording_stands(const struct wording *wording, struct span text, size_t anchor_end,
                    size_t *start, size_t *end)
{
    const struct spelling *anchored = &wording->parts[wording->anchor_part];
    size_t offset = (size_t)(wording->anchor.bytes - anchored->text.bytes);
    struct spelling before = {.text = span_slice(anchored->text, 0, offset)};
    struct spelling behind = {
        .text = span_slice(anchored->text, offset + wording->anchor.length, anchored->text.length)};
    *start = anchor_end - wording->anchor.length;
    *end = anchor_end;
    bool stands = spelling_precedes(text, &before, start) && spelling_follows(text, &behind, end);
    for (size_t part = wording->anchor_part; stands && part > 0; part--)
        stands = spelling_precedes(text, &wording->parts[part - 1], start);
    for (size_t part = wording->anchor_part + 1; stands && part < wording->part_count; part++)
        stands = spelling_follows(text, &wording->parts[part], end);
    return stands;
}

#include "grammar/search/phrase.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "text/loose_match.h"

/* Returns the end of the run that begins at `start`: before a blank, or between an ASCII character
 * and another, where blanks are optional. */
static size_t end_of_run(struct span text, size_t start)
{
    size_t end = start;
    while (end < text.length && loose_match_blank_bytes(text, end) == 0 &&
           ascii_contains(text.bytes[end]) == ascii_contains(text.bytes[start]))
        end++;
    return end;
}

bool phrase_next_run(const struct phrase *phrase, struct phrase_run *run)
{
    for (; run->part < phrase->part_count; run->part++, run->next = 0) {
        struct span text = phrase->parts[run->part].text;
        while (phrase->parts[run->part].variants == NULL && run->next < text.length) {
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

static void anchor_at_longest_run(struct phrase *phrase)
{
    struct phrase_run run = {0};
    while (phrase_next_run(phrase, &run))
        if (run.text.length > phrase->anchor.length) {
            phrase->anchor = run.text;
            phrase->anchor_part = run.part;
        }
}

bool phrase_prepare(struct phrase *phrase, struct span message, struct fault *fault)
{
    struct phrase_variants part;
    size_t capacity = 0;
    *phrase = (struct phrase){0};
    for (size_t at = 0; phrase_variants_next(message, &at, &part);) {
        void *parts = phrase->parts;
        if (!memory_reserve(&parts, &capacity, phrase->part_count + 1, sizeof part, fault))
            return false;
        phrase->parts = parts;
        phrase->parts[phrase->part_count++] = part;
    }
    anchor_at_longest_run(phrase);
    if (phrase->anchor.length == 0 && phrase->part_count > 0) {
        /* Nothing but a name or a verb: search for exactly that. */
        phrase->parts[0] = (struct phrase_variants){.text = message};
        phrase->part_count = 1;
        anchor_at_longest_run(phrase);
    }
    return true;
}

void phrase_release(struct phrase *phrase)
{
    memory_free(phrase->parts);
    *phrase = (struct phrase){0};
}

bool phrase_matches_at(const struct phrase *phrase, struct span text, size_t anchor_end,
                       size_t *start, size_t *end)
{
    const struct phrase_variants *anchored = &phrase->parts[phrase->anchor_part];
    size_t offset = (size_t)(phrase->anchor.bytes - anchored->text.bytes);
    struct phrase_variants before = {.text = span_slice(anchored->text, 0, offset)};
    struct phrase_variants after = {
        .text = span_slice(anchored->text, offset + phrase->anchor.length, anchored->text.length)};
    *start = anchor_end - phrase->anchor.length;
    *end = anchor_end;
    bool matches =
        phrase_variants_precede(text, &before, start) && phrase_variants_follow(text, &after, end);
    for (size_t part = phrase->anchor_part; matches && part > 0; part--)
        matches = phrase_variants_precede(text, &phrase->parts[part - 1], start);
    for (size_t part = phrase->anchor_part + 1; matches && part < phrase->part_count; part++)
        matches = phrase_variants_follow(text, &phrase->parts[part], end);
    return matches;
}

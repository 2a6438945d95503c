#include "grammar/search/phrase_anchor.h"

#include "base/ascii.h"
#include "base/hash.h"
#include "base/hash_table.h"
#include "text/loose_match.h"

enum {
    MIN_ANCHOR_BYTES = 3,
    /* Shorter runs are also parts of other words: they count as if they occurred in more messages,
     * SHORT_RUN_PENALTY of them. */
    LONG_RUN_BYTES = 5,
    SHORT_RUN_PENALTY = 8,
    MAX_KEY_BYTES = 64 /* of a run; longer ones are counted together */
};

static uint64_t key_of(struct span run)
{
    char small[MAX_KEY_BYTES];
    size_t length = run.length < MAX_KEY_BYTES ? run.length : MAX_KEY_BYTES;
    for (size_t i = 0; i < length; i++)
        small[i] = ascii_to_lower(run.bytes[i]);
    return hash_span((struct span){small, length}, 0);
}

static bool count_runs(const struct phrase *phrase, struct hash_table *counts, struct fault *fault)
{
    struct phrase_run run = {0};
    while (phrase_next_run(phrase, &run)) {
        uint32_t *count = NULL;
        bool is_new = false;
        if (!hash_table_add(counts, key_of(run.text), 0, &count, &is_new, fault))
            return false;
        (*count)++;
    }
    return true;
}

static void anchor_at_rarest_run(struct phrase *phrase, const struct hash_table *counts)
{
    struct phrase_run run = {0};
    uint32_t least = UINT32_MAX;
    while (phrase_next_run(phrase, &run)) {
        uint32_t count = 0;
        hash_table_find(counts, key_of(run.text), &count);
        count += run.text.length < LONG_RUN_BYTES ? SHORT_RUN_PENALTY : 0;
        bool is_rarer =
            count < least || (count == least && run.text.length > phrase->anchor.length);
        if (run.text.length < MIN_ANCHOR_BYTES || !is_rarer)
            continue;
        least = count;
        phrase->anchor = run.text;
        phrase->anchor_part = run.part;
    }
}

bool phrase_anchor_choose(struct phrase *phrases, size_t count, struct fault *fault)
{
    struct hash_table counts = {0};
    bool done = true;
    for (size_t i = 0; done && i < count; i++)
        done = count_runs(&phrases[i], &counts, fault);
    for (size_t i = 0; done && i < count; i++)
        anchor_at_rarest_run(&phrases[i], &counts);
    hash_table_release(&counts);
    return done;
}

#include "grammar/search/phrase_variants.h"

#include "base/count_of.h"
#include "text/loose_match.h"

/* In each list, a spelling that contains another comes before it. */
static const char *const agent_names[] = {
    "Microsoft Azure Recovery Services Agent",
    "Microsoft Azure Recovery Service Agent",
    "Azure Recovery Services Agent",
    "Microsoft Azure Backup Agent",
    "Windows Azure Backup Agent",
    "Azure Backup Agent",
    NULL,
};
static const char *const service_names[] = {
    "Microsoft Azure Backup",
    "Windows Azure Backup",
    "Azure Backup",
    NULL,
};
static const char *const cannot[] = {"cannot", "can not", "can't", "can’t", NULL};
static const char *const could_not[] = {"could not", "couldn't", "couldn’t", NULL};
static const char *const did_not[] = {"did not", "didn't", "didn’t", NULL};
static const char *const does_not[] = {"does not", "doesn't", "doesn’t", NULL};
static const char *const do_not[] = {"do not", "don't", "don’t", NULL};
static const char *const is_not[] = {"is not", "isn't", "isn’t", NULL};
static const char *const are_not[] = {"are not", "aren't", "aren’t", NULL};
static const char *const was_not[] = {"was not", "wasn't", "wasn’t", NULL};
static const char *const were_not[] = {"were not", "weren't", "weren’t", NULL};
static const char *const has_not[] = {"has not", "hasn't", "hasn’t", NULL};
static const char *const have_not[] = {"have not", "haven't", "haven’t", NULL};

/* The agent comes before its service: its name begins with that of the service. */
static const char *const *const all_variants[] = {
    agent_names, service_names, cannot,  could_not, did_not, does_not, do_not,
    is_not,      are_not,       was_not, were_not,  has_not, have_not,
};

/* True if one of `variants` occurs in the message at `at`; it ends at `*end`. */
static bool has_variant_at(struct span message, size_t at, const char *const *variants, size_t *end)
{
    for (; *variants != NULL; variants++) {
        *end = at;
        if (loose_match_follows(message, span_of(*variants), end) &&
            loose_match_is_whole_word(message, at, *end - at))
            return true;
    }
    return false;
}

static bool find_variants(struct span message, size_t at, struct phrase_variants *part)
{
    size_t end;
    if (at > 0 && message.bytes[at - 1] != ' ')
        return false;
    for (size_t i = 0; i < COUNT_OF(all_variants); i++) {
        if (has_variant_at(message, at, all_variants[i], &end)) {
            *part = (struct phrase_variants){span_slice(message, at, end), all_variants[i]};
            return true;
        }
    }
    return false;
}

bool phrase_variants_next(struct span message, size_t *at, struct phrase_variants *part)
{
    size_t start = *at;
    if (start >= message.length)
        return false;
    if (find_variants(message, start, part)) {
        *at = start + part->text.length;
        return true;
    }
    struct phrase_variants next;
    size_t end = start + 1;
    while (end < message.length && !find_variants(message, end, &next))
        end++;
    *part = (struct phrase_variants){.text = span_slice(message, start, end)};
    *at = end;
    return true;
}

static bool matches_any_spelling(struct span text, const struct phrase_variants *part, size_t *at,
                                 bool (*compares)(struct span, struct span, size_t *))
{
    if (part->variants == NULL)
        return compares(text, part->text, at);
    for (const char *const *variant = part->variants; *variant != NULL; variant++) {
        size_t place = *at;
        if (compares(text, span_of(*variant), &place)) {
            *at = place;
            return true;
        }
    }
    return false;
}

bool phrase_variants_follow(struct span text, const struct phrase_variants *part, size_t *at)
{
    return matches_any_spelling(text, part, at, loose_match_follows);
}

bool phrase_variants_precede(struct span text, const struct phrase_variants *part, size_t *at)
{
    return matches_any_spelling(text, part, at, loose_match_precedes);
}

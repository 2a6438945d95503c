#include "text/wildcard_set.h"

#include "base/bytes16.h"

static void put(uint64_t set[4], unsigned char byte)
{
    set[byte / 64] |= UINT64_C(1) << byte % 64;
}

static bool holds(const uint64_t set[4], char byte)
{
    unsigned char place = (unsigned char)byte;
    return (set[place / 64] >> place % 64 & 1) != 0;
}

/* Of what a pattern needs, what fewest texts have. */
void wildcard_needs_add(struct wildcard_needs *needs, const struct wildcard *wildcard)
{
    if (wildcard->has_start && wildcard->is_at_root)
        wildcard_numbers_put(&needs->root_starts, wildcard->start);
    else if (wildcard->has_start)
        wildcard_numbers_put(&needs->starts, wildcard->start);
    else if (wildcard->has_ending)
        wildcard_numbers_put(&needs->endings, wildcard->ending);
    else if (wildcard->last != 0)
        put(needs->lasts, wildcard->last);
    else if (wildcard->first != 0)
        put(needs->firsts, wildcard->first);
    else
        needs->has_free = true;
}

static unsigned backslashes_of(bytes16 read)
{
    return bytes16_places(bytes16_equal(read, '\\'));
}

static bool holds_one(const struct wildcard_numbers *starts, const char *bytes, unsigned places)
{
    for (; places != 0; places &= places - 1)
        if (wildcard_numbers_hold(starts, wildcard_start(bytes + bytes16_first(places))))
            return true;
    return false;
}

/* The last chunk ends where the last start can begin, and goes over some bytes once more. */
static bool has_start_of(const struct wildcard_numbers *starts, struct span text)
{
    if (text.length < WILDCARD_START_BYTES)
        return false;
    size_t limit = text.length - (WILDCARD_START_BYTES - 1);
    if (limit < BYTES16_COUNT)
        return holds_one(starts, text.bytes,
                         backslashes_of(bytes16_tail(span_slice(text, 0, limit), 0)));
    for (size_t at = 0; at + BYTES16_COUNT < limit; at += BYTES16_COUNT)
        if (holds_one(starts, text.bytes + at, backslashes_of(bytes16_of(text.bytes + at))))
            return true;
    const char *last = text.bytes + limit - BYTES16_COUNT;
    return holds_one(starts, last, backslashes_of(bytes16_of(last)));
}

/* Without a root, what is needed there is looked for everywhere: the text may be of a kind that
 * nobody has thought of. */
static bool has_root_start_of(const struct wildcard_numbers *starts, struct span text, size_t root)
{
    if (root == 0)
        return has_start_of(starts, text);
    return root + WILDCARD_START_BYTES <= text.length &&
           wildcard_numbers_hold(starts, wildcard_start(text.bytes + root));
}

/* Most codes have rules with needs of one or two kinds: the others are not looked for. */
bool wildcard_needs_are_met(const struct wildcard_needs *needs, struct span text, size_t root)
{
    if (needs->has_free || text.length < WILDCARD_ENDING_BYTES)
        return true;
    return holds(needs->firsts, text.bytes[0]) ||
           holds(needs->lasts, text.bytes[text.length - 1]) ||
           (needs->endings.has_any &&
            wildcard_numbers_hold(&needs->endings, wildcard_ending(text))) ||
           (needs->root_starts.has_any && has_root_start_of(&needs->root_starts, text, root)) ||
           (needs->starts.has_any && has_start_of(&needs->starts, text));
}

void wildcard_set_add(struct wildcard_set *list, struct wildcard wildcard)
{
    list->patterns[list->count++] = wildcard;
    wildcard_needs_add(&list->needs, &wildcard);
}

bool wildcard_set_fits(const struct wildcard_set *list, const struct wildcard_text *text)
{
    if (!wildcard_needs_are_met(&list->needs, text->text, text->root_length))
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (wildcard_matches(&list->patterns[i], text))
            return true;
    return false;
}

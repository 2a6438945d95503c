#include "text/wildcard_set.h"

#include "base/bytes16.h"

static void add_byte(uint64_t set[4], unsigned char byte)
{
    set[byte / 64] |= UINT64_C(1) << byte % 64;
}

static bool has_byte(const uint64_t set[4], char byte)
{
    unsigned char place = (unsigned char)byte;
    return (set[place / 64] >> place % 64 & 1) != 0;
}

/* Of what a pattern requires, adds what is rarest in texts. */
void wildcard_filter_add(struct wildcard_filter *filter, const struct wildcard *wildcard)
{
    if (wildcard->has_start && wildcard->is_at_root)
        wildcard_hashes_add(&filter->root_starts, wildcard->start);
    else if (wildcard->has_start)
        wildcard_hashes_add(&filter->starts, wildcard->start);
    else if (wildcard->has_ending)
        wildcard_hashes_add(&filter->endings, wildcard->ending);
    else if (wildcard->last != 0)
        add_byte(filter->lasts, wildcard->last);
    else if (wildcard->first != 0)
        add_byte(filter->firsts, wildcard->first);
    else
        filter->accepts_all = true;
}

static unsigned backslashes_of(bytes16 read)
{
    return bytes16_places(bytes16_equal(read, '\\'));
}

static bool contains_one(const struct wildcard_hashes *starts, const char *bytes, unsigned places)
{
    for (; places != 0; places &= places - 1)
        if (wildcard_hashes_contain(starts, wildcard_start(bytes + bytes16_first(places))))
            return true;
    return false;
}

/* The last load ends where the last start can begin, and repeats some bytes. */
static bool has_start_of(const struct wildcard_hashes *starts, struct span text)
{
    if (text.length < WILDCARD_START_BYTES)
        return false;
    size_t limit = text.length - (WILDCARD_START_BYTES - 1);
    if (limit < BYTES16_COUNT)
        return contains_one(starts, text.bytes,
                            backslashes_of(bytes16_tail(span_slice(text, 0, limit), 0)));
    for (size_t at = 0; at + BYTES16_COUNT < limit; at += BYTES16_COUNT)
        if (contains_one(starts, text.bytes + at, backslashes_of(bytes16_of(text.bytes + at))))
            return true;
    const char *last = text.bytes + limit - BYTES16_COUNT;
    return contains_one(starts, last, backslashes_of(bytes16_of(last)));
}

/* In a text without a root, searches all of it: it may be a kind of path that is not foreseen. */
static bool has_root_start_of(const struct wildcard_hashes *starts, struct span text,
                              size_t root_length)
{
    if (root_length == 0)
        return has_start_of(starts, text);
    return root_length + WILDCARD_START_BYTES <= text.length &&
           wildcard_hashes_contain(starts, wildcard_start(text.bytes + root_length));
}

/* Most filters use one or two of the members, so the others are not searched for. */
bool wildcard_filter_accepts(const struct wildcard_filter *filter, struct span text,
                             size_t root_length)
{
    if (filter->accepts_all || text.length < WILDCARD_ENDING_BYTES)
        return true;
    return has_byte(filter->firsts, text.bytes[0]) ||
           has_byte(filter->lasts, text.bytes[text.length - 1]) ||
           (filter->endings.has_any &&
            wildcard_hashes_contain(&filter->endings, wildcard_ending(text))) ||
           (filter->root_starts.has_any &&
            has_root_start_of(&filter->root_starts, text, root_length)) ||
           (filter->starts.has_any && has_start_of(&filter->starts, text));
}

void wildcard_set_add(struct wildcard_set *set, struct wildcard wildcard)
{
    set->patterns[set->count++] = wildcard;
    wildcard_filter_add(&set->filter, &wildcard);
}

bool wildcard_set_matches(const struct wildcard_set *set, const struct wildcard_text *text)
{
    if (!wildcard_filter_accepts(&set->filter, text->text, text->root_length))
        return false;
    for (size_t i = 0; i < set->count; i++)
        if (wildcard_matches(&set->patterns[i], text))
            return true;
    return false;
}

#include "diagnosis/wildcard_list.h"

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

static bool has_start_of(const struct wildcard_numbers *starts, struct span text)
{
    for (size_t at = 0; at + WILDCARD_START_BYTES <= text.length; at += BYTES_PER_CHUNK)
        for (unsigned places = wildcard_backslashes(text, at); places != 0; places &= places - 1) {
            size_t place = at + chunk_first(places);
            if (place + WILDCARD_START_BYTES <= text.length &&
                wildcard_numbers_hold(starts, wildcard_start(text.bytes + place)))
                return true;
        }
    return false;
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

bool wildcard_needs_are_met(const struct wildcard_needs *needs, struct span text, size_t root)
{
    if (needs->has_free || text.length < WILDCARD_ENDING_BYTES)
        return true;
    return holds(needs->firsts, text.bytes[0]) ||
           holds(needs->lasts, text.bytes[text.length - 1]) ||
           wildcard_numbers_hold(&needs->endings, wildcard_ending(text)) ||
           has_root_start_of(&needs->root_starts, text, root) || has_start_of(&needs->starts, text);
}

void wildcard_list_add(struct wildcard_list *list, struct wildcard wildcard)
{
    list->patterns[list->count++] = wildcard;
    wildcard_needs_add(&list->needs, &wildcard);
}

bool wildcard_list_fits(const struct wildcard_list *list, const struct wildcard_text *text)
{
    if (!wildcard_needs_are_met(&list->needs, text->text, text->root_length))
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (wildcard_fits(&list->patterns[i], text))
            return true;
    return false;
}

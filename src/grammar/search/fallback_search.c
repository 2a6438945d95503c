#include "grammar/search/fallback_search.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "text/loose_match.h"

static unsigned first_byte(struct span text)
{
    return (unsigned char)ascii_to_lower(text.bytes[0]);
}

bool fallback_search_prepare(struct fallback_search *search, const struct span *texts, size_t count,
                             struct fault *fault)
{
    size_t next[256];
    search->texts = texts;
    search->by_byte = memory_allocate(count, sizeof *search->by_byte, fault);
    if (search->by_byte == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if (texts[i].length > 0)
            search->starts[first_byte(texts[i]) + 1]++;
    for (size_t byte = 0; byte < 256; byte++) {
        search->starts[byte + 1] += search->starts[byte];
        next[byte] = search->starts[byte];
    }
    for (size_t i = 0; i < count; i++)
        if (texts[i].length > 0)
            search->by_byte[next[first_byte(texts[i])]++] = (uint32_t)i;
    return true;
}

void fallback_search_release(struct fallback_search *search)
{
    memory_free(search->by_byte);
    *search = (struct fallback_search){0};
}

static bool equals_at(struct span text, size_t at, struct span searched)
{
    if (searched.length > text.length - at)
        return false;
    for (size_t i = 0; i < searched.length; i++)
        if (ascii_to_lower(text.bytes[at + i]) != ascii_to_lower(searched.bytes[i]))
            return false;
    return true;
}

bool fallback_search_run(const struct fallback_search *search, struct span text,
                         fallback_search_receiver receiver, void *context)
{
    for (size_t at = 0; at < text.length; at++) {
        unsigned byte = first_byte(span_slice(text, at, text.length));
        for (size_t i = search->starts[byte]; i < search->starts[byte + 1]; i++) {
            struct span searched = search->texts[search->by_byte[i]];
            if (equals_at(text, at, searched) &&
                !receiver(context, search->by_byte[i], at + searched.length))
                return false;
        }
    }
    return true;
}

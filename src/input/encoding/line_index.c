#include "input/encoding/line_index.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "text/utf8.h"

static bool make_room(struct line_index *index, struct fault *fault)
{
    void *lines = *index->lines;
    size_t wanted = index->count ? index->count + 1 : 1024;
    if (!memory_reserve(&lines, index->capacity, wanted, sizeof **index->lines, fault))
        return false;
    *index->lines = lines;
    return true;
}

/* Returns the end of a line that is too long: the limit, or the start of the character there. */
static size_t cut_end(struct span text, size_t start, size_t max_line_bytes)
{
    size_t end = start + max_line_bytes;
    while (end > start && utf8_is_continuation(text.bytes[end]))
        end--;
    return end;
}

size_t line_index_first_end(struct span text, size_t start)
{
    while (start < text.length && text.bytes[start] != '\n' && text.bytes[start] != '\r')
        start++;
    return start;
}

static size_t find_from(struct span text, size_t start, char wanted)
{
    const char *found = start < text.length
                            ? (const char *)memchr(text.bytes + start, wanted, text.length - start)
                            : NULL;
    return found != NULL ? (size_t)(found - text.bytes) : text.length;
}

bool line_index_find(struct span text, uint64_t max_line_bytes, struct line_index *index,
                     struct fault *fault)
{
    assert(text.length <= UINT32_MAX);
    index->count = 0;
    index->cut_count = 0;
    /* Each of the two is searched again only when the lines have passed it. */
    size_t line_feed = find_from(text, 0, '\n');
    size_t carriage_return = find_from(text, 0, '\r');
    for (size_t start = 0; start < text.length;) {
        size_t end = line_feed < carriage_return ? line_feed : carriage_return;
        size_t next = end < text.length ? end + 1 : end;
        if (end == carriage_return && next < text.length && text.bytes[next] == '\n')
            next++;
        if (end - start > max_line_bytes) {
            end = cut_end(text, start, (size_t)max_line_bytes);
            index->cut_count++;
        }
        if (index->count == *index->capacity && !make_room(index, fault))
            return false;
        (*index->lines)[index->count++] = (struct line){(uint32_t)start, (uint32_t)(end - start)};
        start = next;
        if (line_feed < start)
            line_feed = find_from(text, start, '\n');
        if (carriage_return < start)
            carriage_return = find_from(text, start, '\r');
    }
    return true;
}

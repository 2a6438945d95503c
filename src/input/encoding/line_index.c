#include "input/encoding/line_index.h"

#include <string.h>

#include "base/memory.h"

static bool make_room(struct line_index *list, struct fault *fault)
{
    void *lines = *list->lines;
    size_t wanted = list->count ? list->count + 1 : 1024;
    if (!memory_reserve(&lines, list->capacity, wanted, sizeof **list->lines, fault))
        return false;
    *list->lines = lines;
    return true;
}

static bool is_inside_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Where the line that is too long has to end. */
static size_t cut_end(struct span text, size_t start, size_t max_line_bytes)
{
    size_t end = start + max_line_bytes;
    while (end > start && is_inside_character(text.bytes[end]))
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

bool line_index_find(struct span text, uint64_t max_line_bytes, struct line_index *list,
                     struct fault *fault)
{
    list->count = 0;
    list->cut_count = 0;
    /* Each of the two is looked for again only when the lines have gone past it. */
    size_t line_feed = find_from(text, 0, '\n');
    size_t carriage_return = find_from(text, 0, '\r');
    for (size_t start = 0; start < text.length;) {
        size_t end = line_feed < carriage_return ? line_feed : carriage_return;
        size_t next = end < text.length ? end + 1 : end;
        if (end == carriage_return && next < text.length && text.bytes[next] == '\n')
            next++;
        if (end - start > max_line_bytes) {
            end = cut_end(text, start, (size_t)max_line_bytes);
            list->cut_count++;
        }
        if (list->count == *list->capacity && !make_room(list, fault))
            return false;
        (*list->lines)[list->count++] = (struct line){(uint32_t)start, (uint32_t)(end - start)};
        start = next;
        if (line_feed < start)
            line_feed = find_from(text, start, '\n');
        if (carriage_return < start)
            carriage_return = find_from(text, start, '\r');
    }
    return true;
}

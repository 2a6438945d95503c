#include "diagnosis/filling.h"

#include <stdio.h>
#include <string.h>

static const char placeholder[] = "{volume}";
static const char unknown_volume[] = "X:";

enum { PLACEHOLDER_BYTES = sizeof placeholder - 1, GUID_BYTES = 38 };

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool is_part_of_word(char byte)
{
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '_';
}

/* "D:" with nothing before it that would make it the end of a word. */
static bool is_drive(struct span text, size_t at)
{
    return at + 1 < text.length && is_letter(text.bytes[at]) && text.bytes[at + 1] == ':' &&
           (at == 0 || !is_part_of_word(text.bytes[at - 1])) &&
           (at + 2 == text.length || !is_part_of_word(text.bytes[at + 2]));
}

/* \\?\Volume{8-4-4-4-12}\, or an empty span. */
static struct span volume_name_at(struct span text, size_t at)
{
    static const char start[] = "\\\\?\\Volume";
    struct span rest = span_slice(text, at, text.length);
    size_t length = sizeof start - 1 + GUID_BYTES;
    if (!span_starts_with_ignoring_case(rest, span_of(start)) || rest.length < length ||
        rest.bytes[sizeof start - 1] != '{' || rest.bytes[length - 1] != '}')
        return (struct span){0};
    for (size_t i = sizeof start; i < length - 1; i++)
        if (!is_part_of_word(rest.bytes[i]) && rest.bytes[i] != '-')
            return (struct span){0};
    bool has_end = rest.length > length && rest.bytes[length] == '\\';
    return span_slice(rest, 0, length + has_end);
}

struct span filling_volume(struct span record)
{
    struct span at_start = {0};
    for (size_t i = 0; i < record.length; i++) {
        struct span name = volume_name_at(record, i);
        if (name.length > 0)
            return name;
        if (!is_drive(record, i))
            continue;
        if (i > 0)
            return span_slice(record, i, i + 2);
        at_start = span_slice(record, 0, 2);
    }
    return at_start;
}

static const char *fill(const char *text, struct span volume, struct arena *arena,
                        struct fault *fault)
{
    size_t times = 0;
    for (const char *at = text; (at = strstr(at, placeholder)) != NULL; at += PLACEHOLDER_BYTES)
        times++;
    if (times == 0)
        return text;
    char *filled = arena_allocate(arena, strlen(text) + times * volume.length + 1, 1, fault);
    if (filled == NULL)
        return NULL;
    char *end = filled;
    for (const char *at; (at = strstr(text, placeholder)) != NULL; text = at + PLACEHOLDER_BYTES)
        end += sprintf(end, "%.*s%.*s", (int)(at - text), text, (int)volume.length, volume.bytes);
    strcpy(end, text);
    return filled;
}

const char *const *filling_texts(const char *const *texts, size_t count, struct span record,
                                 struct arena *arena, struct fault *fault)
{
    struct span volume = filling_volume(record);
    if (volume.length == 0)
        volume = span_of(unknown_volume);
    const char **filled = arena_allocate(arena, count + 1, sizeof *filled, fault);
    if (filled == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        filled[i] = fill(texts[i], volume, arena, fault);
        if (filled[i] == NULL)
            return NULL;
    }
    return filled;
}

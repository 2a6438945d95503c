#include "catalog/action_text.h"

#include <assert.h>
#include <string.h>

#include "base/buffer.h"
#include "catalog/catalog_text.h"

static const char placeholder[] = "{volume}";

/* Stands for a volume that no record names, as in the other texts of the catalog. */
static const char any_volume[] = "X:";

enum { PLACEHOLDER_BYTES = sizeof placeholder - 1 };

/* The texts that are filled so far, and what they are filled with. */
struct action_list {
    const struct action_targets *targets;
    enum language language;
    struct arena *arena;
    const char **texts;
    const char **keys;
    size_t count;
    size_t capacity;
    bool has_hint; /* a text explains any_volume */
    struct fault *fault;
};

struct action_texts action_texts_in(const char *const *const actions[LANGUAGE_COUNT],
                                    const size_t counts[LANGUAGE_COUNT], enum language language)
{
    bool has_english = counts[language] == counts[LANGUAGE_EN];
    return (struct action_texts){.texts = actions[language],
                                 .keys = actions[has_english ? LANGUAGE_EN : language],
                                 .count = counts[language]};
}

static bool has_text(const struct action_texts *actions, const char *text)
{
    for (size_t i = 0; i < actions->count; i++)
        if (strcmp(actions->texts[i], text) == 0)
            return true;
    return false;
}

bool action_texts_join(const struct action_texts *first, const struct action_texts *second,
                       struct arena *arena, struct action_texts *joined, struct fault *fault)
{
    size_t most = first->count + second->count;
    const char **texts = arena_allocate(arena, most, sizeof *texts, fault);
    const char **keys = arena_allocate(arena, most, sizeof *keys, fault);
    if (texts == NULL || keys == NULL)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < first->count; i++, count++) {
        texts[count] = first->texts[i];
        keys[count] = first->keys[i];
    }
    for (size_t i = 0; i < second->count; i++) {
        if (has_text(first, second->texts[i]))
            continue;
        texts[count] = second->texts[i];
        keys[count++] = second->keys[i];
    }
    *joined = (struct action_texts){texts, keys, count};
    return true;
}

static bool has_placeholder(const char *text)
{
    return strstr(text, placeholder) != NULL;
}

bool action_text_has_placeholder(const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_placeholder(texts[i]))
            return true;
    return false;
}

static bool append_text(struct buffer *line, const char *text, struct fault *fault)
{
    return buffer_append(line, span_of(text), fault);
}

/* "N1: vssadmin ... /For=D:". */
static bool append_filled(struct buffer *line, const char *text, const struct action_target *target,
                          struct fault *fault)
{
    if (target->hosts.length > 0 &&
        (!buffer_append(line, target->hosts, fault) || !append_text(line, ": ", fault)))
        return false;
    for (const char *at; (at = strstr(text, placeholder)) != NULL; text = at + PLACEHOLDER_BYTES)
        if (!buffer_append(line, (struct span){text, (size_t)(at - text)}, fault) ||
            !buffer_append(line, target->volume, fault))
            return false;
    return append_text(line, text, fault);
}

static void add_text(struct action_list *list, const char *text, const char *key)
{
    assert(list->count < list->capacity);
    list->texts[list->count] = text;
    list->keys[list->count++] = key;
}

/* Adds `text` filled for one target, followed by `hint`. */
static bool add_for_target(struct action_list *list, const char *text, const char *key,
                           const struct action_target *target, const char *hint)
{
    struct buffer line = {0};
    const char *filled = NULL;
    if (append_filled(&line, text, target, list->fault) && append_text(&line, hint, list->fault))
        filled = arena_copy(list->arena, buffer_span(&line), list->fault).bytes;
    buffer_release(&line);
    if (filled != NULL)
        add_text(list, filled, key);
    return filled != NULL;
}

static bool add_for_any_volume(struct action_list *list, const char *text, const char *key)
{
    const struct action_target any = {.volume = span_of(any_volume)};
    const char *hint =
        list->has_hint ? "" : catalog_text(CATALOG_TEXT_ANY_VOLUME_HINT, list->language);
    list->has_hint = true;
    return add_for_target(list, text, key, &any, hint);
}

static bool add_for_targets(struct action_list *list, const char *text, const char *key)
{
    const struct action_targets *targets = list->targets;
    for (size_t i = 0; i < targets->count; i++) {
        bool is_last = i + 1 == targets->count;
        const char *hint = is_last && targets->has_more
                               ? catalog_text(CATALOG_TEXT_OTHER_VOLUMES_HINT, list->language)
                               : "";
        if (!add_for_target(list, text, key, &targets->items[i], hint))
            return false;
    }
    return true;
}

bool action_text_fill(const struct action_texts *texts, const struct action_targets *targets,
                      enum language language, struct arena *arena, struct action_texts *filled,
                      struct fault *fault)
{
    struct action_list list = {.targets = targets,
                               .language = language,
                               .arena = arena,
                               .capacity = texts->count * (targets->count ? targets->count : 1),
                               .fault = fault};
    *filled = *texts;
    if (!action_text_has_placeholder(texts->texts, texts->count))
        return true;
    list.texts = arena_allocate(arena, list.capacity, sizeof *list.texts, fault);
    list.keys = arena_allocate(arena, list.capacity, sizeof *list.keys, fault);
    if (list.texts == NULL || list.keys == NULL)
        return false;
    for (size_t i = 0; i < texts->count; i++) {
        const char *text = texts->texts[i];
        const char *key = texts->keys[i];
        if (!has_placeholder(text))
            add_text(&list, text, key);
        else if (targets->count > 0 ? !add_for_targets(&list, text, key)
                                    : !add_for_any_volume(&list, text, key))
            return false;
    }
    *filled = (struct action_texts){list.texts, list.keys, list.count};
    return true;
}

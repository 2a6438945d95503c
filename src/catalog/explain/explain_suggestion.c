#include "catalog/explain/explain_suggestion.h"

#include <string.h>

#include "base/ascii.h"
#include "text/suggestion.h"

/* A shorter word is only a few letters away from any other. */
enum { SHORTEST_WORD = 5 };

struct suggestion_names {
    const char **list;   /* as they are in the catalog, ended by NULL */
    const char **folded; /* the same in small letters */
    size_t count;
    struct arena *arena;
    struct fault *fault;
};

static const char *fold(struct span text, struct suggestion_names *names)
{
    char *copy = arena_allocate(names->arena, text.length + 1, 1, names->fault);
    for (size_t i = 0; copy != NULL && i < text.length; i++)
        copy[i] = ascii_to_lower(text.bytes[i]);
    return copy;
}

static bool add(struct suggestion_names *names, const char *name)
{
    if (name[0] == '\0')
        return true;
    names->list[names->count] = name;
    names->folded[names->count] = fold(span_of(name), names);
    return names->folded[names->count++] != NULL;
}

static bool add_topic(struct suggestion_names *names, const struct catalog_topic *topic)
{
    bool done = add(names, topic->name);
    for (size_t i = 0; done && i < topic->word_count[LANGUAGE_EN]; i++)
        done = add(names, topic->words[LANGUAGE_EN][i]);
    return done;
}

static bool add_all(struct suggestion_names *names, const struct catalog *catalog)
{
    bool done = true;
    for (size_t i = 0; done && i < catalog_topic_count(catalog); i++)
        done = add_topic(names, catalog_topic_at(catalog, i));
    for (size_t i = 0; done && i < catalog_category_count(catalog); i++)
        done = add(names, catalog_category_at(catalog, i)->name);
    for (size_t i = 0; done && i < catalog_error_count(catalog); i++)
        done = add(names, catalog_error_at(catalog, i)->symbol);
    for (size_t i = 0; done && i < catalog_code_count(catalog); i++)
        done = add(names, catalog_code_at(catalog, i)->symbol);
    return done;
}

/* The most names that the catalog may have. */
static size_t most_names(const struct catalog *catalog)
{
    size_t count = catalog_category_count(catalog) + catalog_error_count(catalog) +
                   catalog_code_count(catalog);
    for (size_t i = 0; i < catalog_topic_count(catalog); i++)
        count += 1 + catalog_topic_at(catalog, i)->word_count[LANGUAGE_EN];
    return count;
}

bool explain_suggest(const struct catalog *catalog, struct span text, struct arena *arena,
                     const char **nearest, struct fault *fault)
{
    struct suggestion_names names = {.arena = arena, .fault = fault};
    size_t room = most_names(catalog) + 1;
    *nearest = NULL;
    if (text.length < SHORTEST_WORD)
        return true;
    names.list = arena_allocate(arena, room, sizeof *names.list, fault);
    names.folded = arena_allocate(arena, room, sizeof *names.folded, fault);
    const char *asked = fold(text, &names);
    if (names.list == NULL || names.folded == NULL || asked == NULL || !add_all(&names, catalog))
        return false;
    const char *found = suggestion_nearest(asked, names.folded);
    for (size_t i = 0; i < names.count && *nearest == NULL; i++)
        if (names.folded[i] == found)
            *nearest = names.list[i];
    return true;
}

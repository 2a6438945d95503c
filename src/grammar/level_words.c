#include "grammar/level_words.h"

#include <string.h>

#include "base/memory.h"

/* The words of the level, or NULL. */
static const struct level_source *find_words(const struct dialect_source *dialect,
                                             const char *level)
{
    for (unsigned i = 0; i < dialect->level_words_count; i++)
        if (strcmp(dialect->level_words[i].level, level) == 0)
            return &dialect->level_words[i];
    return NULL;
}

static size_t count_levels(const struct dialect_source *dialect, const struct rule_source *rule)
{
    size_t count = rule->levels_count;
    for (unsigned i = 0; i < rule->levels_count; i++) {
        const struct level_source *words = find_words(dialect, rule->levels[i]);
        count += words != NULL ? words->words_count : 0;
    }
    return count;
}

bool level_words_expand(const struct dialect_source *dialect, const struct rule_source *rule,
                        char ***levels, size_t *level_count, struct fault *fault)
{
    *level_count = 0;
    *levels = NULL;
    if (rule->levels_count == 0)
        return true;
    *levels = memory_allocate(count_levels(dialect, rule), sizeof **levels, fault);
    if (*levels == NULL)
        return false;
    for (unsigned i = 0; i < rule->levels_count; i++) {
        const struct level_source *words = find_words(dialect, rule->levels[i]);
        (*levels)[(*level_count)++] = rule->levels[i];
        for (unsigned j = 0; words != NULL && j < words->words_count; j++)
            (*levels)[(*level_count)++] = words->words[j];
    }
    return true;
}

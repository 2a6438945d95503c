/* The volumes of records put into what a person shall type. */
#ifndef MARSIFT_CATALOG_ACTION_TEXT_H
#define MARSIFT_CATALOG_ACTION_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"

/* A volume, and the hosts on which it is meant. */
struct action_target {
    struct span volume;
    struct span hosts; /* "N1, N2"; empty: not to be said */
};

struct action_targets {
    const struct action_target *items;
    size_t count;
    bool has_more; /* the records name others, too */
};

/* Texts, and by what each is told apart: the same key for those that differ in the volume only. */
struct action_texts {
    const char *const *texts;
    const char *const *keys;
    size_t count;
};

/* Whether a text has {volume} to be filled in. */
bool action_text_has_placeholder(const char *const *texts, size_t count);

/* `texts` with {volume} filled in: one for each target. Without a target a word that nobody can
 * take for a drive stands there, and is explained once. Without {volume} all is lent on. */
bool action_text_fill(const struct action_texts *texts, const struct action_targets *targets,
                      enum language language, struct arena *arena, struct action_texts *filled,
                      struct fault *fault);

#endif

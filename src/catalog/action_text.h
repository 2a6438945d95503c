/* Actions of agent errors with the volumes of the records filled in, so that a person can type them
 * as they are. */
#ifndef MARSIFT_CATALOG_ACTION_TEXT_H
#define MARSIFT_CATALOG_ACTION_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"

/* A volume, and the hosts that it is a volume of. */
struct action_target {
    struct span volume;
    struct span hosts; /* "N1, N2"; empty: not printed */
};

struct action_targets {
    const struct action_target *items;
    size_t count;
    bool has_more; /* the records name others, too */
};

/* Texts, each with its key: texts that differ in the volume only have the same one. */
struct action_texts {
    const char *const *texts;
    const char *const *keys;
    size_t count;
};

/* The actions in `language`, with the English ones as keys, which are the same in every language;
 * with themselves as keys if a user's catalog has another number of English ones. */
struct action_texts action_texts_in(const char *const *const actions[LANGUAGE_COUNT],
                                    const size_t counts[LANGUAGE_COUNT], enum language language);

/* Joins both, `first` first, without those of `second` that `first` has as well. False with the
 * fault set when there is no memory. */
bool action_texts_join(const struct action_texts *first, const struct action_texts *second,
                       struct arena *arena, struct action_texts *joined, struct fault *fault);

/* True if one of the texts has the placeholder {volume}. */
bool action_text_has_placeholder(const char *const *texts, size_t count);

/* Fills {volume} in: a text becomes one for each target. Without targets it says "X:",
 * and the first such text explains that. Texts without {volume} are
 * lent as they are; new ones are in `arena`. False with the fault set when there is no memory. */
bool action_text_fill(const struct action_texts *texts, const struct action_targets *targets,
                      enum language language, struct arena *arena, struct action_texts *filled,
                      struct fault *fault);

#endif

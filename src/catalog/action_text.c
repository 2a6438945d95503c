#include "catalog/action_text.h"

#include <string.h>

#include "base/buffer.h"

static const char placeholder[] = "{volume}";

enum { PLACEHOLDER_BYTES = sizeof placeholder - 1 };

/* A shell refuses the angle brackets, so that nobody resizes a volume by accident. */
static const struct {
    const char *volume;
    const char *explanation;
    const char *more;
} words[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {.volume = "<volume>:",
                     .explanation = " Put the letter of the protected volume for <volume>.",
                     .more = " Do the same for the other volumes that the log names."},
    [LANGUAGE_JA] =
        {.volume = "<ボリューム>:",
         .explanation = "<ボリューム> は、保護対象のボリュームのドライブ文字に置き換えてください。",
         .more = "ログにあるほかのボリュームについても、同様に行ってください。"},
};

bool action_text_has_placeholder(const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strstr(texts[i], placeholder) != NULL)
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

/* What is being filled, and what was so far. */
struct action_filler {
    const struct action_targets *targets;
    enum language language;
    struct arena *arena;
    const char **texts;
    const char **keys;
    size_t count;
    bool is_explained;
    struct fault *fault;
};

static bool fill_one(struct action_filler *action_filler, const char *text, const char *key,
                     const struct action_target *target, const char *addition)
{
    struct buffer line = {0};
    bool done = append_filled(&line, text, target, action_filler->fault) &&
                append_text(&line, addition, action_filler->fault);
    if (done) {
        action_filler->keys[action_filler->count] = key;
        action_filler->texts[action_filler->count] =
            arena_copy(action_filler->arena, buffer_span(&line), action_filler->fault).bytes;
        done = action_filler->texts[action_filler->count++] != NULL;
    }
    buffer_release(&line);
    return done;
}

static bool fill(struct action_filler *action_filler, const char *text, const char *key)
{
    const struct action_targets *targets = action_filler->targets;
    const struct action_target nobody = {.volume = span_of(words[action_filler->language].volume)};
    if (targets->count == 0) {
        const char *explanation = words[action_filler->language].explanation;
        const char *addition = action_filler->is_explained ? "" : explanation;
        action_filler->is_explained = true;
        return fill_one(action_filler, text, key, &nobody, addition);
    }
    for (size_t i = 0; i < targets->count; i++) {
        bool is_last = i + 1 == targets->count;
        const char *addition =
            is_last && targets->has_more ? words[action_filler->language].more : "";
        if (!fill_one(action_filler, text, key, &targets->items[i], addition))
            return false;
    }
    return true;
}

bool action_text_fill(const struct action_texts *texts, const struct action_targets *targets,
                      enum language language, struct arena *arena, struct action_texts *filled,
                      struct fault *fault)
{
    size_t per_text = targets->count > 0 ? targets->count : 1;
    struct action_filler action_filler = {
        .targets = targets, .language = language, .arena = arena, .fault = fault};
    *filled = *texts;
    if (!action_text_has_placeholder(texts->texts, texts->count))
        return true;
    action_filler.texts =
        arena_allocate(arena, texts->count * per_text, sizeof *action_filler.texts, fault);
    action_filler.keys =
        arena_allocate(arena, texts->count * per_text, sizeof *action_filler.keys, fault);
    if (action_filler.texts == NULL || action_filler.keys == NULL)
        return false;
    for (size_t i = 0; i < texts->count; i++) {
        const char *text = texts->texts[i];
        if (strstr(text, placeholder) == NULL) {
            action_filler.texts[action_filler.count] = text;
            action_filler.keys[action_filler.count++] = texts->keys[i];
        } else if (!fill(&action_filler, text, texts->keys[i])) {
            return false;
        }
    }
    *filled = (struct action_texts){action_filler.texts, action_filler.keys, action_filler.count};
    return true;
}

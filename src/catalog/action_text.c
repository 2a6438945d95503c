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

bool filling_is_wanted(const char *const *texts, size_t count)
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
static bool append_filled(struct buffer *line, const char *text,
                          const struct filling_target *target, struct fault *fault)
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
struct filler {
    const struct filling_targets *targets;
    enum language language;
    struct arena *arena;
    const char **texts;
    const char **keys;
    size_t count;
    bool is_explained;
    struct fault *fault;
};

static bool fill_one(struct filler *filler, const char *text, const char *key,
                     const struct filling_target *target, const char *addition)
{
    struct buffer line = {0};
    bool done = append_filled(&line, text, target, filler->fault) &&
                append_text(&line, addition, filler->fault);
    if (done) {
        filler->keys[filler->count] = key;
        filler->texts[filler->count] =
            arena_copy(filler->arena, buffer_span(&line), filler->fault).bytes;
        done = filler->texts[filler->count++] != NULL;
    }
    buffer_release(&line);
    return done;
}

static bool fill(struct filler *filler, const char *text, const char *key)
{
    const struct filling_targets *targets = filler->targets;
    const struct filling_target nobody = {.volume = span_of(words[filler->language].volume)};
    if (targets->count == 0) {
        const char *explanation = words[filler->language].explanation;
        const char *addition = filler->is_explained ? "" : explanation;
        filler->is_explained = true;
        return fill_one(filler, text, key, &nobody, addition);
    }
    for (size_t i = 0; i < targets->count; i++) {
        bool is_last = i + 1 == targets->count;
        const char *addition = is_last && targets->has_more ? words[filler->language].more : "";
        if (!fill_one(filler, text, key, &targets->items[i], addition))
            return false;
    }
    return true;
}

bool filling_make(const struct filling_texts *texts, const struct filling_targets *targets,
                  enum language language, struct arena *arena, struct filling_texts *filled,
                  struct fault *fault)
{
    size_t per_text = targets->count > 0 ? targets->count : 1;
    struct filler filler = {
        .targets = targets, .language = language, .arena = arena, .fault = fault};
    *filled = *texts;
    if (!filling_is_wanted(texts->texts, texts->count))
        return true;
    filler.texts = arena_allocate(arena, texts->count * per_text, sizeof *filler.texts, fault);
    filler.keys = arena_allocate(arena, texts->count * per_text, sizeof *filler.keys, fault);
    if (filler.texts == NULL || filler.keys == NULL)
        return false;
    for (size_t i = 0; i < texts->count; i++) {
        const char *text = texts->texts[i];
        if (strstr(text, placeholder) == NULL) {
            filler.texts[filler.count] = text;
            filler.keys[filler.count++] = texts->keys[i];
        } else if (!fill(&filler, text, texts->keys[i])) {
            return false;
        }
    }
    *filled = (struct filling_texts){filler.texts, filler.keys, filler.count};
    return true;
}

#include "report/sentences.h"

#include "text/template.h"

bool sentence_append(const struct sentence *sentence, enum language language, struct buffer *text,
                     struct fault *fault)
{
    static const char *const templates[SENTENCE_COUNT][LANGUAGE_COUNT] = {
#define SENTENCE_TEMPLATES(name, ...) [SENTENCE_##name] = LANGUAGE_TEXTS(__VA_ARGS__),
        REPORT_SENTENCES(SENTENCE_TEMPLATES)
#undef SENTENCE_TEMPLATES
    };
    return template_append(text, language_text(templates[sentence->id], language),
                           sentence->arguments, MAX_SENTENCE_ARGUMENTS, fault);
}

struct span sentence_write(const struct sentence *sentence, enum language language,
                           struct arena *arena, struct fault *fault)
{
    struct buffer text = {0};
    struct span written = {0};
    if (sentence_append(sentence, language, &text, fault))
        written = arena_copy(arena, buffer_span(&text), fault);
    buffer_release(&text);
    return written;
}

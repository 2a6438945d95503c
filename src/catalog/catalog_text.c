#include "catalog/catalog_text.h"

#include "base/buffer.h"
#include "text/template.h"

const char *catalog_text(enum catalog_text_id id, enum language language)
{
    static const char *const texts[CATALOG_TEXT_COUNT][LANGUAGE_COUNT] = {
#define TEXT_ENTRY(name, ...) [CATALOG_TEXT_##name] = LANGUAGE_TEXTS(__VA_ARGS__),
        CATALOG_TEXTS(TEXT_ENTRY)
#undef TEXT_ENTRY
    };
    return language_text(texts[id], language);
}

const char *catalog_text_fill(enum catalog_text_id id, enum language language,
                              const struct span arguments[MAX_CATALOG_TEXT_ARGUMENTS],
                              struct arena *arena, struct fault *fault)
{
    struct buffer text = {0};
    const char *copy = NULL;
    if (template_append(&text, catalog_text(id, language), arguments, MAX_CATALOG_TEXT_ARGUMENTS,
                        fault))
        copy = arena_copy(arena, buffer_span(&text), fault).bytes;
    buffer_release(&text);
    return copy;
}

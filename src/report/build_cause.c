#include "report/build_cause.h"

#include <stdio.h>

static bool copy(const struct builder *builder, const char *text, const char **to)
{
    *to = arena_copy(builder->arena, span_of(text), builder->fault).bytes;
    return *to != NULL;
}

static bool describe_code(const struct builder *builder, uint32_t value, const char **text,
                          const char **title)
{
    struct report_code code;
    size_t category = catalog_code_meaning(builder->catalog, value).category;
    *title = catalog_category_at(builder->catalog, category)->title[builder->options->language];
    return builder_code(builder, /* has_code= */ true, value, &code) &&
           copy(builder, code.text, text);
}

/* A number that only the service knows, which its documents may explain. */
static bool describe_number(const struct builder *builder, uint32_t value, const char **text,
                            const char **title)
{
    char number[16];
    size_t category = catalog_category_unknown(builder->catalog);
    *title = catalog_category_at(builder->catalog, category)->title[builder->options->language];
    snprintf(number, sizeof number, "%u", (unsigned)value);
    return copy(builder, number, text);
}

bool build_cause(const struct builder *builder, const struct job_cause *cause, const char **text,
                 const char **title)
{
    *text = *title = "";
    if (cause->kind == CAUSE_NONE)
        return true;
    if (cause->kind == CAUSE_CODE)
        return describe_code(builder, cause->value, text, title);
    if (cause->kind == CAUSE_NUMBER)
        return describe_number(builder, cause->value, text, title);
    const struct agent_error *error = catalog_error_at(builder->catalog, cause->value);
    char number[16];
    *title = error->title[builder->options->language];
    *text = error->symbol;
    snprintf(number, sizeof number, "%u", (unsigned)error->id);
    return error->id == 0 || copy(builder, number, text);
}

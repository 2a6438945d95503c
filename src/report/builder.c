#include "report/builder.h"

#include "tally/text_budget.h"
#include "text/code_notation.h"

bool builder_code(const struct builder *builder, bool has_code, uint32_t code,
                  struct report_code *shown)
{
    *shown = (struct report_code){.text = "-", .symbol = "", .meaning = ""};
    if (!has_code)
        return true;
    char words[CODE_TEXT_BYTES];
    catalog_code_describe(builder->catalog, code, builder->options->language, words);
    struct span meaning = arena_copy(builder->arena, span_of(words), builder->fault);
    shown->has_value = true;
    shown->value = code;
    code_notation_write_code(code, shown->text);
    shown->symbol = catalog_code_meaning(builder->catalog, code).symbol;
    shown->meaning = meaning.bytes;
    return meaning.bytes != NULL;
}

struct span builder_host(const struct builder *builder, uint32_t host)
{
    return builder->tally->text_budget.hosts.texts[host];
}

double builder_share(const struct builder *builder, uint64_t part)
{
    uint64_t whole = builder->report->files;
    return whole ? (double)part * 100.0 / (double)whole : 0.0;
}

int builder_more_first(uint64_t a, uint64_t b)
{
    return (a < b) - (a > b);
}

#include "report/builder.h"

#include "text/code_notation.h"

bool drafting_code(const struct draft *draft, bool has_code, uint32_t code,
                   struct report_code *shown)
{
    *shown = (struct report_code){.text = "-", .symbol = "", .meaning = ""};
    if (!has_code)
        return true;
    char words[CODE_TEXT_BYTES];
    catalog_code_describe(draft->catalog, code, draft->options->language, words);
    struct span meaning = arena_copy(draft->arena, span_of(words), draft->fault);
    shown->has_value = true;
    shown->value = code;
    code_notation_write_code(code, shown->text);
    shown->symbol = catalog_code_meaning(draft->catalog, code).symbol;
    shown->meaning = meaning.bytes;
    return meaning.bytes != NULL;
}

struct span drafting_host(const struct draft *draft, uint32_t host)
{
    return draft->tally->hosts.texts[host];
}

double drafting_share(const struct draft *draft, uint64_t part)
{
    uint64_t whole = draft->report->files;
    return whole ? (double)part * 100.0 / (double)whole : 0.0;
}

int drafting_more_first(uint64_t a, uint64_t b)
{
    return (a < b) - (a > b);
}

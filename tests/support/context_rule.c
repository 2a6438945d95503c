#include "support/context_rule.h"

#include <criterion/criterion.h>

#include "base/buffer.h"
#include "catalog/context_match.h"
#include "text/path_key.h"

const char *rule_where(const struct catalog *catalog, uint32_t code, const char *path,
                       const struct folder_list *scratch, const char **category)
{
    struct buffer folded = {0};
    size_t rule = 0;
    size_t place =
        code ? catalog_code_meaning(catalog, code).category : catalog_category_unknown(catalog);
    cr_assert(path_key_fold(span_of(path), &folded, NULL));
    bool is_found =
        context_match_path(catalog, code != 0, code, place, buffer_span(&folded), scratch, &rule);
    buffer_release(&folded);
    const struct catalog_context *found = is_found ? catalog_context_at(catalog, rule) : NULL;
    if (is_found && found->has_category)
        place = found->category;
    *category = catalog_category_at(catalog, place)->name;
    return is_found ? found->name : "-";
}

bool rule_may_change(const struct catalog *catalog, const struct buffer *folded,
                     const struct folder_list *scratch)
{
    struct span path = buffer_span(folded);
    struct buffer folder = {0};
    size_t end = path.length;
    bool may = false;
    for (int pass = 0; pass < 2; pass++) {
        folder.length = 0;
        cr_assert(buffer_append(&folder, span_slice(path, 0, end), NULL));
        cr_assert(buffer_append_byte(&folder, '\\', NULL));
        may |= context_match_may_change(catalog, buffer_span(&folder), scratch);
        while (end > 0 && path.bytes[--end] != '\\')
            ;
    }
    buffer_release(&folder);
    return may;
}

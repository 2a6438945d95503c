#include "catalog/context_match.h"

#include "base/ascii.h"
#include "text/code_notation.h"
#include "text/utf8.h"
#include "text/word_search.h"

/* Windows counts UTF-16 units: two for a character that takes four bytes in UTF-8. */
static bool has_length(struct span path, uint32_t min_units)
{
    size_t units = 0;
    if (path.length < min_units || min_units == 0)
        return min_units == 0;
    for (size_t i = 0; i < path.length; i++) {
        units += !utf8_is_continuation(path.bytes[i]);
        units += (unsigned char)path.bytes[i] >= 0xF0;
    }
    return units >= min_units;
}

static bool matches_path(const struct catalog_context *rule, const struct wildcard_text *path)
{
    if (rule->paths.count > 0 && !wildcard_set_matches(&rule->paths, path))
        return false;
    return has_length(path->text, rule->min_path_length) &&
           !wildcard_set_matches(&rule->exceptions, path);
}

/* Rejects most paths at once: those of a drive that have nothing that a rule needs. */
static bool cannot_match(const struct context_list *list, struct span path)
{
    size_t root = wildcard_root_length(path);
    return list->count == 0 || (root > 0 && path.length < list->min_path_length &&
                                !wildcard_filter_accepts(&list->filter, path, root));
}

bool context_match_path(const struct catalog *catalog, bool has_code, uint32_t code,
                        size_t category, struct span folded, size_t *rule)
{
    const struct context_list *list = catalog_contexts_of(catalog, has_code, code, category);
    if (cannot_match(list, folded))
        return false;
    struct wildcard_text path = wildcard_text_of(folded);
    for (size_t i = 0; i < list->count; i++)
        if (matches_path(catalog_context_at(catalog, list->rules[i]), &path)) {
            *rule = list->rules[i];
            return true;
        }
    return false;
}

/* True if the text names a code of the rule, written as 0x800706BA. */
static bool names_code_of(const struct catalog_context *rule, struct span text)
{
    enum { WRITTEN_BYTES = CODE_NOTATION_BYTES - 1 };
    for (size_t at = 0; at + WRITTEN_BYTES <= text.length; at++) {
        uint32_t code = 0;
        at += span_find_byte(span_slice(text, at, text.length), '0');
        if (at + WRITTEN_BYTES > text.length)
            return false;
        struct span word = span_slice(text, at, at + WRITTEN_BYTES);
        if (ascii_to_lower(word.bytes[1]) != 'x' || !code_notation_read_code(word, &code))
            continue;
        for (size_t i = 0; i < rule->code_count; i++)
            if (rule->codes[i] == code)
                return true;
    }
    return false;
}

static bool is_of_error(const struct catalog_context *rule, size_t error)
{
    for (size_t i = 0; i < rule->error_count; i++)
        if (rule->errors[i] == error)
            return true;
    return false;
}

static bool contains_word_of(const struct catalog_context *rule, struct span text)
{
    for (size_t i = 0; i < rule->text_count; i++)
        if (word_search_contains(text, span_of(rule->texts[i])))
            return true;
    return rule->text_count == 0;
}

bool context_match_error(const struct catalog *catalog, size_t error, bool has_code, uint32_t code,
                         struct span text, size_t *rule)
{
    size_t category =
        has_code ? catalog_code_meaning(catalog, code).category : catalog_category_unknown(catalog);
    for (*rule = 0; *rule < catalog_context_count(catalog); (*rule)++) {
        const struct catalog_context *candidate = catalog_context_at(catalog, *rule);
        if (is_of_error(candidate, error) &&
            (catalog_context_concerns(candidate, has_code, code, category) ||
             names_code_of(candidate, text)) &&
            contains_word_of(candidate, text))
            return true;
    }
    return false;
}

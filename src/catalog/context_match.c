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

/* A failed file's path, and what is known of the scratch folders of its host. */
struct placed_path {
    struct wildcard_text text;
    bool is_scratch_known;
    bool is_in_scratch;
};

static bool is_named(const struct catalog_context *rule, const struct placed_path *path)
{
    bool has_lookalikes = rule->lookalikes.count > 0;
    if ((rule->has_scratch_folder && path->is_in_scratch) ||
        (has_lookalikes && !path->is_scratch_known &&
         wildcard_set_matches(&rule->lookalikes, &path->text)))
        return true;
    bool names_any = rule->paths.count == 0 && !has_lookalikes && !rule->has_scratch_folder;
    return names_any || (rule->paths.count > 0 && wildcard_set_matches(&rule->paths, &path->text));
}

static bool is_excepted(const struct catalog_context *rule, const struct placed_path *path)
{
    return (rule->excepts_scratch_folder && path->is_in_scratch) ||
           wildcard_set_matches(&rule->exceptions, &path->text);
}

static bool matches_path(const struct catalog_context *rule, const struct placed_path *path)
{
    return is_named(rule, path) && has_length(path->text.text, rule->min_path_length) &&
           !is_excepted(rule, path);
}

/* Rejects most paths at once: those of a drive that have nothing that a rule needs. */
static bool cannot_match(const struct context_list *list, struct span path)
{
    size_t root = wildcard_root_length(path);
    return root > 0 && path.length < list->min_path_length &&
           !wildcard_filter_accepts(&list->filter, path, root);
}

/* Stores the list's first rule that matches in `*rule`, if it precedes `*rule`. */
static void match_list(const struct catalog *catalog, const struct context_list *list,
                       const struct placed_path *path, size_t *rule)
{
    for (size_t i = 0; i < list->count && list->rules[i] < *rule; i++)
        if (matches_path(catalog_context_at(catalog, list->rules[i]), path))
            *rule = list->rules[i];
}

bool context_match_path(const struct catalog *catalog, bool has_code, uint32_t code,
                        size_t category, struct span folded, const struct folder_list *scratch,
                        size_t *rule)
{
    const struct context_list *list = catalog_contexts_of(catalog, has_code, code, category);
    bool is_in_scratch = scratch != NULL && folder_list_contains(scratch, folded);
    if (!is_in_scratch && cannot_match(list, folded))
        return false;
    struct placed_path path = {wildcard_text_of(folded), scratch != NULL, is_in_scratch};
    size_t first = catalog_context_count(catalog);
    for (; list != NULL; list = list->wider)
        match_list(catalog, list, &path, &first);
    if (first == catalog_context_count(catalog))
        return false;
    *rule = first;
    return true;
}

bool context_match_may_change(const struct catalog *catalog, struct span folded,
                              const struct folder_list *scratch)
{
    struct wildcard_text path = wildcard_text_of(folded);
    bool is_in_scratch = folder_list_contains(scratch, folded);
    for (size_t i = 0; i < catalog_context_count(catalog); i++) {
        const struct catalog_context *rule = catalog_context_at(catalog, i);
        if (rule->has_scratch_folder && wildcard_set_matches(&rule->paths, &path))
            return false; /* one of the agent's own folders, whatever is known */
        if (wildcard_set_matches(&rule->lookalikes, &path) ||
            (is_in_scratch && (rule->has_scratch_folder || rule->excepts_scratch_folder)))
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

static bool contains_word_of(const struct catalog_context *rule, struct span text)
{
    return rule->text_count == 0 || word_search_contains_any(text, rule->texts, rule->text_count);
}

bool context_match_error(const struct catalog *catalog, size_t error, bool has_code, uint32_t code,
                         struct span text, size_t *rule)
{
    size_t category =
        has_code ? catalog_code_meaning(catalog, code).category : catalog_category_unknown(catalog);
    const struct context_list *list = catalog_contexts_of_error(catalog, error);
    for (size_t i = 0; i < list->count; i++) {
        *rule = list->rules[i];
        const struct catalog_context *candidate = catalog_context_at(catalog, *rule);
        if ((catalog_context_concerns(candidate, has_code, code, category) ||
             names_code_of(candidate, text)) &&
            contains_word_of(candidate, text))
            return true;
    }
    return false;
}

#include "catalog/context_rows.h"

#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/span.h"
#include "catalog/cell_parser.h"
#include "catalog/code_rows.h"
#include "text/code_notation.h"
#include "text/path_key.h"

#define COLUMN_ID(id, name, is_required) CONTEXT_##id,
enum { CONTEXT_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID

static const char *const marks[] = {"harmless", NULL};
enum { MARK_COUNT = 1, MAX_COMPARED_BYTES = 63 /* by suggestion_nearest */ };

/* One entry of `codes`: a code, or the name of a category. */
static bool read_code_entry(struct catalog *catalog, const struct catalog_row *row,
                            struct span entry, uint32_t *codes, size_t *categories,
                            struct catalog_context *rule, struct fault *fault)
{
    if (code_notation_read_code(entry, &codes[rule->code_count])) {
        rule->code_count++;
        return true;
    }
    struct span cells[MAX_CATALOG_COLUMNS] = {[CONTEXT_CODES] = entry};
    struct catalog_row one = *row;
    one.cells = cells;
    return code_rows_category(catalog, &one, CONTEXT_CODES, &categories[rule->category_count++],
                              fault);
}

static bool read_codes(struct catalog *catalog, const struct catalog_row *row,
                       struct catalog_context *rule, struct fault *fault)
{
    const char *const *entries = NULL;
    size_t count = 0;
    if (!cell_parse_list(row, CONTEXT_CODES, "|", &catalog->arena, &entries, &count, fault))
        return false;
    uint32_t *codes = arena_allocate(&catalog->arena, count, sizeof *codes, fault);
    size_t *categories = arena_allocate(&catalog->arena, count, sizeof *categories, fault);
    if (codes == NULL || categories == NULL)
        return false;
    rule->codes = codes;
    rule->categories = categories;
    for (size_t i = 0; i < count; i++)
        if (!read_code_entry(catalog, row, span_of(entries[i]), codes, categories, rule, fault))
            return false;
    return true;
}

static bool read_wildcards(struct catalog *catalog, const struct catalog_row *row, size_t column,
                           struct wildcard_set *list, struct fault *fault)
{
    const char *const *patterns = NULL;
    size_t count = 0;
    struct buffer folded = {0};
    if (!cell_parse_list(row, column, "|", &catalog->arena, &patterns, &count, fault))
        return false;
    list->patterns = arena_allocate(&catalog->arena, count, sizeof *list->patterns, fault);
    bool is_done = list->patterns != NULL;
    for (size_t i = 0; is_done && i < count; i++) {
        struct span copy = {0};
        if (path_key_fold(span_of(patterns[i]), &folded, fault))
            copy = arena_copy(&catalog->arena, buffer_span(&folded), fault);
        is_done = copy.bytes != NULL;
        if (is_done)
            wildcard_set_add(list, wildcard_of(copy));
    }
    buffer_release(&folded);
    return is_done;
}

/* An agent error, by its number or symbol. */
static bool find_error(const struct catalog *catalog, const struct catalog_row *row,
                       struct span key, size_t *error, struct fault *fault)
{
    uint32_t id = 0;
    if (code_notation_read_id(key, &id) && int_map_find(&catalog->id_places, id, error))
        return true;
    const char **symbols = memory_allocate(catalog->error_count + 1, sizeof *symbols, fault);
    if (symbols == NULL)
        return false;
    size_t count = 0;
    bool is_found = false;
    for (*error = 0; *error < catalog->error_count; (*error)++) {
        const char *symbol = catalog->errors[*error].row.symbol;
        is_found = key.length > 0 && span_equals_ignoring_case(key, span_of(symbol));
        if (is_found)
            break;
        if (*symbol != '\0' && strlen(symbol) <= MAX_COMPARED_BYTES)
            symbols[count++] = symbol;
    }
    if (!is_found)
        catalog_row_unknown(row, "agent error", key, symbols, fault);
    memory_free(symbols);
    return is_found;
}

static bool read_errors(struct catalog *catalog, const struct catalog_row *row,
                        struct catalog_context *rule, struct fault *fault)
{
    const char *const *keys = NULL;
    if (!cell_parse_list(row, CONTEXT_ERRORS, "|", &catalog->arena, &keys, &rule->error_count,
                         fault))
        return false;
    size_t *errors = arena_allocate(&catalog->arena, rule->error_count, sizeof *errors, fault);
    rule->errors = errors;
    if (errors == NULL)
        return false;
    for (size_t i = 0; i < rule->error_count; i++)
        if (!find_error(catalog, row, span_of(keys[i]), &errors[i], fault))
            return false;
    rule->has_finding = row->cells[CONTEXT_FINDING].length > 0;
    return !rule->has_finding ||
           find_error(catalog, row, row->cells[CONTEXT_FINDING], &rule->finding, fault);
}

static bool read_outcome(struct catalog *catalog, const struct catalog_row *row,
                         struct catalog_context *rule, struct fault *fault)
{
    size_t mark = MARK_COUNT;
    rule->has_category = row->cells[CONTEXT_BECOMES].length > 0;
    if (rule->has_category &&
        !code_rows_category(catalog, row, CONTEXT_BECOMES, &rule->category, fault))
        return false;
    if (row->cells[CONTEXT_MARK].length > 0 &&
        !cell_parse_choice(row, CONTEXT_MARK, marks, MARK_COUNT, MARK_COUNT, &mark, fault))
        return false;
    rule->mark = mark < MARK_COUNT ? marks[mark] : "";
    return cell_parse_texts(row, CONTEXT_ADVICE_EN, &catalog->arena, rule->advice, fault) &&
           cell_parse_text(row, CONTEXT_REFERENCE, &catalog->arena, &rule->reference, fault);
}

/* The law of the header, as far as it joins columns. */
static bool keeps_law(const struct catalog_row *row, const struct catalog_context *rule,
                      struct fault *fault)
{
    bool is_about_paths = rule->paths.count > 0 || rule->min_path_length > 0;
    bool is_about_shares = rule->min_share_percent > 0;
    bool is_about_errors = rule->error_count > 0;
    if (is_about_paths + is_about_shares + is_about_errors != 1)
        return catalog_row_fault(row, fault,
                                 "a rule is about paths (paths, min_path_length), shares "
                                 "(min_share_pct) or errors: one of them");
    if (rule->min_share_percent > 100)
        return catalog_row_fault(row, fault, "'min_share_pct' is more than 100");
    if (is_about_paths && rule->has_finding)
        return catalog_row_fault(row, fault, "'finding' is for shares and errors");
    if (!is_about_paths && (rule->has_category || rule->mark[0] != '\0'))
        return catalog_row_fault(row, fault, "'becomes' and 'mark' are for paths");
    if (!is_about_paths && !rule->has_finding)
        return catalog_row_fault(row, fault, "'finding' may not be empty");
    if (is_about_paths && !rule->has_category && rule->mark[0] == '\0' &&
        rule->advice[LANGUAGE_EN][0] == '\0')
        return catalog_row_fault(row, fault, "a rule without becomes, mark and advice_en");
    return true;
}

static bool read_context(struct catalog *catalog, const struct catalog_row *row,
                         struct catalog_context *rule, struct fault *fault)
{
    return cell_parse_required_text(row, CONTEXT_NAME, &catalog->arena, &rule->name, fault) &&
           read_codes(catalog, row, rule, fault) &&
           read_wildcards(catalog, row, CONTEXT_PATHS, &rule->paths, fault) &&
           read_wildcards(catalog, row, CONTEXT_EXCEPT, &rule->exceptions, fault) &&
           cell_parse_number(row, CONTEXT_MIN_PATH_LENGTH, &rule->min_path_length, fault) &&
           cell_parse_number(row, CONTEXT_MIN_SHARE, &rule->min_share_percent, fault) &&
           cell_parse_number(row, CONTEXT_MIN_FILES, &rule->min_files, fault) &&
           read_errors(catalog, row, rule, fault) &&
           cell_parse_list(row, CONTEXT_TEXTS, "|", &catalog->arena, &rule->texts,
                           &rule->text_count, fault) &&
           read_outcome(catalog, row, rule, fault) && keeps_law(row, rule, fault);
}

/* Adds the rule, or replaces what an earlier file said under its name. */
bool take_context(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_context kept = {.origin = row_origin_of(catalog, row)};
    if (!read_context(catalog, row, &kept.row, fault))
        return false;
    for (size_t i = 0; i < catalog->context_count; i++)
        if (strcmp(catalog->contexts[i].row.name, kept.row.name) == 0) {
            if (!row_origin_may_replace(catalog, row, catalog->contexts[i].origin,
                                        row->cells[CONTEXT_NAME], fault))
                return false;
            catalog->contexts[i] = kept;
            return true;
        }
    if (!memory_reserve((void **)&catalog->contexts, &catalog->context_capacity,
                        catalog->context_count + 1, sizeof kept, fault))
        return false;
    catalog->contexts[catalog->context_count++] = kept;
    return true;
}

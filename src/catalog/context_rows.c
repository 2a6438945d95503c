#include "catalog/context_rows.h"

#include <string.h>

#include "base/buffer.h"
#include "base/count_of.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/span.h"
#include "catalog/cell_parser.h"
#include "catalog/context_index.h"
#include "catalog/entry_list.h"
#include "text/code_notation.h"
#include "text/path_key.h"

#define COLUMN_ID(id, name, is_required) CONTEXT_##id,
enum { CONTEXT_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID

static const char *const marks[] = {"harmless", NULL};
enum { MARK_COUNT = COUNT_OF(marks) - 1 };

/* Parses one part of the column `codes`: a code, or the name of a category. */
static bool parse_code_or_category(struct catalog *catalog, const struct catalog_row *row,
                                   struct span part, uint32_t *codes, size_t *categories,
                                   struct catalog_context *rule, struct fault *fault)
{
    if (code_notation_read_code(part, &codes[rule->code_count])) {
        rule->code_count++;
        return true;
    }
    return cell_parse_category(catalog, row, part, &categories[rule->category_count++], fault);
}

static bool parse_codes(struct catalog *catalog, const struct catalog_row *row,
                        struct catalog_context *rule, struct fault *fault)
{
    const char *const *parts = NULL;
    size_t count = 0;
    if (!cell_parse_list(row, CONTEXT_CODES, "|", &catalog->arena, &parts, &count, fault))
        return false;
    uint32_t *codes = arena_allocate(&catalog->arena, count, sizeof *codes, fault);
    size_t *categories = arena_allocate(&catalog->arena, count, sizeof *categories, fault);
    if (codes == NULL || categories == NULL)
        return false;
    rule->codes = codes;
    rule->categories = categories;
    for (size_t i = 0; i < count; i++)
        if (!parse_code_or_category(catalog, row, span_of(parts[i]), codes, categories, rule,
                                    fault))
            return false;
    return true;
}

/* Stands for the scratch folders of a host and all below them; no name has such characters. */
#define SCRATCH_FOLDER "<scratch-folder>"

static bool add_wildcard(struct catalog *catalog, struct span pattern, struct buffer *folded,
                         struct wildcard_set *list, struct fault *fault)
{
    struct span copy = {0};
    if (path_key_fold(pattern, folded, fault))
        copy = arena_copy(&catalog->arena, buffer_span(folded), fault);
    if (copy.bytes != NULL)
        wildcard_set_add(list, wildcard_of(copy));
    return copy.bytes != NULL;
}

/* Parses a column of patterns. `has_scratch_folder` is NULL where SCRATCH_FOLDER is a pattern like
 * others. */
static bool parse_wildcards(struct catalog *catalog, const struct catalog_row *row, size_t column,
                            struct wildcard_set *list, bool *has_scratch_folder,
                            struct fault *fault)
{
    const char *const *patterns = NULL;
    size_t count = 0;
    struct buffer folded = {0};
    if (!cell_parse_list(row, column, "|", &catalog->arena, &patterns, &count, fault))
        return false;
    list->patterns = arena_allocate(&catalog->arena, count, sizeof *list->patterns, fault);
    bool is_done = list->patterns != NULL;
    for (size_t i = 0; is_done && i < count; i++) {
        if (has_scratch_folder != NULL && strcmp(patterns[i], SCRATCH_FOLDER) == 0)
            *has_scratch_folder = true;
        else
            is_done = add_wildcard(catalog, span_of(patterns[i]), &folded, list, fault);
    }
    buffer_release(&folded);
    return is_done;
}

/* Finds an agent error by its number or symbol. */
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
        if (*symbol != '\0')
            symbols[count++] = symbol;
    }
    if (!is_found)
        catalog_row_unknown(row, "agent error", key, symbols, fault);
    memory_free(symbols);
    return is_found;
}

static bool parse_errors(struct catalog *catalog, const struct catalog_row *row,
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

static bool parse_effect(struct catalog *catalog, const struct catalog_row *row,
                         struct catalog_context *rule, struct fault *fault)
{
    size_t mark = MARK_COUNT;
    rule->has_category = row->cells[CONTEXT_BECOMES].length > 0;
    if (rule->has_category &&
        !cell_parse_category(catalog, row, row->cells[CONTEXT_BECOMES], &rule->category, fault))
        return false;
    if (row->cells[CONTEXT_MARK].length > 0 &&
        !cell_parse_choice(row, CONTEXT_MARK, marks, MARK_COUNT, MARK_COUNT, &mark, fault))
        return false;
    rule->mark = mark < MARK_COUNT ? marks[mark] : "";
    return cell_parse_texts(row, CONTEXT_ADVICE_EN, &catalog->arena, rule->advice, fault) &&
           cell_parse_text(row, CONTEXT_REFERENCE, &catalog->arena, &rule->reference, fault);
}

/* Checks the rules of the header that concern several columns. */
static bool check_rule(const struct catalog_row *row, const struct catalog_context *rule,
                       struct fault *fault)
{
    bool is_about_paths = catalog_context_is_about_paths(rule);
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

static bool parse_rule(struct catalog *catalog, const struct catalog_row *row,
                       struct catalog_context *rule, struct fault *fault)
{
    return cell_parse_required_text(row, CONTEXT_NAME, &catalog->arena, &rule->name, fault) &&
           parse_codes(catalog, row, rule, fault) &&
           parse_wildcards(catalog, row, CONTEXT_PATHS, &rule->paths, &rule->has_scratch_folder,
                           fault) &&
           parse_wildcards(catalog, row, CONTEXT_EXCEPT, &rule->exceptions,
                           &rule->excepts_scratch_folder, fault) &&
           parse_wildcards(catalog, row, CONTEXT_LOOKALIKES, &rule->lookalikes, NULL, fault) &&
           cell_parse_number(row, CONTEXT_MIN_PATH_LENGTH, &rule->min_path_length, fault) &&
           cell_parse_number(row, CONTEXT_MIN_SHARE, &rule->min_share_percent, fault) &&
           cell_parse_number(row, CONTEXT_MIN_FILES, &rule->min_files, fault) &&
           parse_errors(catalog, row, rule, fault) &&
           cell_parse_list(row, CONTEXT_TEXTS, "|", &catalog->arena, &rule->texts,
                           &rule->text_count, fault) &&
           parse_effect(catalog, row, rule, fault) && check_rule(row, rule, fault);
}

bool context_rows_add(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_context rule = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, contexts, context);
    return parse_rule(catalog, row, &rule.row, fault) &&
           entry_list_put(&list, &catalog->context_places, hash_span(span_of(rule.row.name), 0),
                          &rule, row, CONTEXT_NAME, fault);
}

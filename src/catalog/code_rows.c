#include "catalog/code_rows.h"

#include <string.h>

#include "base/span.h"
#include "catalog/catalog_private.h"
#include "catalog/cell_parser.h"
#include "catalog/entry_list.h"

#define COLUMN_ID(id, name, is_required) CODE_##id,
enum { CODE_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID
#define COLUMN_ID(id, name, is_required) ERROR_##id,
enum { ERROR_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID

static bool parse_code_texts(struct arena *arena, const struct catalog_row *row,
                             struct catalog_code *code, struct fault *fault)
{
    size_t actions = row->cells[CODE_ACTION_EN].length > 0 ? CODE_ACTION_EN : CODE_ACTIONS_EN;
    return cell_parse_texts(row, CODE_TITLE_EN, arena, code->title, fault) &&
           cell_parse_texts(row, CODE_CAUSE_EN, arena, code->cause, fault) &&
           cell_parse_lists(row, actions, "|", arena, code->actions, code->action_count, fault);
}

static bool parse_code(struct catalog *catalog, const struct catalog_row *row,
                       struct catalog_code *code, struct fault *fault)
{
    struct arena *arena = &catalog->arena;
    if (!cell_parse_code(row, CODE_CODE, NULL, &code->code, fault) ||
        !cell_parse_category(catalog, row, row->cells[CODE_CATEGORY], &code->category, fault))
        return false;
    const struct catalog_category *category = &catalog->categories[code->category].row;
    return cell_parse_text(row, CODE_SYMBOL, arena, &code->symbol, fault) &&
           cell_parse_text(row, CODE_ALIAS, arena, &code->alias, fault) &&
           cell_parse_boolean(row, CODE_TRANSIENT, category->transient, &code->transient, fault) &&
           cell_parse_boolean(row, CODE_AT_RISK, category->at_risk, &code->at_risk, fault) &&
           parse_code_texts(arena, row, code, fault) &&
           cell_parse_text_or(row, CODE_REFERENCE, category->reference, arena, &code->reference,
                              fault);
}

bool code_rows_add_code(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_code code = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, codes, code);
    if (!parse_code(catalog, row, &code.row, fault))
        return false;
    size_t place;
    if (!int_map_find(&catalog->code_places, code.row.code, &place))
        place = catalog->code_count;
    else if (*code.row.title[LANGUAGE_EN] == '\0')
        memcpy(code.row.title, catalog->codes[place].row.title, sizeof code.row.title);
    return entry_list_put_at(&list, place, &code, row, CODE_CODE, fault) &&
           int_map_put(&catalog->code_places, code.row.code, place, fault);
}

/* Takes the ~ off the first actions, and counts these. */
static bool strip_marks(struct arena *arena, const char *const **actions, size_t count,
                        uint32_t *marked_count, struct fault *fault)
{
    *marked_count = 0;
    while (*marked_count < count && (*actions)[*marked_count][0] == '~')
        (*marked_count)++;
    if (*marked_count == 0)
        return true;
    const char **plain = arena_allocate(arena, count, sizeof *plain, fault);
    if (plain == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        plain[i] = (*actions)[i] + (i < *marked_count);
    *actions = plain;
    return true;
}

static bool parse_error_actions(struct arena *arena, const struct catalog_row *row,
                                struct agent_error *error, struct fault *fault)
{
    if (!cell_parse_lists(row, ERROR_ACTIONS_EN, "|", arena, error->actions, error->action_count,
                          fault))
        return false;
    /* English last: its marks count. */
    for (size_t language = LANGUAGE_COUNT; language-- > 0;)
        if (!strip_marks(arena, &error->actions[language], error->action_count[language],
                         &error->answered_by_files, fault))
            return false;
    return true;
}

static bool parse_error_texts(struct catalog *catalog, const struct catalog_row *row,
                              struct sourced_error *sourced, struct fault *fault)
{
    struct arena *arena = &catalog->arena;
    struct agent_error *error = &sourced->row;
    for (size_t language = 0; language < LANGUAGE_COUNT; language++)
        if (!cell_parse_list(row, ERROR_MATCH_EN + language, "||", arena,
                             &sourced->messages[language], &sourced->message_count[language],
                             fault))
            return false;
    return cell_parse_text(row, ERROR_SYMBOL, arena, &error->symbol, fault) &&
           cell_parse_required_text(row, ERROR_TITLE_EN, arena, &error->title[LANGUAGE_EN],
                                    fault) &&
           cell_parse_texts(row, ERROR_TITLE_EN, arena, error->title, fault) &&
           cell_parse_texts(row, ERROR_CAUSE_EN, arena, error->cause, fault) &&
           parse_error_actions(arena, row, error, fault);
}

static bool parse_error(struct catalog *catalog, const struct catalog_row *row,
                        struct sourced_error *sourced, struct fault *fault)
{
    static const uint32_t no_code = 0;
    struct agent_error *error = &sourced->row;
    if (!cell_parse_number(row, ERROR_ID, &error->id, fault) ||
        !cell_parse_code(row, ERROR_CODE, &no_code, &error->code, fault) ||
        !cell_parse_boolean(row, ERROR_WRAPPER, false, &error->is_wrapper, fault) ||
        !cell_parse_category(catalog, row, row->cells[ERROR_CATEGORY], &error->category, fault))
        return false;
    const struct catalog_category *category = &catalog->categories[error->category].row;
    return cell_parse_severity(row, ERROR_SEVERITY, category->severity, &error->severity, fault) &&
           cell_parse_boolean(row, ERROR_TRANSIENT, category->transient, &error->transient,
                              fault) &&
           cell_parse_boolean(row, ERROR_AT_RISK, category->at_risk, &error->at_risk, fault) &&
           parse_error_texts(catalog, row, sourced, fault) &&
           cell_parse_text_or(row, ERROR_REFERENCE, category->reference, &catalog->arena,
                              &error->reference, fault);
}

/* The index of the error with the same key, which is the number, or the symbol of a row without
 * one; the count when there is none. */
static size_t find_same_error(const struct catalog *catalog, const struct agent_error *error)
{
    size_t place = 0;
    if (error->id != 0)
        return int_map_find(&catalog->id_places, error->id, &place) ? place : catalog->error_count;
    if (*error->symbol == '\0')
        return catalog->error_count;
    while (place < catalog->error_count &&
           !span_equals_ignoring_case(span_of(catalog->errors[place].row.symbol),
                                      span_of(error->symbol)))
        place++;
    return place;
}

bool code_rows_add_error(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_error error = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, errors, error);
    if (!parse_error(catalog, row, &error, fault))
        return false;
    size_t key_column = error.row.id != 0 ? ERROR_ID : ERROR_SYMBOL;
    size_t place = find_same_error(catalog, &error.row);
    /* A row that names only the symbol keeps the number, by which the entry is found. */
    if (error.row.id == 0 && place < catalog->error_count)
        error.row.id = catalog->errors[place].row.id;
    return entry_list_put_at(&list, place, &error, row, key_column, fault) &&
           (error.row.id == 0 || int_map_put(&catalog->id_places, error.row.id, place, fault));
}

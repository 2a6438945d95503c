#include "catalog/code_rows.h"

#include <string.h>

#include "base/memory.h"
#include "base/span.h"
#include "catalog/cell_parser.h"

#define COLUMN_ID(id, name, is_required) CODE_##id,
enum { CODE_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID
#define COLUMN_ID(id, name, is_required) ERROR_##id,
enum { ERROR_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID

struct row_origin row_origin_of(const struct catalog *catalog, const struct catalog_row *row)
{
    return (struct row_origin){.file = catalog->file, .line = row->line};
}

bool row_origin_may_replace(const struct catalog *catalog, const struct catalog_row *row,
                            struct row_origin earlier, struct span key, struct fault *fault)
{
    if (earlier.file != catalog->file)
        return true;
    return catalog_row_fault(row, fault, "'%.*s' is already on line %llu", (int)key.length,
                             key.bytes, (unsigned long long)earlier.line);
}

bool code_rows_category(const struct catalog *catalog, const struct catalog_row *row, size_t column,
                        size_t *category, struct fault *fault)
{
    struct span wanted = row->cells[column];
    for (size_t i = 0; i < catalog->category_count; i++)
        if (span_equals(wanted, span_of(catalog->categories[i].row.name))) {
            *category = i;
            return true;
        }
    /* The longest word that suggestion_nearest compares. */
    enum { MAX_NAME_BYTES = 63 };
    const char **names = memory_allocate(catalog->category_count + 1, sizeof *names, fault);
    if (names == NULL)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < catalog->category_count; i++)
        if (strlen(catalog->categories[i].row.name) <= MAX_NAME_BYTES)
            names[count++] = catalog->categories[i].row.name;
    catalog_row_unknown(row, "category", wanted, names, fault);
    memory_free(names);
    return false;
}

bool code_rows_severity(const struct catalog_row *row, size_t column, size_t fallback,
                        enum severity *severity, struct fault *fault)
{
    const char *names[SEVERITY_COUNT + 1] = {NULL};
    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        names[i] = severity_name((enum severity)i);
    size_t value;
    if (!cell_parse_choice(row, column, names, SEVERITY_COUNT, fallback, &value, fault))
        return false;
    *severity = (enum severity)value;
    return true;
}

/* The category's reference where the row has none. */
static bool reference_or(const struct catalog_row *row, size_t column, const char *fallback,
                         struct arena *arena, const char **reference, struct fault *fault)
{
    if (!cell_parse_text(row, column, arena, reference, fault))
        return false;
    if (**reference == '\0')
        *reference = fallback;
    return true;
}

static bool read_code(struct catalog *catalog, const struct catalog_row *row,
                      struct catalog_code *code, struct fault *fault)
{
    struct arena *arena = &catalog->arena;
    if (!cell_parse_code(row, CODE_CODE, NULL, &code->code, fault) ||
        !code_rows_category(catalog, row, CODE_CATEGORY, &code->category, fault))
        return false;
    const struct catalog_category *category = &catalog->categories[code->category].row;
    return cell_parse_text(row, CODE_SYMBOL, arena, &code->symbol, fault) &&
           cell_parse_text(row, CODE_ALIAS, arena, &code->alias, fault) &&
           cell_parse_boolean(row, CODE_TRANSIENT, category->transient, &code->transient, fault) &&
           cell_parse_boolean(row, CODE_AT_RISK, category->at_risk, &code->at_risk, fault) &&
           cell_parse_texts(row, CODE_ACTION_EN, arena, code->action, fault) &&
           reference_or(row, CODE_REFERENCE, category->reference, arena, &code->reference, fault);
}

/* Adds the code, or replaces what an earlier file said of it. */
bool take_code(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_code kept = {.origin = row_origin_of(catalog, row)};
    if (!read_code(catalog, row, &kept.row, fault))
        return false;
    size_t place;
    if (int_map_find(&catalog->code_places, kept.row.code, &place)) {
        if (!row_origin_may_replace(catalog, row, catalog->codes[place].origin,
                                    row->cells[CODE_CODE], fault))
            return false;
        catalog->codes[place] = kept;
        return true;
    }
    if (!memory_reserve((void **)&catalog->codes, &catalog->code_capacity, catalog->code_count + 1,
                        sizeof kept, fault) ||
        !int_map_put(&catalog->code_places, kept.row.code, catalog->code_count, fault))
        return false;
    catalog->codes[catalog->code_count++] = kept;
    return true;
}

/* Takes the marks off the first actions and counts them. */
static bool take_marks(struct arena *arena, const char *const **actions, size_t count,
                       uint32_t *marked, struct fault *fault)
{
    *marked = 0;
    while (*marked < count && (*actions)[*marked][0] == '~')
        (*marked)++;
    if (*marked == 0)
        return true;
    const char **plain = arena_allocate(arena, count, sizeof *plain, fault);
    if (plain == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        plain[i] = (*actions)[i] + (i < *marked);
    *actions = plain;
    return true;
}

static bool read_error_actions(struct arena *arena, const struct catalog_row *row,
                               struct agent_error *error, struct fault *fault)
{
    if (!cell_parse_lists(row, ERROR_ACTIONS_EN, "|", arena, error->actions, error->action_count,
                          fault))
        return false;
    for (size_t language = LANGUAGE_COUNT; language-- > 0;)
        if (!take_marks(arena, &error->actions[language], error->action_count[language],
                        &error->answered_by_files, fault))
            return false;
    return true;
}

static bool read_error_texts(struct catalog *catalog, const struct catalog_row *row,
                             struct sourced_error *kept, struct fault *fault)
{
    struct arena *arena = &catalog->arena;
    struct agent_error *error = &kept->row;
    for (size_t language = 0; language < LANGUAGE_COUNT; language++)
        if (!cell_parse_list(row, ERROR_MATCH_EN + language, "||", arena, &kept->messages[language],
                             &kept->message_count[language], fault))
            return false;
    return cell_parse_text(row, ERROR_SYMBOL, arena, &error->symbol, fault) &&
           cell_parse_required_text(row, ERROR_TITLE_EN, arena, &error->title[LANGUAGE_EN],
                                    fault) &&
           cell_parse_texts(row, ERROR_TITLE_EN, arena, error->title, fault) &&
           cell_parse_texts(row, ERROR_CAUSE_EN, arena, error->cause, fault) &&
           read_error_actions(arena, row, error, fault);
}

static bool read_error(struct catalog *catalog, const struct catalog_row *row,
                       struct sourced_error *kept, struct fault *fault)
{
    static const uint32_t no_code = 0;
    struct agent_error *error = &kept->row;
    if (!cell_parse_number(row, ERROR_ID, &error->id, fault) ||
        !cell_parse_code(row, ERROR_CODE, &no_code, &error->code, fault) ||
        !cell_parse_boolean(row, ERROR_WRAPPER, false, &error->is_wrapper, fault) ||
        !code_rows_category(catalog, row, ERROR_CATEGORY, &error->category, fault))
        return false;
    const struct catalog_category *category = &catalog->categories[error->category].row;
    return code_rows_severity(row, ERROR_SEVERITY, category->severity, &error->severity, fault) &&
           cell_parse_boolean(row, ERROR_TRANSIENT, category->transient, &error->transient,
                              fault) &&
           cell_parse_boolean(row, ERROR_AT_RISK, category->at_risk, &error->at_risk, fault) &&
           read_error_texts(catalog, row, kept, fault) &&
           reference_or(row, ERROR_REFERENCE, category->reference, &catalog->arena,
                        &error->reference, fault);
}

/* The place of the entry with the same key: the number, or the symbol of a row without one. */
static bool same_error(const struct catalog *catalog, const struct agent_error *error,
                       size_t *place)
{
    if (error->id != 0)
        return int_map_find(&catalog->id_places, error->id, place);
    if (*error->symbol == '\0')
        return false;
    for (*place = 0; *place < catalog->error_count; (*place)++)
        if (span_equals_ignoring_case(span_of(catalog->errors[*place].row.symbol),
                                      span_of(error->symbol)))
            return true;
    return false;
}

/* Adds the agent error, or replaces what an earlier file said of it. */
bool take_error(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_error kept = {.origin = row_origin_of(catalog, row)};
    if (!read_error(catalog, row, &kept, fault))
        return false;
    size_t place;
    if (same_error(catalog, &kept.row, &place)) {
        struct span key = row->cells[kept.row.id != 0 ? ERROR_ID : ERROR_SYMBOL];
        if (!row_origin_may_replace(catalog, row, catalog->errors[place].origin, key, fault))
            return false;
        /* A row that names only the symbol keeps the number, by which the entry is found. */
        if (kept.row.id == 0)
            kept.row.id = catalog->errors[place].row.id;
        catalog->errors[place] = kept;
        return true;
    }
    if (!memory_reserve((void **)&catalog->errors, &catalog->error_capacity,
                        catalog->error_count + 1, sizeof kept, fault))
        return false;
    if (kept.row.id != 0 &&
        !int_map_put(&catalog->id_places, kept.row.id, catalog->error_count, fault))
        return false;
    catalog->errors[catalog->error_count++] = kept;
    return true;
}

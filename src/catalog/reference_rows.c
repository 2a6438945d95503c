#include "catalog/reference_rows.h"

#include <string.h>

#include "base/memory.h"
#include "base/span.h"
#include "catalog/catalog_private.h"
#include "catalog/cell_parser.h"
#include "catalog/code_rows.h"

#define COLUMN_ID(id, name, is_required) CATEGORY_##id,
enum { CATEGORY_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID
#define COLUMN_ID(id, name, is_required) TOPIC_##id,
enum { TOPIC_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID
#define COLUMN_ID(id, name, is_required) MESSAGE_##id,
enum { MESSAGE_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID
#define COLUMN_ID(id, name, is_required) FAMILY_##id,
enum { FAMILY_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID
#define COLUMN_ID(id, name, is_required) FACILITY_##id,
enum { FACILITY_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID

#define COLUMN_ID(id, name, is_required) SYNONYM_##id,
enum { SYNONYM_COLUMNS(COLUMN_ID) };
#undef COLUMN_ID

static const char *const levels[] = {"file", "job", NULL};
enum { LEVEL_FILE, LEVEL_COUNT = 2 };

static bool read_category(struct catalog *catalog, const struct catalog_row *row,
                          struct catalog_category *category, struct fault *fault)
{
    struct arena *arena = &catalog->arena;
    size_t level;
    if (!cell_parse_choice(row, CATEGORY_LEVEL, levels, LEVEL_COUNT, LEVEL_COUNT, &level, fault))
        return false;
    category->is_file_level = level == LEVEL_FILE;
    return cell_parse_required_text(row, CATEGORY_NAME, arena, &category->name, fault) &&
           code_rows_severity(row, CATEGORY_SEVERITY, SEVERITY_COUNT, &category->severity, fault) &&
           cell_parse_boolean(row, CATEGORY_AT_RISK, true, &category->at_risk, fault) &&
           cell_parse_boolean(row, CATEGORY_TRANSIENT, false, &category->transient, fault) &&
           cell_parse_number(row, CATEGORY_URGENCY, &category->urgency, fault) &&
           cell_parse_required_text(row, CATEGORY_TITLE_EN, arena, &category->title[0], fault) &&
           cell_parse_texts(row, CATEGORY_TITLE_EN, arena, category->title, fault) &&
           cell_parse_texts(row, CATEGORY_MEANING_EN, arena, category->meaning, fault) &&
           cell_parse_lists(row, CATEGORY_ACTIONS_EN, "|", arena, category->actions,
                            category->action_count, fault) &&
           cell_parse_texts(row, CATEGORY_EXCLUSION_EN, arena, category->exclusion, fault) &&
           cell_parse_text(row, CATEGORY_REFERENCE, arena, &category->reference, fault);
}

/* Adds the category, or replaces what an earlier file said of it; its place stays. */
bool take_category(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_category kept = {.origin = row_origin_of(catalog, row)};
    if (!read_category(catalog, row, &kept.row, fault))
        return false;
    for (size_t i = 0; i < catalog->category_count; i++)
        if (strcmp(catalog->categories[i].row.name, kept.row.name) == 0) {
            if (!row_origin_may_replace(catalog, row, catalog->categories[i].origin,
                                        row->cells[CATEGORY_NAME], fault))
                return false;
            catalog->categories[i] = kept;
            return true;
        }
    if (!memory_reserve((void **)&catalog->categories, &catalog->category_capacity,
                        catalog->category_count + 1, sizeof kept, fault))
        return false;
    catalog->categories[catalog->category_count++] = kept;
    return true;
}

static bool read_topic(struct catalog *catalog, const struct catalog_row *row,
                       struct catalog_topic *topic, struct fault *fault)
{
    struct arena *arena = &catalog->arena;
    return cell_parse_required_text(row, TOPIC_TOPIC, arena, &topic->name, fault) &&
           cell_parse_required_text(row, TOPIC_TITLE_EN, arena, &topic->title[0], fault) &&
           cell_parse_texts(row, TOPIC_TITLE_EN, arena, topic->title, fault) &&
           cell_parse_texts(row, TOPIC_CAUSE_EN, arena, topic->cause, fault) &&
           cell_parse_lists(row, TOPIC_WORDS_EN, "|", arena, topic->words, topic->word_count,
                            fault) &&
           cell_parse_lists(row, TOPIC_ACTIONS_EN, "|", arena, topic->actions, topic->action_count,
                            fault) &&
           cell_parse_list(row, TOPIC_RELATED, "|", arena, &topic->related, &topic->related_count,
                           fault) &&
           cell_parse_text(row, TOPIC_REFERENCE, arena, &topic->reference, fault);
}

/* Adds the topic, or replaces what an earlier file said of it. */
bool take_topic(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_topic kept = {.origin = row_origin_of(catalog, row)};
    if (!read_topic(catalog, row, &kept.row, fault))
        return false;
    for (size_t i = 0; i < catalog->topic_count; i++)
        if (strcmp(catalog->topics[i].row.name, kept.row.name) == 0) {
            if (!row_origin_may_replace(catalog, row, catalog->topics[i].origin,
                                        row->cells[TOPIC_TOPIC], fault))
                return false;
            catalog->topics[i] = kept;
            return true;
        }
    if (!memory_reserve((void **)&catalog->topics, &catalog->topic_capacity,
                        catalog->topic_count + 1, sizeof kept, fault))
        return false;
    catalog->topics[catalog->topic_count++] = kept;
    return true;
}

/* Adds the message, or replaces what an earlier file said of its code. */
bool take_message(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_message kept = {.origin = row_origin_of(catalog, row)};
    if (!cell_parse_code(row, MESSAGE_CODE, NULL, &kept.row.code, fault) ||
        !cell_parse_lists(row, MESSAGE_TEXT_EN, "||", &catalog->arena, kept.row.texts,
                          kept.row.text_count, fault))
        return false;
    if (kept.row.text_count[LANGUAGE_EN] == 0)
        return catalog_row_fault(row, fault, "'text_en' may not be empty");
    for (size_t i = 0; i < catalog->message_count; i++)
        if (catalog->messages[i].row.code == kept.row.code) {
            if (!row_origin_may_replace(catalog, row, catalog->messages[i].origin,
                                        row->cells[MESSAGE_CODE], fault))
                return false;
            catalog->messages[i] = kept;
            return true;
        }
    if (!memory_reserve((void **)&catalog->messages, &catalog->message_capacity,
                        catalog->message_count + 1, sizeof kept, fault))
        return false;
    catalog->messages[catalog->message_count++] = kept;
    return true;
}

/* Families are searched from the last file to the first, so nothing is replaced here. */
bool take_family(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_family kept = {.origin = row_origin_of(catalog, row)};
    if (!cell_parse_code(row, FAMILY_FIRST, NULL, &kept.row.first, fault) ||
        !cell_parse_code(row, FAMILY_LAST, NULL, &kept.row.last, fault) ||
        !code_rows_category(catalog, row, FAMILY_CATEGORY, &kept.row.category, fault) ||
        !cell_parse_required_text(row, FAMILY_TITLE_EN, &catalog->arena, &kept.row.title[0],
                                  fault) ||
        !cell_parse_texts(row, FAMILY_TITLE_EN, &catalog->arena, kept.row.title, fault) ||
        !cell_parse_text(row, FAMILY_REFERENCE, &catalog->arena, &kept.row.reference, fault))
        return false;
    if (kept.row.first > kept.row.last)
        return catalog_row_fault(row, fault, "'first' is greater than 'last'");
    if (!memory_reserve((void **)&catalog->families, &catalog->family_capacity,
                        catalog->family_count + 1, sizeof kept, fault))
        return false;
    catalog->families[catalog->family_count++] = kept;
    return true;
}

/* Adds the facility, or replaces what an earlier file said of its number. */
bool take_facility(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_facility kept = {.origin = row_origin_of(catalog, row)};
    if (!cell_parse_number(row, FACILITY_FACILITY, &kept.row.number, fault) ||
        !cell_parse_required_text(row, FACILITY_NAME, &catalog->arena, &kept.row.name, fault))
        return false;
    for (size_t i = 0; i < catalog->facility_count; i++)
        if (catalog->facilities[i].row.number == kept.row.number) {
            if (!row_origin_may_replace(catalog, row, catalog->facilities[i].origin,
                                        row->cells[FACILITY_FACILITY], fault))
                return false;
            catalog->facilities[i] = kept;
            return true;
        }
    if (!memory_reserve((void **)&catalog->facilities, &catalog->facility_capacity,
                        catalog->facility_count + 1, sizeof kept, fault))
        return false;
    catalog->facilities[catalog->facility_count++] = kept;
    return true;
}

/* Rows of several files may name the same word: the first that fits counts, nothing is replaced. */
bool take_synonym(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct catalog_synonym synonym;
    if (!cell_parse_list(row, SYNONYM_SPELLINGS, "|", &catalog->arena, &synonym.spellings,
                         &synonym.spelling_count, fault) ||
        !cell_parse_boolean(row, SYNONYM_IGNORED, false, &synonym.is_ignored, fault))
        return false;
    if (synonym.spelling_count == 0)
        return catalog_row_fault(row, fault, "'spellings' may not be empty");
    if (!memory_reserve((void **)&catalog->synonyms, &catalog->synonym_capacity,
                        catalog->synonym_count + 1, sizeof synonym, fault))
        return false;
    catalog->synonyms[catalog->synonym_count++] = synonym;
    return true;
}

#include "catalog/reference_rows.h"

#include "base/count_of.h"
#include "base/hash.h"
#include "base/span.h"
#include "catalog/catalog_private.h"
#include "catalog/cell_parser.h"
#include "catalog/entry_list.h"

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
enum { LEVEL_FILE, LEVEL_COUNT = COUNT_OF(levels) - 1 };

static bool parse_category(struct catalog *catalog, const struct catalog_row *row,
                           struct catalog_category *category, struct fault *fault)
{
    struct arena *arena = &catalog->arena;
    size_t level;
    if (!cell_parse_choice(row, CATEGORY_LEVEL, levels, LEVEL_COUNT, LEVEL_COUNT, &level, fault))
        return false;
    category->is_file_level = level == LEVEL_FILE;
    return cell_parse_required_text(row, CATEGORY_NAME, arena, &category->name, fault) &&
           cell_parse_severity(row, CATEGORY_SEVERITY, SEVERITY_COUNT, &category->severity,
                               fault) &&
           cell_parse_boolean(row, CATEGORY_AT_RISK, true, &category->at_risk, fault) &&
           cell_parse_boolean(row, CATEGORY_TRANSIENT, false, &category->transient, fault) &&
           cell_parse_number(row, CATEGORY_URGENCY, &category->urgency, fault) &&
           cell_parse_boolean(row, CATEGORY_OF_VOLUME, false, &category->is_of_volume, fault) &&
           cell_parse_required_text(row, CATEGORY_TITLE_EN, arena, &category->title[LANGUAGE_EN],
                                    fault) &&
           cell_parse_texts(row, CATEGORY_TITLE_EN, arena, category->title, fault) &&
           cell_parse_texts(row, CATEGORY_MEANING_EN, arena, category->meaning, fault) &&
           cell_parse_lists(row, CATEGORY_ACTIONS_EN, "|", arena, category->actions,
                            category->action_count, fault) &&
           cell_parse_texts(row, CATEGORY_EXCLUSION_EN, arena, category->exclusion, fault) &&
           cell_parse_text(row, CATEGORY_REFERENCE, arena, &category->reference, fault);
}

bool reference_rows_add_category(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_category category = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, categories, category);
    return parse_category(catalog, row, &category.row, fault) &&
           entry_list_put(&list, &catalog->category_places,
                          hash_span(span_of(category.row.name), 0), &category, row, CATEGORY_NAME,
                          fault);
}

static bool parse_topic(struct catalog *catalog, const struct catalog_row *row,
                        struct catalog_topic *topic, struct fault *fault)
{
    struct arena *arena = &catalog->arena;
    return cell_parse_required_text(row, TOPIC_TOPIC, arena, &topic->name, fault) &&
           cell_parse_required_text(row, TOPIC_TITLE_EN, arena, &topic->title[LANGUAGE_EN],
                                    fault) &&
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

bool reference_rows_add_topic(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_topic topic = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, topics, topic);
    return parse_topic(catalog, row, &topic.row, fault) &&
           entry_list_put(&list, &catalog->topic_places, hash_span(span_of(topic.row.name), 0),
                          &topic, row, TOPIC_TOPIC, fault);
}

bool reference_rows_add_message(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_message message = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, messages, message);
    if (!cell_parse_code(row, MESSAGE_CODE, NULL, &message.row.code, fault) ||
        !cell_parse_lists(row, MESSAGE_TEXT_EN, "||", &catalog->arena, message.row.texts,
                          message.row.text_count, fault) ||
        !cell_parse_list(row, MESSAGE_TEXT_OTHER, "||", &catalog->arena, &message.row.other_texts,
                         &message.row.other_count, fault))
        return false;
    if (message.row.text_count[LANGUAGE_EN] == 0)
        return catalog_row_fault(row, fault, "'text_en' may not be empty");
    return entry_list_put(&list, &catalog->message_places, hash_mix(message.row.code, 0), &message,
                          row, MESSAGE_CODE, fault);
}

bool reference_rows_add_family(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_family family = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, families, family);
    if (!cell_parse_code(row, FAMILY_FIRST, NULL, &family.row.first, fault) ||
        !cell_parse_code(row, FAMILY_LAST, NULL, &family.row.last, fault) ||
        !cell_parse_category(catalog, row, row->cells[FAMILY_CATEGORY], &family.row.category,
                             fault) ||
        !cell_parse_required_text(row, FAMILY_TITLE_EN, &catalog->arena,
                                  &family.row.title[LANGUAGE_EN], fault) ||
        !cell_parse_texts(row, FAMILY_TITLE_EN, &catalog->arena, family.row.title, fault) ||
        !cell_parse_texts(row, FAMILY_CAUSE_EN, &catalog->arena, family.row.cause, fault) ||
        !cell_parse_lists(row, FAMILY_ACTIONS_EN, "|", &catalog->arena, family.row.actions,
                          family.row.action_count, fault) ||
        !cell_parse_text(row, FAMILY_REFERENCE, &catalog->arena, &family.row.reference, fault))
        return false;
    if (family.row.first > family.row.last)
        return catalog_row_fault(row, fault, "'first' is greater than 'last'");
    return entry_list_append(&list, &family, fault);
}

bool reference_rows_add_facility(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_facility facility = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, facilities, facility);
    return cell_parse_number(row, FACILITY_FACILITY, &facility.row.number, fault) &&
           cell_parse_required_text(row, FACILITY_NAME, &catalog->arena, &facility.row.name,
                                    fault) &&
           cell_parse_texts(row, FACILITY_MEANING_EN, &catalog->arena, facility.row.meaning,
                            fault) &&
           entry_list_put(&list, &catalog->facility_places, hash_mix(facility.row.number, 0),
                          &facility, row, FACILITY_FACILITY, fault);
}

bool reference_rows_add_synonym(void *context, const struct catalog_row *row, struct fault *fault)
{
    struct catalog *catalog = context;
    struct sourced_synonym synonym = {.origin = {catalog->file, row->line}};
    const struct entry_list list = ENTRY_LIST(catalog, synonyms, synonym);
    if (!cell_parse_list(row, SYNONYM_SPELLINGS, "|", &catalog->arena, &synonym.row.spellings,
                         &synonym.row.spelling_count, fault) ||
        !cell_parse_boolean(row, SYNONYM_IGNORED, false, &synonym.row.is_ignored, fault))
        return false;
    if (synonym.row.spelling_count == 0)
        return catalog_row_fault(row, fault, "'spellings' may not be empty");
    return entry_list_append(&list, &synonym, fault);
}

#include "catalog/explain/explain_number.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "catalog/catalog_text.h"
#include "catalog/code_family.h"
#include "catalog/explain/broken_code.h"
#include "catalog/explain/number_word.h"
#include "text/code_notation.h"
#include "text/code_search.h"

enum {
    MAX_SHORT_CODE = 0xFFFF,
    MAX_WIN32_ERROR = 15999,
    MAX_AGENT_NUMBER = 0xFFFFFF,
    FIRST_HTTP_SUCCESS = 200,
    LAST_HTTP_SUCCESS = 299,
    EVENT_NAME_BYTES = 24
};

static bool names_id(struct span text)
{
    return span_starts_with_ignoring_case(text, span_of("ID")) ||
           span_starts_with_ignoring_case(text, span_of("(ID"));
}

static void add(struct number_readings *readings, enum entry_kind kind, size_t index)
{
    if (readings->count < MAX_READINGS)
        readings->entries[readings->count++] = (struct entry){.kind = kind, .index = index};
}

/* Titles of events end with "(event 18)" or "(event 7 of disk)". */
static void add_events(const struct catalog *catalog, struct number_readings *readings)
{
    char name[EVENT_NAME_BYTES];
    snprintf(name, sizeof name, "(event %u", (unsigned)readings->value);
    for (size_t i = 0; i < catalog_error_count(catalog); i++) {
        struct span title = span_of(catalog_error_at(catalog, i)->title[LANGUAGE_EN]);
        size_t end = span_find(title, span_of(name)) + span_of(name).length;
        if (end < title.length && !ascii_is_digit(title.bytes[end]))
            add(readings, ENTRY_ERROR, i);
    }
}

static void add_short_code(const struct catalog *catalog, enum entry_kind kind, uint32_t family,
                           struct number_readings *readings)
{
    if (readings->value <= MAX_SHORT_CODE &&
        catalog_code_find(catalog, family | readings->value) != NULL)
        add(readings, kind, readings->value);
}

static void add_agent_error(const struct catalog *catalog, struct number_readings *readings)
{
    size_t error;
    if (catalog_error_by_id(catalog, readings->value, &error))
        add(readings, ENTRY_ERROR, error);
}

/* Adds all that the catalog has for a bare number. */
static void add_known(const struct catalog *catalog, struct number_readings *readings)
{
    add_short_code(catalog, ENTRY_HTTP_STATUS, CODE_HTTP_HRESULT, readings);
    add_short_code(catalog, ENTRY_WIN32_ERROR, CODE_WIN32_HRESULT, readings);
    add_agent_error(catalog, readings);
    add_events(catalog, readings);
}

/* Adds the entry that was asked for, or what else the number may be. */
static void add_named(const struct catalog *catalog, enum readings_kind missing,
                      struct number_readings *readings)
{
    if (missing == READINGS_NO_EVENT)
        add_events(catalog, readings);
    else
        add_agent_error(catalog, readings);
    if (readings->count > 0)
        return;
    readings->kind = missing;
    add_known(catalog, readings);
}

/* Adds the codes that one with a wrong number of digits or a wrong start may be. False if it is
 * none of these. */
static bool add_repairs(const struct catalog *catalog, struct span text,
                        struct number_readings *readings)
{
    uint32_t codes[MAX_BROKEN_CODE_REPAIRS];
    size_t count = 0;
    if (broken_code_lacks_digit(text) && code_notation_read_code(text, &readings->value)) {
        readings->kind = READINGS_LACK_DIGIT;
        count = broken_code_repairs(catalog, readings->value, codes);
    } else if (broken_code_starts_with_zero(catalog, text, &codes[0])) {
        readings->kind = READINGS_WRONG_START;
        count = 1;
    } else if (broken_code_is_no_number(text)) {
        readings->kind = READINGS_NO_CODE;
    }
    for (size_t i = 0; i < count; i++)
        add(readings, ENTRY_CODE, codes[i]);
    return readings->kind != READINGS_MEANINGS;
}

/* Adds the readings of a number that no word explains. */
static void add_unnamed(const struct catalog *catalog, struct span text, bool is_id,
                        struct number_readings *readings)
{
    uint32_t code;
    bool is_code = code_notation_read_code(text, &code);
    bool is_known = is_code && catalog_code_find(catalog, code) != NULL;
    if (is_id && readings->value <= MAX_AGENT_NUMBER && !is_known) {
        add_known(catalog, readings);
        if (readings->count == 0 && readings->value <= MAX_WIN32_ERROR)
            add(readings, ENTRY_WIN32_ERROR, readings->value);
    } else if (is_code) {
        add(readings, ENTRY_CODE, code);
    }
    if (is_code)
        readings->value = code;
    readings->is_success = readings->value == 0;
}

/* Adds the readings of a number with the word before it. */
static void add_readings(const struct catalog *catalog, struct span text, enum number_word word,
                         bool is_id, struct number_readings *readings)
{
    uint32_t value = readings->value;
    bool is_short = is_id && value <= MAX_SHORT_CODE;
    if (is_short && word == NUMBER_WORD_EVENT)
        add_named(catalog, READINGS_NO_EVENT, readings);
    else if (is_id && value <= MAX_AGENT_NUMBER && (word == NUMBER_WORD_ID || names_id(text)))
        add_named(catalog, READINGS_NO_ERROR, readings);
    else if (is_short && word == NUMBER_WORD_HTTP)
        add(readings, ENTRY_HTTP_STATUS, value);
    else if (is_short && word == NUMBER_WORD_WIN32)
        add(readings, ENTRY_WIN32_ERROR, value);
    else
        add_unnamed(catalog, text, is_id, readings);
    if (is_short && word == NUMBER_WORD_HTTP)
        readings->is_success = value >= FIRST_HTTP_SUCCESS && value <= LAST_HTTP_SUCCESS;
}

/* Returns `text` without quotes around it and the punctuation after it: "Error 34506." */
static struct span without_punctuation(struct span text)
{
    while (text.length > 0 && strchr("'\"", text.bytes[0]) != NULL)
        text = span_slice(text, 1, text.length);
    while (text.length > 0 && strchr("'\".,;:", text.bytes[text.length - 1]) != NULL)
        text.length--;
    return text;
}

struct number_readings explain_number_read(const struct catalog *catalog, struct span text)
{
    enum number_word word;
    struct number_readings readings = {0};
    uint32_t code;
    text = number_word_cut(without_punctuation(text), &word);
    readings.is_number = true;
    if (add_repairs(catalog, text, &readings))
        return readings;
    bool is_id = code_notation_read_id(text, &readings.value);
    readings.is_number = is_id || code_notation_read_code(text, &code);
    if (readings.is_number)
        add_readings(catalog, text, word, is_id, &readings);
    return readings;
}

static bool has_code(const struct number_readings *readings, uint32_t code)
{
    for (size_t i = 0; i < readings->count; i++)
        if (readings->entries[i].index == code)
            return true;
    return false;
}

struct number_readings explain_number_read_codes(struct span text)
{
    struct number_readings readings = {.kind = READINGS_CODES};
    uint32_t code;
    for (size_t at = 0; code_search_next(text, &at, &code);) {
        readings.is_number = true;
        if (code != 0 && !has_code(&readings, code))
            add(&readings, ENTRY_CODE, code);
    }
    readings.is_success = readings.is_number && readings.count == 0;
    return readings;
}

/* 0 is no failure in any notation, nor is the HTTP status of a request that succeeded. */
static void explain_success(const struct explainer *explainer, uint32_t value,
                            struct explanation *explanation)
{
    explanation->kind = EXPLAIN_HRESULT;
    explanation->severity = severity_name(SEVERITY_INFORMATION);
    explanation->title = catalog_text(CATALOG_TEXT_SUCCESS, explainer->language);
    if (value != 0)
        return;
    explanation->code = "0x00000000";
    explanation->symbol = "S_OK";
}

static bool is_guess(enum readings_kind kind)
{
    return kind > READINGS_CODES;
}

/* Fills in the title of all readings. False without memory. */
static bool explain_readings_title(const struct explainer *explainer,
                                   const struct number_readings *readings,
                                   struct explanation *explanation)
{
    static const enum catalog_text_id titles[READINGS_KIND_COUNT] = {
        [READINGS_MEANINGS] = CATALOG_TEXT_READINGS,
        [READINGS_CODES] = CATALOG_TEXT_SEVERAL_CODES,
        [READINGS_NO_EVENT] = CATALOG_TEXT_UNKNOWN_EVENT,
        [READINGS_NO_ERROR] = CATALOG_TEXT_UNKNOWN_NUMBER,
        [READINGS_LACK_DIGIT] = CATALOG_TEXT_LACKS_DIGIT,
        [READINGS_WRONG_START] = CATALOG_TEXT_WRONG_START,
        [READINGS_NO_CODE] = CATALOG_TEXT_NO_CODE,
    };
    char number[16];
    if (readings->kind == READINGS_NO_ERROR)
        return explain_unknown_number(explainer, readings->value, explanation);
    snprintf(number, sizeof number, "%u", (unsigned)readings->value);
    explanation->title = explain_text(explainer, titles[readings->kind], number, "");
    return explanation->title != NULL;
}

/* Fills in all readings: after a mistake, only as what may have been meant. */
static bool explain_readings(const struct explainer *explainer,
                             const struct number_readings *readings,
                             struct explanation *explanation)
{
    explanation->kind = is_guess(readings->kind) ? EXPLAIN_UNKNOWN : EXPLAIN_READINGS;
    return explain_readings_title(explainer, readings, explanation) &&
           (readings->count == 0 ||
            explain_matches(explainer, explanation->query, readings->entries, readings->count,
                            explanation));
}

bool explain_number(const struct explainer *explainer, const struct number_readings *readings,
                    struct explanation *explanation)
{
    if (readings->is_success) {
        explain_success(explainer, readings->value, explanation);
        return true;
    }
    if (readings->count > 1 || is_guess(readings->kind))
        return explain_readings(explainer, readings, explanation);
    if (readings->count == 0)
        return explain_unknown_number(explainer, readings->value, explanation);
    return explain_entry(explainer, readings->entries[0], explanation);
}

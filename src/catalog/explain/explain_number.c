#include "catalog/explain/explain_number.h"

#include <stdio.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "catalog/catalog_text.h"
#include "catalog/code_description.h"
#include "catalog/code_family.h"
#include "text/code_notation.h"

enum {
    MAX_SHORT_CODE = 0xFFFF,
    MAX_WIN32_ERROR = 15999,
    MAX_AGENT_NUMBER = 0xFFFFFF,
    CODE_DIGITS = 8,
    HEX_DIGIT_BITS = 4,
    EVENT_NAME_BYTES = 24
};

/* What a word before the number says that it is. */
enum number_word { WORD_NONE, WORD_WIN32, WORD_HTTP, WORD_EVENT };

/* Cuts off a word that people and programs write before a number. */
static struct span cut_word(struct span text, enum number_word *word)
{
    static const struct {
        const char *text;
        enum number_word word;
    } words[] = {
        {"os error ", WORD_WIN32}, {"winerror ", WORD_WIN32},    {"win32 error ", WORD_WIN32},
        {"win32 ", WORD_WIN32},    {"http error ", WORD_HTTP},   {"http status ", WORD_HTTP},
        {"http ", WORD_HTTP},      {"event id ", WORD_EVENT},    {"event ", WORD_EVENT},
        {"eventid ", WORD_EVENT},  {"イベント id ", WORD_EVENT}, {"イベント ", WORD_EVENT},
        {"hresult ", WORD_NONE},   {"error ", WORD_NONE},        {"エラー ", WORD_NONE}};
    *word = WORD_NONE;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        struct span start = span_of(words[i].text);
        if (!span_starts_with_ignoring_case(text, start))
            continue;
        *word = words[i].word;
        return span_trim(span_slice(text, start.length, text.length));
    }
    return text;
}

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

/* Adds all that a bare number up to 0xFFFFFF may be. */
static void add_plain(const struct catalog *catalog, bool is_id, struct number_readings *readings)
{
    uint32_t value = readings->value;
    size_t error;
    if (catalog_error_by_id(catalog, value, &error))
        add(readings, ENTRY_ERROR, error);
    if (is_id)
        return;
    if (value <= MAX_SHORT_CODE && catalog_code_find(catalog, CODE_WIN32_HRESULT | value) != NULL)
        add(readings, ENTRY_WIN32_ERROR, value);
    if (value <= MAX_SHORT_CODE && catalog_code_find(catalog, CODE_HTTP_HRESULT | value) != NULL)
        add(readings, ENTRY_HTTP_STATUS, value);
    if (readings->count == 0 && value <= MAX_WIN32_ERROR)
        add(readings, ENTRY_WIN32_ERROR, value);
}

/* True for 0x and seven digits of a failure code, of which the first cannot be missing. */
static bool is_one_digit_short(struct span text)
{
    if (text.length != CODE_DIGITS + 1 || !span_starts_with_ignoring_case(text, span_of("0x")))
        return false;
    char first = ascii_to_lower(text.bytes[2]);
    return first == '8' || first == 'c' || first == 'd';
}

/* True if `code` without one of its digits is `digits`. */
static bool is_longer_by_one(uint32_t code, uint32_t digits)
{
    for (unsigned at = 0; at < CODE_DIGITS; at++) {
        uint64_t low = code & ((UINT64_C(1) << (at * HEX_DIGIT_BITS)) - 1);
        uint64_t high = (uint64_t)code >> ((at + 1) * HEX_DIGIT_BITS);
        if ((high << (at * HEX_DIGIT_BITS) | low) == digits)
            return true;
    }
    return false;
}

static void add_longer_codes(const struct catalog *catalog, struct number_readings *readings)
{
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < catalog_code_count(catalog); i++) {
            uint32_t code = catalog_code_at(catalog, i)->code;
            if (is_longer_by_one(code, readings->value) &&
                catalog_code_has_message(catalog, code) == (pass == 0))
                add(readings, ENTRY_CODE, code);
        }
}

/* Adds the readings of a number that no word explains. */
static void add_unnamed(const struct catalog *catalog, struct span text, bool is_id,
                        struct number_readings *readings)
{
    uint32_t code;
    bool is_code = code_notation_read_code(text, &code);
    if (is_code && is_one_digit_short(text)) {
        readings->lacks_digit = true;
        add_longer_codes(catalog, readings);
        return;
    }
    bool is_known = is_code && catalog_code_find(catalog, code) != NULL;
    if (is_id && readings->value <= MAX_AGENT_NUMBER && !is_known)
        add_plain(catalog, names_id(text), readings);
    else if (is_code)
        add(readings, ENTRY_CODE, code);
    if (is_code)
        readings->value = code;
}

struct number_readings explain_number_read(const struct catalog *catalog, struct span text)
{
    enum number_word word;
    struct number_readings readings = {0};
    uint32_t code;
    if (span_ends_with_ignoring_case(text, span_of("."))) /* "Error 34506." */
        text.length--;
    text = cut_word(text, &word);
    bool is_id = code_notation_read_id(text, &readings.value);
    readings.is_number = is_id || (word == WORD_NONE && code_notation_read_code(text, &code));
    if (!readings.is_number)
        return readings;
    if (word == WORD_EVENT)
        add_events(catalog, &readings);
    else if (word == WORD_HTTP && readings.value <= MAX_SHORT_CODE)
        add(&readings, ENTRY_HTTP_STATUS, readings.value);
    else if (word == WORD_WIN32 && readings.value <= MAX_SHORT_CODE)
        add(&readings, ENTRY_WIN32_ERROR, readings.value);
    else
        add_unnamed(catalog, text, is_id, &readings);
    return readings;
}

/* 0 is no failure in any notation. */
static void explain_success(const struct explainer *explainer, struct explanation *explanation)
{
    explanation->kind = EXPLAIN_HRESULT;
    explanation->code = "0x00000000";
    explanation->symbol = "S_OK";
    explanation->severity = severity_name(SEVERITY_INFORMATION);
    explanation->title = catalog_text(CATALOG_TEXT_SUCCESS, explainer->language);
}

/* Fills in all readings: of a code that lacks a digit, only as what may have been meant. */
static bool explain_readings(const struct explainer *explainer,
                             const struct number_readings *readings,
                             struct explanation *explanation)
{
    bool is_short = readings->lacks_digit;
    explanation->kind = is_short ? EXPLAIN_UNKNOWN : EXPLAIN_READINGS;
    explanation->title = catalog_text(is_short ? CATALOG_TEXT_LACKS_DIGIT : CATALOG_TEXT_READINGS,
                                      explainer->language);
    return explain_matches(explainer, explanation->query, readings->entries, readings->count,
                           explanation);
}

bool explain_number(const struct explainer *explainer, const struct number_readings *readings,
                    struct explanation *explanation)
{
    if (readings->value == 0) {
        explain_success(explainer, explanation);
        return true;
    }
    if (readings->count > 1 || readings->lacks_digit)
        return explain_readings(explainer, readings, explanation);
    if (readings->count == 0)
        return explain_unknown_number(explainer, readings->value, explanation);
    return explain_entry(explainer, readings->entries[0], explanation);
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "catalog/catalog.h"
#include "catalog/catalog_text.h"

static bool ends_with(const char *text, const char *end)
{
    return span_ends_with_ignoring_case(span_of(text), span_of(end));
}

/* Kana or kanji: a text that is not merely English copied. */
static bool has_japanese(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0xE3)
            return true;
    return false;
}

static void assert_languages(const char *const texts[LANGUAGE_COUNT], const char *where)
{
    cr_assert(gt(sz, strlen(texts[LANGUAGE_EN]), 0), "%s", where);
    cr_assert(not(has_japanese(texts[LANGUAGE_EN])), "%s: %s", where, texts[LANGUAGE_EN]);
    cr_assert(ne(ptr, (void *)texts[LANGUAGE_JA], (void *)texts[LANGUAGE_EN]), "%s", where);
    cr_assert(has_japanese(texts[LANGUAGE_JA]), "%s: %s", where, texts[LANGUAGE_JA]);
}

static void assert_sentences(const char *const texts[LANGUAGE_COUNT], const char *where)
{
    assert_languages(texts, where);
    cr_assert(ends_with(texts[LANGUAGE_EN], "."), "%s: %s", where, texts[LANGUAGE_EN]);
    cr_assert(ends_with(texts[LANGUAGE_JA], "。"), "%s: %s", where, texts[LANGUAGE_JA]);
}

static void assert_titles(const char *const texts[LANGUAGE_COUNT], const char *where)
{
    assert_languages(texts, where);
    cr_assert(not(ends_with(texts[LANGUAGE_EN], ".")), "%s: %s", where, texts[LANGUAGE_EN]);
    cr_assert(not(ends_with(texts[LANGUAGE_JA], "。")), "%s: %s", where, texts[LANGUAGE_JA]);
}

static void assert_actions(const char *const *const actions[LANGUAGE_COUNT],
                           const size_t counts[LANGUAGE_COUNT], const char *where)
{
    cr_assert(gt(sz, counts[LANGUAGE_EN], 0), "%s", where);
    cr_assert(eq(sz, counts[LANGUAGE_EN], counts[LANGUAGE_JA]), "%s", where);
    for (size_t i = 0; i < counts[LANGUAGE_EN]; i++) {
        const char *texts[] = {actions[LANGUAGE_EN][i], actions[LANGUAGE_JA][i]};
        assert_sentences(texts, where);
    }
}

static void assert_reference(const char *reference, const char *where)
{
    static const char home[] = "https://";
    cr_assert(eq(int, strncmp(reference, home, strlen(home)), 0), "%s: %s", where, reference);
    cr_assert(eq(ptr, strchr(reference, ' '), NULL), "%s: %s", where, reference);
}

Test(catalog_texts, every_category_speaks_both_languages)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < catalog_category_count(catalog); i++) {
        const struct catalog_category *row = catalog_category_at(catalog, i);
        assert_titles(row->title, row->name);
        assert_sentences(row->meaning, row->name);
        assert_actions(row->actions, row->action_count, row->name);
        assert_reference(row->reference, row->name);
        cr_assert(le(sz, row->action_count[LANGUAGE_EN], 3), "%s", row->name);
        if (row->is_file_level)
            assert_sentences(row->exclusion, row->name);
    }
    catalog_close(catalog);
}

Test(catalog_texts, every_code_speaks_both_languages)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < catalog_code_count(catalog); i++) {
        const struct catalog_code *row = catalog_code_at(catalog, i);
        char where[16];
        snprintf(where, sizeof where, "0x%08X", (unsigned)row->code);
        assert_titles(row->title, where);
        assert_reference(row->reference, where);
        if (*row->cause[LANGUAGE_EN] != '\0')
            assert_sentences(row->cause, where);
        if (*row->cause[LANGUAGE_EN] != '\0' || row->action_count[LANGUAGE_EN] > 0)
            assert_actions(row->actions, row->action_count, where);
    }
    catalog_close(catalog);
}

/* Copies the letters and digits of `text` in small letters. */
static void squeeze(const char *text, char squeezed[256])
{
    size_t length = 0;
    for (; *text != '\0' && length < 255; text++)
        if (isalnum((unsigned char)*text))
            squeezed[length++] = ascii_to_lower(*text);
    squeezed[length] = '\0';
}

/* A symbol is no explanation: "Rem not list" is what ERROR_REM_NOT_LIST says already. */
Test(catalog_texts, no_title_is_made_of_its_symbol)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < catalog_code_count(catalog); i++) {
        const struct catalog_code *row = catalog_code_at(catalog, i);
        char title[256];
        char symbol[256];
        squeeze(row->title[LANGUAGE_EN], title);
        squeeze(row->symbol, symbol);
        cr_assert(not(ends_with(symbol, title)), "0x%08X: %s", (unsigned)row->code,
                  row->title[LANGUAGE_EN]);
    }
    catalog_close(catalog);
}

Test(catalog_texts, every_agent_error_speaks_both_languages)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t i = 0; i < catalog_error_count(catalog); i++) {
        const struct agent_error *row = catalog_error_at(catalog, i);
        const char *where = row->title[LANGUAGE_EN];
        assert_titles(row->title, where);
        assert_sentences(row->cause, where);
        assert_actions(row->actions, row->action_count, where);
        assert_reference(row->reference, where);
        cr_assert(eq(ptr, strchr(row->symbol, ' '), NULL), "%s", row->symbol);
        cr_assert(eq(ptr, strchr(row->symbol, '('), NULL), "%s", row->symbol);
    }
    catalog_close(catalog);
}

Test(catalog_texts, every_topic_speaks_both_languages)
{
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    cr_assert(ge(sz, catalog_topic_count(catalog), 14));
    for (size_t i = 0; i < catalog_topic_count(catalog); i++) {
        const struct catalog_topic *row = catalog_topic_at(catalog, i);
        assert_titles(row->title, row->name);
        assert_sentences(row->cause, row->name);
        assert_actions(row->actions, row->action_count, row->name);
        assert_reference(row->reference, row->name);
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            cr_assert(gt(sz, row->word_count[language], 0), "%s", row->name);
        cr_assert(has_japanese(row->words[LANGUAGE_JA][0]), "%s", row->name);
    }
    catalog_close(catalog);
}

static int rank_of(const struct catalog *catalog, const struct catalog_message_pattern *pattern)
{
    const struct agent_error *error = catalog_error_at(catalog, pattern->error);
    if (error->is_wrapper)
        return 3;
    return error->code != 0 ? 2 : pattern->is_generic;
}

Test(catalog_texts, texts_of_codes_and_wrappers_come_after_findings)
{
    static const struct {
        const char *pattern;
        uint32_t code;
        bool is_wrapper;
    } rows[] = {
        {"Access is denied", 0x80070005, false},
        {"The file or directory is corrupted and unreadable", 0x80070570, false},
        {"The system cannot find the file specified", 0x80070002, false},
        {"Access to the cloud file is denied", 0x8007018B, false},
        {"The current operation failed due to an internal service error", 0, true},
        {"BackupRead failed on file(", 0, true},
        {"ジョブは失敗しました", 0, true},
        {"The backup operation has completed with errors", 0, false},
    };
    struct catalog *catalog = catalog_open(NULL, 0, NULL);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        const struct agent_error *error = NULL;
        for (size_t i = 0; i < catalog_message_pattern_count(catalog); i++)
            if (span_equals(catalog_message_pattern_at(catalog, i)->text, span_of(rows[r].pattern)))
                error = catalog_error_at(catalog, catalog_message_pattern_at(catalog, i)->error);
        cr_assert(ne(ptr, (void *)error, NULL), "%s", rows[r].pattern);
        cr_assert(eq(u32, error->code, rows[r].code), "%s", rows[r].pattern);
        cr_assert(eq(int, error->is_wrapper, rows[r].is_wrapper), "%s", rows[r].pattern);
    }
    /* Findings come before messages that other programs print, too, then texts of codes, then
     * wrappers; among these the longest is first. */
    for (size_t i = 1; i < catalog_message_pattern_count(catalog); i++) {
        const struct catalog_message_pattern *before = catalog_message_pattern_at(catalog, i - 1);
        const struct catalog_message_pattern *after = catalog_message_pattern_at(catalog, i);
        int order = rank_of(catalog, after) - rank_of(catalog, before);
        cr_assert(ge(int, order, 0), "pattern %zu", i);
        if (order == 0)
            cr_assert(ge(sz, before->text.length, after->text.length), "pattern %zu", i);
    }
    catalog_close(catalog);
}

static unsigned placeholders_of(const char *text)
{
    unsigned found = 0;
    for (unsigned number = 1; number <= 9; number++) {
        char placeholder[8];
        snprintf(placeholder, sizeof placeholder, "{%u}", number);
        if (strstr(text, placeholder) != NULL)
            found |= 1U << number;
    }
    return found;
}

Test(catalog_texts, both_languages_of_a_text_have_the_same_placeholders)
{
    for (int id = 0; id < CATALOG_TEXT_COUNT; id++) {
        const char *english = catalog_text((enum catalog_text_id)id, LANGUAGE_EN);
        const char *japanese = catalog_text((enum catalog_text_id)id, LANGUAGE_JA);
        cr_assert(eq(uint, placeholders_of(english), placeholders_of(japanese)), "%s", english);
        cr_assert(has_japanese(japanese), "%s", japanese);
    }
}

#include "catalog/code_description.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "catalog/catalog_private.h"
#include "catalog/catalog_text.h"
#include "catalog/code_family.h"
#include "catalog/code_meaning.h"
#include "text/utf8.h"
#include "text/word_list.h"

/* An HRESULT keeps its facility in bits 16 to 26, an NTSTATUS in bits 16 to 27. */
enum {
    FACILITY_SHIFT = 16,
    SEVERITY_SHIFT = 30,
    HRESULT_FACILITY_MASK = 0x7FF,
    NTSTATUS_FACILITY_MASK = 0xFFF,
    FACILITY_TEXT_BYTES = 256
};

#define NTSTATUS_ERROR UINT32_C(0xC0000000)

/* Cuts a text that did not fit before its last, incomplete character. */
static void cut_at_character(char text[CODE_TEXT_BYTES])
{
    size_t length = strlen(text);
    if (length + 1 < CODE_TEXT_BYTES)
        return;
    while (length > 0 && utf8_is_continuation(text[length - 1]))
        length--;
    text[length > 0 ? length - 1 : 0] = '\0';
}

/* Writes `message` without its full stop. */
static void write_message(const char *message, char text[CODE_TEXT_BYTES])
{
    snprintf(text, CODE_TEXT_BYTES, "%s", message);
    cut_at_character(text);
    struct span whole = span_of(text);
    static const char *const stops[] = {".", "。"};
    text[whole.length - word_list_end_of(stops, COUNT_OF(stops), whole)] = '\0';
}

/* The message of the system for the code, or NULL. */
static const char *message_of(const struct catalog *catalog, uint32_t code, enum language language)
{
    for (size_t i = 0; i < catalog->message_count; i++)
        if (catalog->messages[i].row.code == code)
            return catalog->messages[i].row.texts[language][0];
    return NULL;
}

bool catalog_code_has_message(const struct catalog *catalog, uint32_t code)
{
    return message_of(catalog, code, LANGUAGE_EN) != NULL;
}

static const struct code_facility *find_facility(const struct catalog *catalog, uint32_t number)
{
    for (size_t i = 0; i < catalog->facility_count; i++)
        if (catalog->facilities[i].row.number == number)
            return &catalog->facilities[i].row;
    return NULL;
}

/* " (HTTP: status of a web service)", without the meaning beside a family, which says it; "" for a
 * facility that is not known. */
static void write_facility(const struct code_facility *facility, enum language language,
                           bool has_family, char text[FACILITY_TEXT_BYTES])
{
    *text = '\0';
    if (facility == NULL)
        return;
    const char *meaning = has_family ? "" : facility->meaning[language];
    snprintf(text, FACILITY_TEXT_BYTES, " (%s%s%s)", facility->name, *meaning != '\0' ? ": " : "",
             meaning);
}

/* Writes family, severity, facility and number: "Windows Server Backup: HRESULT error, facility 120
 * (BLB: ...), code 286". */
static void write_parts(const struct catalog *catalog, uint32_t code, enum language language,
                        char text[CODE_TEXT_BYTES])
{
    static const enum catalog_text_id hresult_words[] = {
        CATALOG_TEXT_WORD_SUCCESS, CATALOG_TEXT_WORD_SUCCESS, CATALOG_TEXT_WORD_ERROR,
        CATALOG_TEXT_WORD_ERROR};
    static const enum catalog_text_id status_words[] = {
        CATALOG_TEXT_WORD_SUCCESS, CATALOG_TEXT_WORD_INFORMATION, CATALOG_TEXT_WORD_WARNING,
        CATALOG_TEXT_WORD_ERROR};
    bool is_status = (code & NTSTATUS_ERROR) == NTSTATUS_ERROR;
    uint32_t facility =
        (code >> FACILITY_SHIFT) & (is_status ? NTSTATUS_FACILITY_MASK : HRESULT_FACILITY_MASK);
    const struct code_family *family = code_family_of(catalog, code);
    char name[FACILITY_TEXT_BYTES];
    write_facility(is_status ? NULL : find_facility(catalog, facility), language, family != NULL,
                   name);
    snprintf(
        text, CODE_TEXT_BYTES, "%s%s%s %s%s %u%s%s %u", family ? family->title[language] : "",
        family ? ": " : "", is_status ? "NTSTATUS" : "HRESULT",
        catalog_text((is_status ? status_words : hresult_words)[code >> SEVERITY_SHIFT], language),
        catalog_text(CATALOG_TEXT_FACILITY_LABEL, language), (unsigned)facility, name,
        catalog_text(CATALOG_TEXT_CODE_LABEL, language), (unsigned)(code & CODE_LOW_HALF));
    cut_at_character(text);
}

const char *catalog_code_describe(const struct catalog *catalog, uint32_t code,
                                  enum language language, char text[CODE_TEXT_BYTES])
{
    uint32_t other = code_family_equivalent(code);
    const struct code_meaning meaning = catalog_code_meaning(catalog, code);
    const char *message = message_of(catalog, code, language);
    if (message == NULL)
        message = message_of(catalog, other, language);
    if (meaning.row != NULL && *meaning.row->title[language] != '\0') {
        write_message(meaning.row->title[language], text);
    } else if (message != NULL) {
        write_message(message, text);
    } else if (meaning.row != NULL) {
        snprintf(text, CODE_TEXT_BYTES, "%s",
                 catalog->categories[meaning.category].row.title[language]);
    } else if ((other & CODE_HIGH_HALF) == CODE_WIN32_HRESULT &&
               code_family_of(catalog, other) == NULL) {
        snprintf(text, CODE_TEXT_BYTES, "Win32 %s %u",
                 catalog_text(CATALOG_TEXT_WORD_ERROR, language),
                 (unsigned)(other & CODE_LOW_HALF));
    } else {
        write_parts(catalog, code, language, text);
    }
    return text;
}

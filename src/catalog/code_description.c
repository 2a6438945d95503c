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
    NTSTATUS_FACILITY_MASK = 0xFFF
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

/* Prefixes of symbols, and the words that replace them. */
static const struct {
    const char *prefix;
    const char *replacement;
} symbol_prefixes[] = {
    {"HRESULT_FROM_NT(STATUS_", ""},
    {"ERROR_", ""},
    {"STATUS_", ""},
    {"VSS_E_WRITERERROR_", "VSS writer error: "},
    {"VSS_E_", "VSS: "},
    {"FVE_E_", "BitLocker: "},
    {"STG_E_", "Storage: "},
    {"SCHED_S_", "Task Scheduler: "},
    {"SCHED_E_", "Task Scheduler: "},
    {"WININET_E_", "Internet connection: "},
    {"SEC_E_", "Security: "},
    {"CRYPT_E_", "Cryptography: "},
    {"NTE_", "Cryptography: "},
    {"CERT_E_", "Certificate: "},
    {"TRUST_E_", "Trust: "},
    {"RPC_S_", "RPC: "},
    {"RPC_E_", "RPC: "},
    {"EPT_S_", "RPC endpoint: "},
    {"CO_E_", "COM: "},
    {"REGDB_E_", "COM: "},
    {"E_", ""},
};

/* Cuts the prefix off `symbol`. Returns what replaces it. */
static const char *cut_prefix(struct span *symbol)
{
    for (size_t i = 0; i < COUNT_OF(symbol_prefixes); i++) {
        struct span prefix = span_of(symbol_prefixes[i].prefix);
        if (!span_starts_with_ignoring_case(*symbol, prefix))
            continue;
        *symbol = span_slice(*symbol, prefix.length, symbol->length);
        return symbol_prefixes[i].replacement;
    }
    return "";
}

/* Abbreviations stay in capitals. */
static bool is_abbreviation(struct span word)
{
    static const char *const known[] = {
        "ACL", "CA", "CN", "CSV",  "DAX", "DLP",  "DOS", "DPL", "EA",  "EAS", "EDP", "EFS", "FS",
        "FT",  "ID", "IO", "NTFS", "RPC", "SMB1", "VHD", "VSS", "WIM", "WIP", "WOF", "XML"};
    for (size_t i = 0; i < COUNT_OF(known); i++)
        if (span_equals(word, span_of(known[i])))
            return true;
    return false;
}

/* Writes ERROR_CLOUD_FILE_IN_USE as "Cloud file in use", FVE_E_LOCKED_VOLUME as "BitLocker: locked
 * volume". */
static void write_symbol(const char *symbol, char text[CODE_TEXT_BYTES])
{
    struct span rest = span_of(symbol);
    size_t length = (size_t)snprintf(text, CODE_TEXT_BYTES, "%s", cut_prefix(&rest));
    bool is_first = length == 0;
    if (rest.length > 0 && rest.bytes[rest.length - 1] == ')')
        rest.length--;
    while (rest.length > 0) {
        size_t end = span_find_byte(rest, '_');
        bool is_unchanged = is_abbreviation(span_slice(rest, 0, end));
        for (size_t i = 0; i < end && length + 2 < CODE_TEXT_BYTES; i++, is_first = false) {
            char byte = rest.bytes[i];
            text[length++] = is_unchanged || is_first ? byte : ascii_to_lower(byte);
        }
        if (end < rest.length && length + 2 < CODE_TEXT_BYTES)
            text[length++] = ' ';
        rest = span_slice(rest, end < rest.length ? end + 1 : end, rest.length);
    }
    text[length] = '\0';
}

static const char *facility_name(const struct catalog *catalog, uint32_t number)
{
    for (size_t i = 0; i < catalog->facility_count; i++)
        if (catalog->facilities[i].row.number == number)
            return catalog->facilities[i].row.name;
    return NULL;
}

/* Writes severity, facility and number: "Windows Server Backup: HRESULT error, facility 120 (BLB),
 * code 286". */
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
    const char *name = is_status ? NULL : facility_name(catalog, facility);
    const struct code_family *family = code_family_of(catalog, code);
    snprintf(
        text, CODE_TEXT_BYTES, "%s%s%s %s%s %u%s%s%s%s %u", family ? family->title[language] : "",
        family ? ": " : "", is_status ? "NTSTATUS" : "HRESULT",
        catalog_text((is_status ? status_words : hresult_words)[code >> SEVERITY_SHIFT], language),
        catalog_text(CATALOG_TEXT_FACILITY_LABEL, language), (unsigned)facility, name ? " (" : "",
        name ? name : "", name ? ")" : "", catalog_text(CATALOG_TEXT_CODE_LABEL, language),
        (unsigned)(code & CODE_LOW_HALF));
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
    if (message != NULL) {
        write_message(message, text);
    } else if (*meaning.symbol != '\0' && language == LANGUAGE_EN) {
        write_symbol(meaning.symbol, text);
    } else if (*meaning.symbol != '\0') {
        /* No Japanese wording is known, and the symbol is shown beside this text. */
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

#include "catalog/system_message.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/memory.h"
#include "catalog/catalog_lookup.h"
#include "catalog/catalog_private.h"
#include "text/utf8.h"
#include "text/word_list.h"

static struct span without_full_stop(struct span text)
{
    static const char *const stops[] = {".", "。"};
    text = span_trim(text);
    return span_slice(text, 0, text.length - word_list_end_of(stops, COUNT_OF(stops), text));
}

/* True if a message may begin at `start`: not in the middle of a word. */
static bool is_boundary(struct span text, size_t start)
{
    if (start == 0)
        return true;
    size_t before = start - 1;
    while (before > 0 && utf8_is_continuation(text.bytes[before]))
        before--;
    uint32_t character;
    if (utf8_read(span_slice(text, before, start), &character) == 0)
        return true;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
    return category > UTF8PROC_CATEGORY_NO || category == UTF8PROC_CATEGORY_CN;
}

static unsigned last_byte(struct span text)
{
    return text.length > 0 ? (unsigned char)ascii_to_lower(text.bytes[text.length - 1]) : 0;
}

/* The last two bytes, case folded, as a number: of suffix_ends, a bit. */
static unsigned last_two_bytes(struct span text)
{
    return last_byte(span_slice(text, 0, text.length - 1)) << 8 | last_byte(text);
}

static int compare_suffixes(const void *left, const void *right)
{
    const struct message_suffix *a = left;
    const struct message_suffix *b = right;
    if (last_byte(a->text) != last_byte(b->text))
        return last_byte(a->text) < last_byte(b->text) ? -1 : 1;
    if (a->text.length != b->text.length)
        return a->text.length > b->text.length ? -1 : 1;
    int order = span_compare(a->text, b->text);
    return order ? order : (a->code > b->code) - (a->code < b->code);
}

/* Stores the texts at `suffixes` unless it is NULL. Returns how many there are. */
static size_t add_suffixes(const char *const *texts, size_t count, uint32_t code,
                           struct message_suffix *suffixes)
{
    for (size_t i = 0; suffixes != NULL && i < count; i++)
        suffixes[i] =
            (struct message_suffix){.text = without_full_stop(span_of(texts[i])), .code = code};
    return count;
}

/* Fills `suffixes` unless it is NULL. Returns how many there are. */
static size_t list_suffixes(const struct catalog *catalog, struct message_suffix *suffixes)
{
    size_t count = 0;
    for (size_t i = 0; i < catalog->message_count; i++) {
        const struct system_message *message = &catalog->messages[i].row;
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            count += add_suffixes(message->texts[language], message->text_count[language],
                                  message->code, suffixes ? &suffixes[count] : NULL);
        count += add_suffixes(message->other_texts, message->other_count, message->code,
                              suffixes ? &suffixes[count] : NULL);
    }
    return count;
}

bool system_message_build_suffixes(struct catalog *catalog, struct fault *fault)
{
    size_t count = list_suffixes(catalog, NULL);
    catalog->suffixes = memory_allocate(count, sizeof *catalog->suffixes, fault);
    if (catalog->suffixes == NULL)
        return false;
    list_suffixes(catalog, catalog->suffixes);
    qsort(catalog->suffixes, count, sizeof *catalog->suffixes, compare_suffixes);
    for (size_t i = 0; i < count; i++) {
        struct span text = catalog->suffixes[i].text;
        catalog->suffix_starts[last_byte(text) + 1]++;
        if (text.length >= 2)
            catalog->suffix_ends[last_two_bytes(text) / 64] |= UINT64_C(1)
                                                               << last_two_bytes(text) % 64;
    }
    for (size_t byte = 0; byte < 256; byte++)
        catalog->suffix_starts[byte + 1] += catalog->suffix_starts[byte];
    return true;
}

static bool is_symbol_byte(char byte)
{
    return ascii_is_upper(byte) || ascii_is_digit(byte) || byte == '_';
}

/* Finds a symbol in capitals, with an underscore, at the end of the text. */
static bool find_symbol_at_end(const struct catalog *catalog, struct span text, uint32_t *code,
                               size_t *start)
{
    size_t begin = text.length;
    while (begin > 0 && is_symbol_byte(text.bytes[begin - 1]))
        begin--;
    struct span symbol = span_slice(text, begin, text.length);
    if (span_find_byte(symbol, '_') == symbol.length || !is_boundary(text, begin))
        return false;
    const struct catalog_code *row = catalog_code_by_symbol(catalog, symbol);
    if (row == NULL)
        return false;
    *code = row->code;
    *start = begin;
    return true;
}

/* Nearly every path ends with a small letter, and hardly any like a message. */
bool catalog_may_end_with_message(const struct catalog *catalog, struct span text)
{
    char last = text.length > 1 ? text.bytes[text.length - 1] : '\0';
    if (!ascii_is_lower(last))
        return true;
    return (catalog->suffix_ends[last_two_bytes(text) / 64] >> last_two_bytes(text) % 64 & 1) != 0;
}

/* Compares only the suffixes that end with the text's last byte: it is called for every failed file
 * whose path may end with a message. */
bool catalog_system_message(const struct catalog *catalog, struct span text, uint32_t *code,
                            size_t *start)
{
    struct span bare = without_full_stop(text);
    unsigned last = last_byte(bare);
    for (size_t i = catalog->suffix_starts[last]; i < catalog->suffix_starts[last + 1]; i++) {
        const struct message_suffix *suffix = &catalog->suffixes[i];
        if (!span_ends_with_ignoring_case(bare, suffix->text) ||
            !is_boundary(bare, bare.length - suffix->text.length))
            continue;
        *code = suffix->code;
        *start = (size_t)(bare.bytes - text.bytes) + bare.length - suffix->text.length;
        return true;
    }
    if (!find_symbol_at_end(catalog, bare, code, start))
        return false;
    *start += (size_t)(bare.bytes - text.bytes);
    return true;
}

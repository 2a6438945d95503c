/* System messages and symbols at the end of a text, back to their codes. */
#include "base/ascii.h"
#include "catalog/catalog.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/memory.h"
#include "catalog/catalog_private.h"
#include "catalog/message_patterns.h"

static struct span without_stop(struct span text)
{
    static const char *const stops[] = {".", "。"};
    text = span_trim(text);
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++)
        if (span_ends_with_ignoring_case(text, span_of(stops[i])))
            return span_slice(text, 0, text.length - span_of(stops[i]).length);
    return text;
}

/* Whether a message may begin at `start`: not in the middle of a word. */
static bool is_boundary(struct span text, size_t start)
{
    if (start == 0)
        return true;
    size_t before = start - 1;
    while (before > 0 && ((unsigned char)text.bytes[before] & 0xC0) == 0x80)
        before--;
    utf8proc_int32_t character;
    if (utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + before,
                         (utf8proc_ssize_t)(start - before), &character) <= 0)
        return true;
    utf8proc_category_t category = utf8proc_category(character);
    return category > UTF8PROC_CATEGORY_NO || category == UTF8PROC_CATEGORY_CN;
}

static unsigned last_byte(struct span text)
{
    return text.length > 0 ? (unsigned char)ascii_to_lower(text.bytes[text.length - 1]) : 0;
}

/* The last two bytes as a number, letters small. */
static unsigned end_of(struct span text)
{
    return last_byte(span_slice(text, 0, text.length - 1)) << 8 | last_byte(text);
}

static int compare_wordings(const void *left, const void *right)
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

static size_t list_wordings(const struct catalog *catalog, struct message_suffix *wordings)
{
    size_t count = 0;
    for (size_t i = 0; i < catalog->message_count; i++) {
        const struct system_message *message = &catalog->messages[i].row;
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            for (size_t t = 0; t < message->text_count[language]; t++, count++)
                if (wordings != NULL)
                    wordings[count] = (struct message_suffix){
                        .text = without_stop(span_of(message->texts[language][t])),
                        .code = message->code};
    }
    return count;
}

bool catalog_collect_message_suffixes(struct catalog *catalog, struct fault *fault)
{
    size_t count = list_wordings(catalog, NULL);
    catalog->wordings = memory_allocate(count, sizeof *catalog->wordings, fault);
    if (catalog->wordings == NULL)
        return false;
    list_wordings(catalog, catalog->wordings);
    qsort(catalog->wordings, count, sizeof *catalog->wordings, compare_wordings);
    for (size_t i = 0; i < count; i++) {
        struct span text = catalog->wordings[i].text;
        catalog->wording_starts[last_byte(text) + 1]++;
        if (text.length >= 2)
            catalog->wording_ends[end_of(text) / 64] |= UINT64_C(1) << end_of(text) % 64;
    }
    for (size_t byte = 0; byte < 256; byte++)
        catalog->wording_starts[byte + 1] += catalog->wording_starts[byte];
    return true;
}

static bool is_of_symbol(char byte)
{
    return ascii_is_upper(byte) || ascii_is_digit(byte) || byte == '_';
}

/* A text that ends with a symbol of capitals and underscores. */
static bool symbol_at_end(const struct catalog *catalog, struct span text, uint32_t *code,
                          size_t *start)
{
    size_t begin = text.length;
    while (begin > 0 && is_of_symbol(text.bytes[begin - 1]))
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

/* Nearly every path ends with a small letter, and hardly one as a message does. */
bool catalog_may_end_with_message(const struct catalog *catalog, struct span text)
{
    char last = text.length > 1 ? text.bytes[text.length - 1] : '\0';
    if (!ascii_is_lower(last))
        return true;
    return (catalog->wording_ends[end_of(text) / 64] >> end_of(text) % 64 & 1) != 0;
}

/* Asked for every failed file whose path may end with a message: only the wordings with the text's
 * own last byte are compared. */
bool catalog_system_message(const struct catalog *catalog, struct span text, uint32_t *code,
                            size_t *start)
{
    struct span bare = without_stop(text);
    unsigned last = last_byte(bare);
    for (size_t i = catalog->wording_starts[last]; i < catalog->wording_starts[last + 1]; i++) {
        const struct message_suffix *wording = &catalog->wordings[i];
        if (!span_ends_with_ignoring_case(bare, wording->text) ||
            !is_boundary(bare, bare.length - wording->text.length))
            continue;
        *code = wording->code;
        *start = (size_t)(bare.bytes - text.bytes) + bare.length - wording->text.length;
        return true;
    }
    if (!symbol_at_end(catalog, bare, code, start))
        return false;
    *start += (size_t)(bare.bytes - text.bytes);
    return true;
}

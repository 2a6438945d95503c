/* System messages at the end of a text, back to their codes. */
#include "diagnosis/catalog.h"

#include <utf8proc.h>

#include "diagnosis/catalog_data.h"

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

bool catalog_system_message(const struct catalog *catalog, struct span text, uint32_t *code,
                            size_t *start)
{
    struct span bare = without_stop(text);
    size_t longest = 0;
    for (size_t i = 0; i < catalog->message_count; i++) {
        const struct system_message *message = &catalog->messages[i].row;
        for (size_t language = 0; language < LANGUAGE_COUNT; language++)
            for (size_t t = 0; t < message->text_count[language]; t++) {
                struct span wording = without_stop(span_of(message->texts[language][t]));
                if (wording.length <= longest || !span_ends_with_ignoring_case(bare, wording) ||
                    !is_boundary(bare, bare.length - wording.length))
                    continue;
                longest = wording.length;
                *code = message->code;
                *start = (size_t)(bare.bytes - text.bytes) + bare.length - wording.length;
            }
    }
    return longest > 0;
}

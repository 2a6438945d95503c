#include "output/write/translation.h"

#include "base/count_of.h"
#include "output/write/ui_text.h"
#include "text/template.h"

enum { PLACEHOLDER_BYTES = 3, MAX_VALUES = 4 };

#define UI_TEXT_ID(name, ...) UI_##name,
static const enum ui_text_id sentences[] = {PROBLEM_TEXTS(UI_TEXT_ID) MESSAGE_TEXTS(UI_TEXT_ID)};
static const enum ui_text_id parts[] = {EVENT_LOG_TEXTS(UI_TEXT_ID) SYSTEM_ERROR_TEXTS(UI_TEXT_ID)};
#undef UI_TEXT_ID

/* True if the sentence is `pattern` with any text for its placeholders, which `values` get. */
static bool fits(struct span pattern, struct span sentence, struct span values[MAX_VALUES])
{
    while (pattern.length > 0) {
        size_t end = span_find_byte(pattern, '{');
        struct span words = span_slice(pattern, 0, end);
        if (!span_starts_with_ignoring_case(sentence, words))
            return false;
        sentence = span_slice(sentence, end, sentence.length);
        if (end == pattern.length)
            break;
        size_t number = (size_t)(pattern.bytes[end + 1] - '1');
        pattern = span_slice(pattern, end + PLACEHOLDER_BYTES, pattern.length);
        struct span next = span_slice(pattern, 0, span_find_byte(pattern, '{'));
        size_t length = next.length > 0 ? span_find(sentence, next) : sentence.length;
        values[number] = span_slice(sentence, 0, length);
        sentence = span_slice(sentence, length, sentence.length);
    }
    return sentence.length == 0;
}

/* The first of `ids` that the sentence fits, or UI_TEXT_COUNT. An English text may have two forms,
 * for one and for many. */
static enum ui_text_id find(const enum ui_text_id *ids, size_t count, struct span sentence,
                            struct span values[MAX_VALUES])
{
    for (size_t i = 0; i < count; i++) {
        struct span text = span_of(ui_text(ids[i], LANGUAGE_EN));
        size_t bar = span_find_byte(text, '|');
        if (fits(span_slice(text, 0, bar), sentence, values) ||
            (bar < text.length && fits(span_slice(text, bar + 1, text.length), sentence, values)))
            return ids[i];
    }
    return UI_TEXT_COUNT;
}

/* Cuts the part before the next `separator` off `rest`. */
static struct span next_part(struct span *rest, struct span separator)
{
    size_t end = span_find(*rest, separator);
    struct span part = span_slice(*rest, 0, end);
    size_t next = end + separator.length;
    *rest = span_slice(*rest, next < rest->length ? next : rest->length, rest->length);
    return part;
}

/* Appends a value of a sentence: parts between commas, of which each is translated if it is known.
 */
static bool append_value(struct buffer *text, struct span value, enum language language,
                         struct fault *fault)
{
    for (bool is_first = true; value.length > 0; is_first = false) {
        struct span values[MAX_VALUES] = {{0}};
        struct span all = value;
        struct span part = next_part(&value, span_of(", "));
        enum ui_text_id id = find(parts, COUNT_OF(parts), part, values);
        if (id == UI_TEXT_COUNT)
            return (is_first || buffer_append(text, span_of(", "), fault)) &&
                   buffer_append(text, all, fault);
        if (!is_first && !buffer_append(text, span_of(ui_text(UI_LIST_COMMA, language)), fault))
            return false;
        if (!template_append(text, ui_text(id, language), values, MAX_VALUES, fault))
            return false;
    }
    return true;
}

static bool append_sentence(struct buffer *text, enum ui_text_id id, const struct span *values,
                            enum language language, struct fault *fault)
{
    struct buffer translated[MAX_VALUES] = {{0}};
    struct span arguments[MAX_VALUES];
    bool done = true;
    for (size_t i = 0; i < MAX_VALUES; i++) {
        done = done && append_value(&translated[i], values[i], language, fault);
        arguments[i] = buffer_span(&translated[i]);
    }
    done = done && template_append(text, ui_text(id, language), arguments, MAX_VALUES, fault);
    for (size_t i = 0; i < MAX_VALUES; i++)
        buffer_release(&translated[i]);
    return done;
}

bool translation_append(struct buffer *text, struct span sentence, enum language language,
                        struct fault *fault)
{
    struct span rest = sentence;
    while (language != LANGUAGE_EN && rest.length > 0) {
        struct span values[MAX_VALUES] = {{0}};
        enum ui_text_id id = find(sentences, COUNT_OF(sentences), rest, values);
        if (id != UI_TEXT_COUNT)
            return buffer_append(text, span_slice(sentence, 0, sentence.length - rest.length),
                                 fault) &&
                   append_sentence(text, id, values, language, fault);
        next_part(&rest, span_of(": "));
    }
    return buffer_append(text, sentence, fault);
}

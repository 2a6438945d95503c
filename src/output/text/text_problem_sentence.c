#include "output/text/text_problem_sentence.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "output/write/ui_text.h"

enum { PLACEHOLDER_BYTES = 3, MAX_VALUES = 2, MAX_COUNT_DIGITS = 18 };

#define UI_TEXT_ID(name, english, japanese) UI_##name,
static const enum ui_text_id sentences[] = {PROBLEM_TEXTS(UI_TEXT_ID)};
static const enum ui_text_id counts[] = {EVENT_LOG_TEXTS(UI_TEXT_ID)};
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

/* Adds "2 chunks are damaged", one of the counts of an event log. */
static void add_count(struct page *page, struct span part)
{
    uint64_t count = 0;
    size_t digits = 0;
    while (digits < part.length && digits < MAX_COUNT_DIGITS && ascii_is_digit(part.bytes[digits]))
        count = count * 10 + (uint64_t)(part.bytes[digits++] - '0');
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        struct span text = span_of(ui_text(counts[i], LANGUAGE_EN));
        size_t bar = span_find_byte(text, '|');
        struct span values[MAX_VALUES];
        if (!fits(span_slice(text, 0, bar), part, values) &&
            !fits(span_slice(text, bar + 1, text.length), part, values))
            continue;
        page_add_count(page, counts[i], count);
        return;
    }
    page_add(page, part);
}

static void add_counts(struct page *page, struct span list)
{
    static const char comma[] = ", ";
    for (bool is_first = true; list.length > 0; is_first = false) {
        size_t end = span_find(list, span_of(comma));
        if (!is_first)
            page_add_ui_text(page, UI_LIST_COMMA);
        add_count(page, span_slice(list, 0, end));
        size_t next = end + sizeof comma - 1;
        list = span_slice(list, next < list.length ? next : list.length, list.length);
    }
}

void text_add_problem_sentence(struct page *page, struct span sentence)
{
    struct span values[MAX_VALUES] = {{0}};
    size_t i = 0;
    while (i < COUNT_OF(sentences) &&
           !fits(span_of(ui_text(sentences[i], LANGUAGE_EN)), sentence, values))
        i++;
    if (i == COUNT_OF(sentences)) {
        page_add(page, sentence);
        return;
    }
    struct page list = page_scratch(page);
    if (sentences[i] == UI_PROBLEM_EVENT_LOG || sentences[i] == UI_PROBLEM_EVENT_LOG_COUNTS) {
        add_counts(&list, values[0]);
        values[0] = buffer_span(&list.line);
    }
    page_add_filled(page, sentences[i], values[0], values[1]);
    page_release(&list);
}

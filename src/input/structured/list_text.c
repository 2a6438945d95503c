#include "input/structured/list_text.h"

#include "base/ascii.h"

bool list_text_is_free(const struct record_line *record, uint32_t title)
{
    const struct title_index *index = record->index;
    for (uint32_t at = title; at != NO_TITLE; at = index->meanings[at].next)
        if (index->dialects[index->meanings[at].dialect]->text_cell == index->meanings[at].cell &&
            index->meanings[at].cell != NO_RECORD_CELL)
            return true;
    return false;
}

bool list_text_has_title(const struct record_line *record, uint32_t title)
{
    for (size_t i = 0; i < record->pair_count; i++)
        if (record->pairs[i].title == title)
            return true;
    return false;
}

bool list_text_is_whole(struct span text, bool is_filled)
{
    static const char *const ends[] = {".", "!", "?", ")", "]", "'", "\"", "。", "」"};
    static const char *const lacks[] = {"description for Event ID", "の説明が見つかりません",
                                        "Beschreibung für Ereignis", "description de l'ID"};
    bool is_whole = !is_filled;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        is_whole = is_whole || span_ends_with_ignoring_case(text, span_of(ends[i]));
    for (size_t i = 0; is_whole && i < sizeof lacks / sizeof *lacks; i++)
        is_whole = span_find(text, span_of(lacks[i])) == text.length;
    return is_whole;
}

bool list_text_may_end(const struct record_line *record, uint32_t title)
{
    const struct title_index *index = record->index;
    const struct record_titles *titles = record_line_dialect(record, false);
    for (uint32_t at = title; titles != NULL && at != NO_TITLE; at = index->meanings[at].next)
        if (index->dialects[index->meanings[at].dialect] == titles)
            return true;
    return titles == NULL;
}

bool list_text_is_long(struct span line)
{
    enum { MOST_TITLE_WORDS = 4 };
    size_t blanks = 0;
    for (size_t i = 0; i < line.length; i++)
        blanks += line.bytes[i] == ' ';
    return blanks >= MOST_TITLE_WORDS;
}

bool list_text_is_counter(struct span line)
{
    line = span_trim(line);
    size_t open = span_find_byte(line, '[');
    size_t close = span_find_byte(line, ']');
    if (open == 0 || close == line.length || close <= open + 1 ||
        span_trim(span_slice(line, close + 1, line.length)).length > 1 ||
        (close + 1 < line.length && line.bytes[line.length - 1] != ':'))
        return false;
    for (size_t i = 0; i < open; i++)
        if (span_is_blank(line.bytes[i]))
            return false;
    for (size_t i = open + 1; i < close; i++)
        if (!ascii_is_digit(line.bytes[i]))
            return false;
    return true;
}

#include "input/structured/list_text.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"

bool list_text_is_free(const struct record_line *record, uint32_t title)
{
    return title_index_is_text(record->index, title);
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
    bool is_whole = !is_filled || word_list_end_of(ends, COUNT_OF(ends), text) > 0;
    for (size_t i = 0; is_whole && i < COUNT_OF(lacks); i++)
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

bool list_text_is_for_cell_of(const struct title_index *index, uint32_t title, uint32_t other)
{
    if (title == NO_TITLE || other == NO_TITLE)
        return false;
    const struct title_meaning *wanted = &index->meanings[other];
    for (uint32_t at = title; at != NO_TITLE; at = index->meanings[at].next)
        if (index->meanings[at].dialect == wanted->dialect &&
            index->meanings[at].cell == wanted->cell)
            return true;
    return false;
}

bool list_text_has_cell_of(const struct record_line *record, uint32_t title)
{
    for (size_t i = 0; i < record->pair_count; i++)
        if (record->pairs[i].length > 0 &&
            list_text_is_for_cell_of(record->index, record->pairs[i].title, title))
            return true;
    return false;
}

bool list_text_repeats(const struct record_line *record, uint32_t title)
{
    size_t dialect = record_line_best_dialect(record);
    struct record_pair added = {.title = title};
    const struct title_meaning *wanted = record_line_meaning(record, &added, dialect);
    bool has_cell = wanted != NULL && wanted->cell != NO_RECORD_CELL;
    for (size_t i = 1; has_cell && i < record->pair_count; i++) {
        const struct title_meaning *meaning =
            record_line_meaning(record, &record->pairs[i], dialect);
        if (meaning != NULL && record->pairs[i].length > 0 && meaning->cell == wanted->cell &&
            meaning->rank != wanted->rank)
            return true;
    }
    return list_text_has_title(record, title);
}

bool list_text_has_free(const struct record_line *record)
{
    for (size_t i = 0; i < record->pair_count; i++)
        if (list_text_is_free(record, record->pairs[i].title))
            return true;
    return false;
}

size_t list_text_indentation(struct span line)
{
    size_t at = 0;
    while (at < line.length && span_is_blank(line.bytes[at]))
        at++;
    return at;
}

size_t list_text_count_words(struct span line)
{
    size_t count = 1;
    for (size_t i = 0; i < line.length; i++)
        count += line.bytes[i] == ' ';
    return count;
}

bool list_text_is_number(const struct record_line *record)
{
    enum { LEAST_DIGITS = 3, MOST_DIGITS = 5 }; /* less prove too little */
    struct span value = record_line_last_value(record);
    if (record->pair_count != 1 || value.length < LEAST_DIGITS || value.length > MOST_DIGITS)
        return false;
    for (size_t i = 0; i < value.length; i++)
        if (!ascii_is_digit(value.bytes[i]))
            return false;
    uint32_t title = record->pairs[0].title;
    return title != title_index_find(record->index, span_of("Id")) &&
           list_text_is_for_cell_of(record->index, title,
                                    title_index_find(record->index, span_of("Event ID")));
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

/* Returns the text behind up to four digits; the whole text if there are none. */
static struct span behind_number(struct span text)
{
    enum { MOST_DIGITS = 4 };
    size_t digits = 0;
    while (digits < text.length && digits < MOST_DIGITS && ascii_is_digit(text.bytes[digits]))
        digits++;
    return span_slice(text, digits, text.length);
}

bool list_text_begins_trace(struct span line)
{
    enum { DATE_NUMBERS = 3 };
    if (line.length > 0 && line.bytes[0] == '[')
        line = span_slice(line, 1, line.length);
    for (int i = 0; i < DATE_NUMBERS; i++) {
        struct span rest = behind_number(line);
        const char *ends = i + 1 < DATE_NUMBERS ? "/.-" : " T";
        if (rest.length == line.length || rest.length == 0 || strchr(ends, rest.bytes[0]) == NULL ||
            rest.bytes[0] == '\0')
            return false;
        line = span_slice(rest, 1, rest.length);
    }
    struct span rest = behind_number(line);
    return rest.length < line.length && rest.length > 0 && rest.bytes[0] == ':';
}

bool list_text_names_failed_file(struct span line)
{
    while (line.length > 0 && (line.bytes[0] == '>' || span_is_blank(line.bytes[0])))
        line = span_slice(line, 1, line.length);
    return span_starts_with_ignoring_case(line, span_of("Error in backup of ")) &&
           span_find(line, span_of(": Error [0x")) < line.length;
}

bool list_text_ends_xml(struct span line)
{
    return span_find(line, span_of("</Event>")) < line.length;
}

bool list_text_add_time(struct record_line *record, struct span line, struct fault *fault)
{
    static const char name[] = "SystemTime=";
    size_t start = span_find(line, span_of(name)) + sizeof name;
    if (start >= line.length)
        return true;
    struct span rest = span_slice(line, start, line.length);
    return record_line_add_utc(
        record, span_slice(rest, 0, span_find_byte(rest, line.bytes[start - 1])), fault);
}

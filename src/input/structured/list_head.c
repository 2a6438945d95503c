#include "input/structured/list_head.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"

enum { MOST_HEAD_BYTES = 120, MOST_NUMBER_DIGITS = 5 };

static bool is_number(struct span word)
{
    for (size_t i = 0; i < word.length; i++)
        if (!ascii_is_digit(word.bytes[i]))
            return false;
    return word.length > 0 && word.length <= MOST_NUMBER_DIGITS;
}

/* Takes the last word off the text. */
static struct span take_last(struct span *text)
{
    size_t start = text->length;
    while (start > 0 && !span_is_blank(text->bytes[start - 1]))
        start--;
    struct span word = span_slice(*text, start, text->length);
    *text = span_trim(span_slice(*text, 0, start));
    return word;
}

/* Takes the first word off the text. */
static struct span take_first(struct span *text)
{
    size_t end = 0;
    while (end < text->length && !span_is_blank(text->bytes[end]))
        end++;
    struct span word = span_slice(*text, 0, end);
    *text = span_trim(span_slice(*text, end, text->length));
    return word;
}

/* Reads "Event ID: 137 ntfs Error", with or without the colon. */
static bool read_number_first(const struct title_index *index, struct span rest,
                              struct list_head *head)
{
    size_t end = 0;
    while (end < rest.length && !ascii_is_digit(rest.bytes[end]))
        end++;
    head->title = span_trim(span_slice(rest, 0, end));
    if (end == 0 || end == rest.length || title_index_find(index, head->title) == NO_TITLE)
        return false;
    rest = span_slice(rest, end, rest.length);
    head->number = take_first(&rest);
    head->level = take_last(&rest);
    head->provider = rest;
    bool has_title = span_find(rest, span_of(": ")) < rest.length; /* pairs, no head */
    return is_number(head->number) && title_index_is_level(index, head->level) && !has_title;
}

bool list_head_is_source(struct span word)
{
    static const char *const sources[] = {"VSS",         "volsnap",   "ntfs",        "disk",
                                          "CloudBackup", "SQLWRITER", "SQLVDI",      "Backup",
                                          "ESENT",       "storahci",  "MSSQLSERVER", "MSDPM"};
    return word_list_has(sources, COUNT_OF(sources), word) ||
           span_starts_with_ignoring_case(word, span_of("Microsoft-"));
}

/* Reads "Error VSS 8194". */
static bool read_level_first(const struct title_index *index, struct span rest,
                             struct list_head *head)
{
    head->title = (struct span){0};
    head->level = take_first(&rest);
    head->number = take_last(&rest);
    head->provider = rest;
    return title_index_is_level(index, head->level) && is_number(head->number) &&
           list_head_is_source(head->provider);
}

bool list_head_read(const struct title_index *index, struct span line, struct list_head *head)
{
    struct span rest = span_trim(line);
    struct span start = rest;
    if (rest.length == 0 || rest.length > MOST_HEAD_BYTES)
        return false;
    struct span last = take_last(&start);
    if (!is_number(last) && !title_index_is_level(index, last))
        return false;
    return (read_number_first(index, rest, head) || read_level_first(index, rest, head)) &&
           head->provider.length > 0;
}

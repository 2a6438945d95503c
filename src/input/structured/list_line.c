#include "input/structured/list_line.h"

#include "input/structured/list_text.h"

/* True if the line may go on with words that a mail has wrapped: the line before is as long as such
 * lines are. */
static bool continues_words(const struct list_form *list, const struct record_line *record,
                            struct span line)
{
    enum { LEAST_WRAPPED_BYTES = 64 };
    static const char prompt[] = "PS ";
    bool is_next = list->state == LIST_IN_PAIRS && list->last_is_known && !list->is_after_blank;
    return is_next && record->pair_count > 0 && list->last_length >= LEAST_WRAPPED_BYTES &&
           list_text_is_free(record, record->pairs[record->pair_count - 1].title) &&
           !span_starts_with_ignoring_case(line, span_of(prompt));
}

bool list_line_continues_value(const struct list_form *list, const struct record_line *record,
                               struct span line)
{
    if (list->is_aligned)
        return list_text_indentation(line) > list->colon || continues_words(list, record, line);
    return list->last_is_empty && !list->is_after_blank;
}

bool list_line_continues_record(const struct list_form *list, const struct record_line *record,
                                uint32_t title, const struct list_pair *pair)
{
    /* The code of an error with a blank line below it ends the words above it. */
    bool is_code_of_words = list->is_after_blank && list->pair_count == 1 &&
                            title_index_is_error(record->index, list->first_title);
    if (is_code_of_words || (title != NO_TITLE && list_text_has_title(record, title)))
        return false;
    bool opens_text =
        pair->value.length == 0 && list_text_is_free(record, title) && !list_text_has_free(record);
    bool is_in_head = pair->value.length > 0 && !list_text_has_free(record) &&
                      list_pair_value_column(pair) == list->value_column;
    return !list->is_after_blank ||
           (title != NO_TITLE && list_text_may_end(record, title) &&
            (opens_text || is_in_head || list->blank_count >= list->pair_count ||
             record_line_dialect(record, false) == NULL));
}

bool list_line_begins_text(const struct list_form *list, const struct record_line *record,
                           bool is_pair, uint32_t title, struct span words)
{
    const struct record_titles *titles = record_line_dialect(record, false);
    bool may_begin = list->has_equals || (!list->is_aligned && !list->is_after_blank);
    if (!may_begin || list->last_is_empty || !list->last_is_known || list->state != LIST_IN_PAIRS ||
        titles == NULL || title != NO_TITLE)
        return false;
    if (!list_text_may_end(record, title_index_find(record->index, span_of(LIST_TEXT_TITLE))))
        return false; /* records of the dialect have no words of their own */
    if (list_text_has_free(record))
        return false;
    return !is_pair || list->has_head || list_text_count_words(words) > MOST_TITLE_WORDS;
}

bool list_line_begins_numbered_text(const struct list_form *list, const struct record_line *record,
                                    bool is_pair, struct span line, struct span words)
{
    return list->pair_count == 1 && list->state == LIST_IN_PAIRS && !list->last_is_empty &&
           list_text_is_number(record) && list_text_count_words(line) > MOST_TITLE_WORDS &&
           (!is_pair || list_text_count_words(words) > MOST_TITLE_WORDS);
}

bool list_line_read_pair(struct list_form *list, struct span line, const struct record_line *record,
                         struct list_pair *pair, uint32_t *title)
{
    *title = NO_TITLE;
    bool is_pair = list->has_equals && list->state != LIST_IN_TEXT
                       ? list_pair_read_equals(record->index, line, pair)
                       : list_pair_read(line, pair) ||
                             (!list->is_aligned && list->pair_count > 1 && !list->is_after_blank &&
                              list_pair_read_column(record->index, line, pair));
    if (!is_pair)
        return false;
    uint32_t found = title_index_find(record->index, pair->title);
    bool is_title = list_text_indentation(line) <= list->indent && found != NO_TITLE;
    if (pair->colon != list->colon && (list->pair_count == 1 || is_title))
        list->is_aligned = false; /* a blank before the colon, as in French, proves nothing, and
                                     titles may be of one length by chance */
    if (pair->colon == list->colon)
        list->nest.colon = 0;
    else if (list->is_aligned &&
             !list_nest_holds(&list->nest, record, line, pair, found, list->last_is_empty))
        return false;
    *title = found;
    return true;
}

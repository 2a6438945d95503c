#include "input/structured/list_nest.h"

#include "input/structured/list_text.h"

bool list_nest_holds(struct list_nest *nest, const struct record_line *record, struct span line,
                     const struct list_pair *pair, uint32_t title, bool may_begin)
{
    if (list_text_indentation(line) == 0)
        return false;
    if (nest->colon > 0 && pair->value.length == 0)
        return true; /* the title of an object inside the object */
    if (may_begin && title != NO_TITLE && list_text_may_end(record, title))
        nest->colon = pair->colon;
    return pair->colon == nest->colon;
}

/* True if the record has a value under the title: 0 is none, as that of an error. */
static bool is_filled(const struct record_line *record, uint32_t title)
{
    for (size_t i = 0; i < record->pair_count; i++) {
        struct span value = record_line_value(record, &record->pairs[i]);
        if (record->pairs[i].title == title && value.length > 0 &&
            !span_equals(value, span_of("0")))
            return true;
    }
    return false;
}

bool list_nest_fills(const struct list_nest *nest, const struct record_line *record,
                     const struct list_pair *pair, uint32_t title)
{
    return pair->value.length > 0 && list_nest_repeats(nest, record, pair, title) &&
           !is_filled(record, title);
}

bool list_nest_repeats(const struct list_nest *nest, const struct record_line *record,
                       const struct list_pair *pair, uint32_t title)
{
    bool is_of_nest = pair->colon == nest->colon || pair->value.length == 0;
    return nest->colon > 0 && is_of_nest && title != NO_TITLE && list_text_has_title(record, title);
}

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

/* The length of the record's values under the title. */
static size_t filled_length(const struct record_line *record, uint32_t title)
{
    size_t length = 0;
    for (size_t i = 0; i < record->pair_count; i++)
        length += record->pairs[i].title == title ? record->pairs[i].length : 0;
    return length;
}

bool list_nest_fills(const struct list_nest *nest, const struct record_line *record,
                     const struct list_pair *pair, uint32_t title)
{
    return list_nest_repeats(nest, record, pair, title) && filled_length(record, title) == 0;
}

bool list_nest_repeats(const struct list_nest *nest, const struct record_line *record,
                       const struct list_pair *pair, uint32_t title)
{
    return nest->colon > 0 && pair->colon == nest->colon && title != NO_TITLE &&
           list_text_has_title(record, title);
}

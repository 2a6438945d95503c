#include "tally/count_unparsed.h"

#include "input/structured/record_titles.h"
#include "tally/count_example.h"

/* Looking for the least telling example takes a pass over all: with more examples than these, the
 * first ones stay. */
enum { MOST_RANKED = 1000 };

/* Returns the example to give up for one that tells more; NULL if there is none. Of equals the
 * latest goes. */
static struct report_unparsed *find_least(const struct record_counter *counter)
{
    const struct hash_array *list = &counter->tally->source_counts.unparsed;
    struct report_unparsed *least = NULL;
    if (list->count > MOST_RANKED)
        return NULL;
    for (size_t i = 0; i < list->count; i++) {
        struct report_unparsed *other = hash_array_at(list, i);
        if (other->telling < counter->item->verdict.telling &&
            (least == NULL || other->telling < least->telling ||
             (other->telling == least->telling &&
              source_place_is_before(least->place, other->place))))
            least = other;
    }
    return least;
}

/* Returns what is shown of the record: of a record line, whose cells only grammars know, the words,
 * which are its last cell. */
static struct span shown_text(const struct verdict *verdict)
{
    struct span text = verdict->text;
    if (!record_titles_is_marked(text))
        return text;
    size_t start = span_find_byte(text, '\n');
    while (start > 0 && text.bytes[start - 1] != '\t')
        start--;
    return span_slice(text, start, text.length);
}

bool count_unparsed(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    bool is_full = tally->source_counts.unparsed.count >= tally->options.limits->max_examples;
    struct report_unparsed *unparsed =
        is_full ? find_least(counter)
                : hash_array_append(&tally->source_counts.unparsed, counter->fault);
    if (unparsed == NULL)
        return is_full;
    struct report_example example = {0};
    const struct verdict *verdict = &counter->item->verdict;
    struct span text = shown_text(verdict);
    if (!count_example(counter, text, &example))
        return false;
    size_t columns =
        verdict->body.bytes > text.bytes ? (size_t)(verdict->body.bytes - text.bytes) : 0;
    unparsed->text = example.path;
    unparsed->message =
        span_slice(example.path, columns < example.path.length ? columns : 0, example.path.length);
    unparsed->place = example.place;
    unparsed->telling = verdict->telling;
    return true;
}

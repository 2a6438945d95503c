#include "tally/count_unparsed.h"

#include "tally/count_example.h"

bool count_unparsed(const struct record_counter *counter)
{
    struct tally *tally = counter->tally;
    if (tally->source_counts.unparsed.count >= tally->options.limits->max_examples)
        return true;
    struct report_unparsed *unparsed =
        hash_array_append(&tally->source_counts.unparsed, counter->fault);
    struct report_example example = {0};
    const struct verdict *verdict = &counter->item->verdict;
    if (unparsed == NULL || !count_example(counter, verdict->text, &example))
        return false;
    size_t columns = (size_t)(verdict->body.bytes - verdict->text.bytes);
    unparsed->text = example.path;
    unparsed->message =
        span_slice(example.path, columns < example.path.length ? columns : 0, example.path.length);
    unparsed->place = example.place;
    return true;
}

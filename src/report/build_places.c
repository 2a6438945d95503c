#include "report/build_places.h"

#include <assert.h>

#include "base/buffer.h"
#include "report/inference.h"
#include "report/sentences.h"
#include "text/number_text.h"

bool build_places_note(const struct builder *builder, struct tally_finding *finding,
                       struct span volume)
{
    if (finding->places == NULL)
        finding->places = arena_allocate(builder->arena, MAX_INFERENCE_DETAILS,
                                         sizeof *finding->places, builder->fault);
    if (finding->places == NULL)
        return false;
    if (finding->place_count < MAX_INFERENCE_DETAILS)
        finding->places[finding->place_count++] = volume;
    return true;
}

bool build_places_write(const struct builder *builder, const struct span *names, size_t count,
                        struct span *written)
{
    enum { MOST_NAMED = 3 };
    enum language language = builder->options->language;
    struct buffer text = {0};
    bool done = true;
    for (size_t i = 0; done && i < count && i < MOST_NAMED; i++) {
        struct sentence separator = {.id = SENTENCE_LIST_SEPARATOR};
        done = (i == 0 || sentence_append(&separator, language, &text, builder->fault)) &&
               buffer_append(&text, names[i], builder->fault);
    }
    if (done && count > MOST_NAMED) {
        char more[NUMBER_TEXT_BYTES];
        struct sentence rest = {SENTENCE_MORE_VOLUMES,
                                {span_of(number_text(count - MOST_NAMED, more))}};
        done = sentence_append(&rest, language, &text, builder->fault);
    }
    if (done)
        *written = arena_copy(builder->arena, buffer_span(&text), builder->fault);
    buffer_release(&text);
    return done && written->bytes != NULL;
}

bool build_places(const struct builder *builder, const size_t *entry_of_error,
                  struct report_finding *findings)
{
    const struct hash_array *all = builder->findings;
    size_t most = 0;
    size_t error = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct tally_finding *one = hash_array_at(all, i);
        most += one->place_count;
        error = one->place_count > 0 ? one->error : error;
    }
    struct span *names = arena_allocate(builder->arena, most, sizeof *names, builder->fault);
    if (names == NULL)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct tally_finding *one = hash_array_at(all, i);
        assert(one->place_count == 0 || one->error == error);
        for (size_t j = 0; j < one->place_count; j++)
            names[count++] = one->places[j];
    }
    count = span_sort_unique(names, count);
    return count == 0 ||
           build_places_write(builder, names, count, &findings[entry_of_error[error] - 1].places);
}

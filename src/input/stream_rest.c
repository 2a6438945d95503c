#include "input/stream_rest.h"

#include <stdio.h>

#include "input/archive/archive_format.h"

static bool find_rest(struct stream_layer *layer, struct byte_reader *rest)
{
    if (layer->gzip != NULL)
        return gzip_stream_rest(layer->gzip, rest);
    if (layer->frames != NULL && frame_filter_rest(layer->frames, rest))
        return archive_rest_of(&layer->rest, *rest, rest);
    return layer->archive != NULL && archive_reader_rest(layer->archive, rest);
}

static void report(const struct stream_layer *layer, const char *member)
{
    char sentence[96];
    const char *word = archive_format_word(layer->content_type);
    if (content_type_is_single(layer->content_type))
        snprintf(sentence, sizeof sentence, "bytes after the %s data that are no %s data", word,
                 word);
    else
        snprintf(sentence, sizeof sentence,
                 "bytes follow the end of the archive; they are read only if they are an archive "
                 "or a log");
    source_state_problem(layer->state, member, sentence);
}

bool stream_rest_start(struct stream_layer *layer, const char *member)
{
    struct byte_reader rest;
    if (layer->is_after_end || !find_rest(layer, &rest))
        return false;
    report(layer, member);
    layer->has_stream = true;
    layer->is_after_end = true;
    layer->limit = LIMIT_COUNT;
    peek_start(&layer->peek, rest);
    return true;
}

const char *stream_rest_drain_below(struct stream_layer *layer)
{
    char rest[4096];
    if (!content_type_is_single(layer->below->content_type))
        return NULL;
    while (layer->packed.read(layer->packed.context, rest, sizeof rest) > 0)
        continue;
    return layer->packed.problem(layer->packed.context);
}

#include "input/encoding/line_hosts.h"

#include "base/memory.h"

bool line_hosts_split(struct line_hosts *hosts, struct span *lines, struct fault *fault)
{
    hosts->count = 0;
    hosts->text.length = 0;
    for (size_t at = 0; at < lines->length; hosts->count++) {
        struct span rest = span_slice(*lines, at, lines->length);
        size_t end = span_find_byte(rest, '\n');
        size_t next = end < rest.length ? end + 1 : end;
        size_t mark = span_find_byte(span_slice(rest, 0, end), LINE_HOST_MARK);
        size_t start = mark < end ? mark + 1 : 0;
        void *spans = hosts->spans;
        if (!memory_reserve(&spans, &hosts->capacity, hosts->count + 1, sizeof *hosts->spans,
                            fault))
            return false;
        hosts->spans = spans;
        hosts->spans[hosts->count] = span_slice(rest, 0, start > 0 ? mark : 0);
        if (!buffer_append(&hosts->text, span_slice(rest, start, next), fault))
            return false;
        at += next;
    }
    *lines = buffer_span(&hosts->text);
    return true;
}

void line_hosts_release(struct line_hosts *hosts)
{
    buffer_release(&hosts->text);
    memory_free(hosts->spans);
    *hosts = (struct line_hosts){0};
}

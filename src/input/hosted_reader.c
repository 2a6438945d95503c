#include "input/hosted_reader.h"

#include "input/encoding/line_hosts.h"

void hosted_reader_start(struct hosted_reader *hosted, struct structured_reader *reader)
{
    hosted->reader = reader;
    hosted->host.length = 0;
    hosted->lines.length = 0;
}

void hosted_reader_release(struct hosted_reader *hosted)
{
    buffer_release(&hosted->host);
    buffer_release(&hosted->lines);
}

/* Gives what the reader has given, with the host. */
static bool give_lines(struct hosted_reader *hosted, struct buffer *out, struct fault *fault)
{
    struct span rest = buffer_span(&hosted->lines);
    while (rest.length > 0) {
        size_t end = span_find_byte(rest, '\n') + 1;
        if (!buffer_append(out, buffer_span(&hosted->host), fault) ||
            !buffer_append_byte(out, LINE_HOST_MARK, fault) ||
            !buffer_append(out, span_slice(rest, 0, end), fault))
            return false;
        rest = span_slice(rest, end, rest.length);
    }
    hosted->lines.length = 0;
    return true;
}

bool hosted_reader_feed(struct hosted_reader *hosted, struct span line, struct buffer *out,
                        struct fault *fault)
{
    size_t mark = span_find_byte(line, LINE_HOST_MARK);
    struct span host = span_slice(line, 0, mark);
    struct span text = span_slice(line, mark < line.length ? mark + 1 : mark, line.length);
    if (host.length > 0 && !span_equals(host, buffer_span(&hosted->host))) {
        if (!hosted_reader_end(hosted, out, fault))
            return false;
        hosted->host.length = 0;
        if (!buffer_append(&hosted->host, host, fault))
            return false;
    }
    return structured_reader_feed(hosted->reader, text, &hosted->lines, fault) &&
           give_lines(hosted, out, fault);
}

bool hosted_reader_end(struct hosted_reader *hosted, struct buffer *out, struct fault *fault)
{
    return structured_reader_end(hosted->reader, &hosted->lines, fault) &&
           give_lines(hosted, out, fault);
}

#include "fuzz/bundle_text.h"

#include <stdio.h>
#include <string.h>

#include "fuzz/fuzz.h"

enum { BLOCK_BYTES = 512, NAME_BYTES = 99 };

static void append(struct buffer *tar, struct span bytes)
{
    MUST_HOLD(buffer_append(tar, bytes, NULL));
}

/* A POSIX ustar header for a file dated 2024-07-22. */
static void append_header(struct buffer *tar, struct span name, size_t content_bytes)
{
    char block[BLOCK_BYTES] = {0};
    unsigned sum = 0;
    size_t name_bytes = name.length < NAME_BYTES ? name.length : NAME_BYTES;
    for (size_t i = 0; i < name_bytes; i++)
        block[i] = name.bytes[i] == 1 ? '\n' : name.bytes[i] == 2 ? '\r' : name.bytes[i];
    if (name_bytes == 0)
        block[0] = 'x';
    snprintf(block + 100, 8, "%07o", 0644U);
    snprintf(block + 124, 12, "%011zo", content_bytes);
    snprintf(block + 136, 12, "%011o", 1721606400U);
    memcpy(block + 148, "        0", 9);
    memcpy(block + 257, "ustar\00000", 8);
    for (size_t i = 0; i < BLOCK_BYTES; i++)
        sum += (unsigned char)block[i];
    snprintf(block + 148, 8, "%06o", sum);
    append(tar, (struct span){block, BLOCK_BYTES});
}

static void append_member(struct buffer *tar, struct span name, struct span content)
{
    static const char zeros[BLOCK_BYTES];
    append_header(tar, name, content.length);
    append(tar, content);
    append(tar, (struct span){zeros, (BLOCK_BYTES - content.length % BLOCK_BYTES) % BLOCK_BYTES});
}

/* True if `line` is "==> NAME <==". */
static bool read_name(struct span line, struct span *name)
{
    struct span begin = span_of("==> ");
    struct span end = span_of(" <==");
    if (line.length < begin.length + end.length ||
        !span_equals(span_slice(line, 0, begin.length), begin) ||
        !span_equals(span_slice(line, line.length - end.length, line.length), end))
        return false;
    *name = span_slice(line, begin.length, line.length - end.length);
    return true;
}

struct buffer bundle_of_text(struct span text)
{
    static const char zeros[2 * BLOCK_BYTES];
    struct buffer tar = {0};
    struct span name = span_of("HOST-1/CBEngineCurr.errlog");
    size_t start = 0;
    for (size_t at = 0; at < text.length;) {
        size_t end = at + span_find_byte(span_slice(text, at, text.length), '\n');
        size_t next = end < text.length ? end + 1 : end;
        struct span next_name;
        if (read_name(span_slice(text, at, end), &next_name)) {
            if (at > 0)
                append_member(&tar, name, span_slice(text, start, at));
            name = next_name;
            start = next;
        }
        at = next;
    }
    append_member(&tar, name, span_slice(text, start, text.length));
    append(&tar, (struct span){zeros, sizeof zeros});
    return tar;
}

#include "input/wrapper/wrapper_printable.h"

#include "text/printable_byte.h"
#include "text/utf8.h"

enum {
    /* Programs break lines at 76 bytes; some break them earlier, and none much. */
    LEAST_SOFT_BYTES = 50,
    MOST_SOFT_BYTES = 80
};

bool wrapper_printable_goes_on(struct span line)
{
    return line.length > 0 && line.bytes[line.length - 1] == '=' &&
           (line.length == 1 || line.bytes[line.length - 2] != '=');
}

/* Equals signs by what they are. */
struct equals_signs {
    size_t bytes;
    size_t telling; /* signs, blanks at ends of lines, and breaks at the width of a mail */
    size_t bare;
};

static void count_signs(struct span line, struct equals_signs *signs)
{
    for (size_t at = 0; at < line.length; at++) {
        at += span_find_byte(span_slice(line, at, line.length), '=');
        if (at >= line.length)
            break;
        int byte = printable_byte_at(line, at);
        bool is_end = at + 1 == line.length;
        signs->bytes += byte >= 0;
        signs->telling += byte == '=' || (byte == ' ' && at + 3 == line.length) ||
                          (is_end && line.length >= LEAST_SOFT_BYTES &&
                           line.length <= MOST_SOFT_BYTES && wrapper_printable_goes_on(line));
        signs->bare += byte < 0 && !is_end;
        at += byte >= 0 ? 2 : 0;
    }
}

bool wrapper_printable_is_evident(const struct span *lines, size_t count)
{
    enum { MOST_BARE_PERCENT = 10 };
    static const char head[] = "Content-Transfer-Encoding: quoted-printable";
    struct equals_signs signs = {.bytes = 0};
    for (size_t i = 0; i < count; i++) {
        if (span_starts_with_ignoring_case(lines[i], span_of(head)))
            return true;
        count_signs(lines[i], &signs);
    }
    return signs.telling > 0 &&
           signs.bare * 100 <= (signs.bytes + signs.telling) * MOST_BARE_PERCENT;
}

static bool append_latin(struct span bytes, struct buffer *out, struct fault *fault)
{
    for (size_t i = 0; i < bytes.length; i++) {
        char text[4];
        size_t length = utf8_write(text, (unsigned char)bytes.bytes[i]);
        if (!buffer_append(out, (struct span){text, length}, fault))
            return false;
    }
    return true;
}

/* Appends bytes that stand one behind the other. */
static bool append_bytes(struct span bytes, struct buffer *out, struct fault *fault)
{
    return utf8_valid_length(bytes) == bytes.length ? buffer_append(out, bytes, fault)
                                                    : append_latin(bytes, out, fault);
}

bool wrapper_printable_decode(struct span text, struct buffer *out, struct fault *fault)
{
    enum { MOST_BYTES = 256 };
    char bytes[MOST_BYTES];
    size_t count = 0;
    for (size_t at = 0; at < text.length; at++) {
        int byte = printable_byte_at(text, at);
        bool is_control = byte >= 0 && byte < ' ' && byte != '\t';
        if (count > 0 && (byte < 0 || count == MOST_BYTES)) {
            if (!append_bytes((struct span){bytes, count}, out, fault))
                return false;
            count = 0;
        }
        if (byte >= 0 && !is_control)
            bytes[count++] = (char)byte;
        if (byte < 0 && !buffer_append_byte(out, text.bytes[at], fault))
            return false;
        at += byte >= 0 ? 2 : 0;
    }
    return append_bytes((struct span){bytes, count}, out, fault);
}

#include "input/archive/mail_subject.h"

#include <string.h>

#include "base/ascii.h"
#include "input/archive/mail_body.h"

/* "=?utf-8?B?TEXT?=", cut into what decodes it and its text. Returns its length; 0 if none is at
 * the start of `text`. */
static size_t encoded_word(struct span text, enum mail_encoding *encoding, struct span *encoded)
{
    static const char head[] = "=?utf-8?";
    enum { HEAD_BYTES = sizeof head - 1, MARK_BYTES = 2 };
    if (text.length < HEAD_BYTES + MARK_BYTES ||
        !span_starts_with_ignoring_case(text, span_of(head)) || text.bytes[HEAD_BYTES + 1] != '?')
        return 0;
    char mark = ascii_to_lower(text.bytes[HEAD_BYTES]);
    *encoded = span_slice(text, HEAD_BYTES + MARK_BYTES, text.length);
    size_t length = span_find(*encoded, span_of("?="));
    if (length == encoded->length || (mark != 'b' && mark != 'q'))
        return 0;
    *encoding = mark == 'b' ? MAIL_BASE64 : MAIL_PRINTABLE;
    encoded->length = length;
    return HEAD_BYTES + MARK_BYTES + length + strlen("?=");
}

/* Decodes a word; an underscore of quoted-printable is a blank. */
static size_t decode_word(enum mail_encoding encoding, struct span encoded, char *bytes)
{
    struct mail_body body = {.encoding = encoding};
    size_t count = mail_body_decode(&body, encoded, bytes);
    for (size_t i = 0; i < count; i++)
        if ((encoding == MAIL_PRINTABLE && bytes[i] == '_') || bytes[i] == '\n' || bytes[i] == '\r')
            bytes[i] = ' ';
    return count;
}

/* Returns how many blanks and line ends are at the start of `text`. */
static size_t count_blanks(struct span text)
{
    size_t count = 0;
    while (count < text.length && span_is_blank(text.bytes[count]))
        count++;
    return count;
}

size_t mail_subject_write(struct span subject, char *bytes, size_t capacity)
{
    static const char label[] = "Subject: ";
    size_t count = sizeof label - 1;
    bool is_after_word = false;
    if (capacity < count + subject.length + 2) /* decoded text is no longer than encoded */
        return 0;
    memcpy(bytes, label, count);
    for (size_t at = 0; at < subject.length;) {
        enum mail_encoding encoding;
        struct span encoded;
        struct span rest = span_slice(subject, at, subject.length);
        size_t blanks = count_blanks(rest);
        size_t length = encoded_word(span_slice(rest, blanks, rest.length), &encoding, &encoded);
        if (blanks > 0 && !(is_after_word && length > 0))
            bytes[count++] = ' ';
        is_after_word = length > 0;
        if (is_after_word)
            count += decode_word(encoding, encoded, bytes + count);
        else if (blanks < rest.length)
            bytes[count++] = rest.bytes[blanks];
        at += blanks + (length > 0 ? length : blanks < rest.length);
    }
    bytes[count++] = '\n';
    bytes[count++] = '\n';
    return count;
}

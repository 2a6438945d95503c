#include "input/archive/mail_words.h"

#include <string.h>

#include "base/ascii.h"
#include "input/archive/mail_body.h"
#include "input/encoding/codepage_table.h"
#include "input/encoding/encoding.h"
#include "input/encoding/iso2022jp.h"

struct encoded_word {
    struct span charset;
    enum mail_encoding encoding;
    struct span text;
    size_t length; /* of all of it */
};

/* Reads the encoded word at the start of `text`: "=?CHARSET?B?TEXT?=". */
static bool read_word(struct span text, struct encoded_word *word)
{
    static const char opening[] = "=?";
    /* No program writes more than the 75 bytes that the RFC allows by much. */
    enum { MARK_BYTES = 2, ENCODING_BYTES = 2, MAX_WORD_BYTES = 1024 };
    if (text.length < MARK_BYTES || memcmp(text.bytes, opening, MARK_BYTES) != 0)
        return false;
    size_t most = text.length < MAX_WORD_BYTES ? text.length : MAX_WORD_BYTES;
    struct span rest = span_slice(text, MARK_BYTES, most);
    word->charset = span_slice(rest, 0, span_find_byte(rest, '?'));
    if (word->charset.length == rest.length)
        return false;
    rest = span_slice(rest, word->charset.length + 1, rest.length);
    char mark = rest.length > ENCODING_BYTES ? ascii_to_lower(rest.bytes[0]) : '\0';
    if ((mark != 'b' && mark != 'q') || rest.bytes[1] != '?')
        return false;
    word->encoding = mark == 'b' ? MAIL_BASE64 : MAIL_PRINTABLE;
    rest = span_slice(rest, ENCODING_BYTES, rest.length);
    word->text = span_slice(rest, 0, span_find(rest, span_of("?=")));
    size_t end = word->text.length + MARK_BYTES;
    word->length = (size_t)(rest.bytes - text.bytes) + end;
    return end <= rest.length;
}

/* How to read a charset. */
struct charset {
    bool is_known;
    bool is_iso2022jp;
    const struct codepage_table *table; /* NULL: UTF-8 */
};

/* Behind a star is the language (RFC 2231). */
static struct charset find_charset(struct span name)
{
    char text[ENCODING_NAME_BYTES] = "";
    struct encoding encoding = {0};
    size_t length = span_find_byte(name, '*');
    if (length == 0 || length >= sizeof text)
        return (struct charset){0};
    memcpy(text, name.bytes, length);
    if (span_equals_ignoring_case(span_of(text), span_of("iso-2022-jp")))
        return (struct charset){true, true, codepage_table_find("CP932")};
    if (!encoding_by_alias(text, &encoding))
        return (struct charset){0};
    const struct codepage_table *table = codepage_table_find(encoding.name);
    return (struct charset){encoding.form == ENCODING_UTF8 || table != NULL, false, table};
}

bool mail_words_append(struct span charset, struct span text, struct buffer *out,
                       struct fault *fault)
{
    struct charset known = find_charset(charset);
    struct utf8_replacements ignored = {0};
    struct iso2022jp state = {0};
    struct buffer bytes = {0};
    if (known.table == NULL)
        return buffer_append(out, text, fault);
    bool done = buffer_append(&bytes, text, fault);
    if (done && known.is_iso2022jp)
        bytes.length = iso2022jp_to_cp932(&state, buffer_span(&bytes), bytes.bytes);
    done = done &&
           codepage_table_convert(known.table, buffer_span(&bytes), false, out, &ignored, fault);
    buffer_release(&bytes);
    return done;
}

/* Appends what the word stands for; an underscore of quoted-printable is a blank. */
static bool append_word(const struct encoded_word *word, struct buffer *out, struct fault *fault)
{
    struct mail_body body = {.encoding = word->encoding};
    struct buffer bytes = {0};
    if (!buffer_append(&bytes, word->text, fault))
        return false;
    for (size_t i = 0; word->encoding == MAIL_PRINTABLE && i < bytes.length; i++)
        bytes.bytes[i] = (char)(bytes.bytes[i] == '_' ? ' ' : bytes.bytes[i]);
    bytes.length = mail_body_decode(&body, buffer_span(&bytes), bytes.bytes);
    bool done = mail_words_append(word->charset, buffer_span(&bytes), out, fault);
    buffer_release(&bytes);
    return done;
}

/* Returns how many blanks and line ends are at the start of `text`. */
static size_t count_blanks(struct span text)
{
    size_t count = 0;
    while (count < text.length && span_is_blank(text.bytes[count]))
        count++;
    return count;
}

/* Makes a blank of each line end from `start` on. */
static void join_lines(struct buffer *out, size_t start)
{
    for (size_t i = start; i < out->length; i++)
        if (out->bytes[i] == '\n' || out->bytes[i] == '\r')
            out->bytes[i] = ' ';
}

bool mail_words_decode(struct span text, struct buffer *out, struct fault *fault)
{
    bool is_after_word = false;
    size_t start = out->length;
    for (size_t at = 0; at < text.length;) {
        struct encoded_word word;
        struct span rest = span_slice(text, at, text.length);
        size_t blanks = count_blanks(rest);
        bool is_word = read_word(span_slice(rest, blanks, rest.length), &word) &&
                       find_charset(word.charset).is_known;
        if (blanks > 0 && !(is_after_word && is_word) && !buffer_append_byte(out, ' ', fault))
            return false;
        is_after_word = is_word;
        bool has_byte = !is_word && blanks < rest.length;
        if ((is_word && !append_word(&word, out, fault)) ||
            (has_byte && !buffer_append_byte(out, rest.bytes[blanks], fault)))
            return false;
        at += blanks + (is_word ? word.length : has_byte);
    }
    join_lines(out, start);
    return true;
}

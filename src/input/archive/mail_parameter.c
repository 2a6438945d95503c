#include "input/archive/mail_parameter.h"

#include <stdio.h>

#include "base/ascii.h"
#include "input/archive/mail_words.h"

enum { MAX_KEY_BYTES = 48, MAX_SECTIONS = 64 };

struct parameter {
    struct span key;
    struct span value; /* without quotes */
};

static struct span skip_blanks(struct span text)
{
    size_t at = 0;
    while (at < text.length && span_is_blank(text.bytes[at]))
        at++;
    return span_slice(text, at, text.length);
}

/* Takes the value of a parameter, in quotes or not. */
static struct span take_value(struct span *text)
{
    bool is_quoted = text->length > 0 && text->bytes[0] == '"';
    size_t start = is_quoted;
    size_t end = start;
    while (end < text->length &&
           (is_quoted ? text->bytes[end] != '"'
                      : text->bytes[end] != ';' && !span_is_blank(text->bytes[end])))
        end++;
    struct span value = span_slice(*text, start < end ? start : end, end);
    *text = span_slice(*text, end, text->length);
    return value;
}

/* Takes the next parameter, behind the next semicolon. False at the end of the field. */
static bool next_parameter(struct span *rest, struct parameter *parameter)
{
    size_t semicolon = span_find_byte(*rest, ';');
    if (semicolon == rest->length)
        return false;
    *rest = skip_blanks(span_slice(*rest, semicolon + 1, rest->length));
    size_t length = 0;
    while (length < rest->length && rest->bytes[length] != '=' && rest->bytes[length] != ';')
        length++;
    bool has_value = length < rest->length && rest->bytes[length] == '=';
    *parameter = (struct parameter){.key = span_trim(span_slice(*rest, 0, length))};
    *rest = skip_blanks(span_slice(*rest, length + has_value, rest->length));
    if (has_value)
        parameter->value = take_value(rest);
    return true;
}

struct span mail_parameter_find(struct span field, const char *name)
{
    struct parameter parameter;
    while (next_parameter(&field, &parameter))
        if (span_equals_ignoring_case(parameter.key, span_of(name)))
            return parameter.value;
    return (struct span){0};
}

/* Takes "utf-8'en'" off the value and returns the charset. */
static struct span take_charset(struct span *value)
{
    size_t first = span_find_byte(*value, '\'');
    if (first == value->length)
        return (struct span){0};
    struct span rest = span_slice(*value, first + 1, value->length);
    size_t second = span_find_byte(rest, '\'');
    if (second == rest.length)
        return (struct span){0};
    struct span charset = span_slice(*value, 0, first);
    *value = span_slice(rest, second + 1, rest.length);
    return charset;
}

/* Appends the bytes that the value stands for: "%20" is a blank. */
static bool append_escaped(struct span value, struct buffer *out, struct fault *fault)
{
    for (size_t at = 0; at < value.length; at++) {
        bool is_escape = value.bytes[at] == '%' && value.length - at > 2 &&
                         ascii_hex_digit(value.bytes[at + 1]) >= 0 &&
                         ascii_hex_digit(value.bytes[at + 2]) >= 0;
        int byte = is_escape ? ascii_hex_digit(value.bytes[at + 1]) * 16 +
                                   ascii_hex_digit(value.bytes[at + 2])
                             : (unsigned char)value.bytes[at];
        if (!buffer_append_byte(out, (char)(unsigned char)byte, fault))
            return false;
        at += is_escape ? 2 : 0;
    }
    return true;
}

/* Finds a section of the value: "name*", or "name*0" and "name*0*". Those with a star at the end
 * have escapes. */
static bool find_section(struct span field, const char *key, struct span *value, bool *is_escaped)
{
    char starred[MAX_KEY_BYTES + 1];
    snprintf(starred, sizeof starred, "%s*", key);
    struct parameter parameter;
    while (next_parameter(&field, &parameter)) {
        *is_escaped = span_equals_ignoring_case(parameter.key, span_of(starred));
        if (*is_escaped || span_equals_ignoring_case(parameter.key, span_of(key))) {
            *value = parameter.value;
            return true;
        }
    }
    return false;
}

/* Appends the bytes of all sections, which may be one without a number, to `out`. */
static bool append_sections(struct span field, const char *name, struct span *charset,
                            struct buffer *out, struct fault *fault)
{
    char key[MAX_KEY_BYTES];
    bool is_escaped = false;
    struct span value;
    *charset = (struct span){0};
    if (find_section(field, name, &value, &is_escaped) && is_escaped) {
        *charset = take_charset(&value);
        return append_escaped(value, out, fault);
    }
    for (int number = 0; number < MAX_SECTIONS; number++) {
        snprintf(key, sizeof key, "%s*%d", name, number);
        if (!find_section(field, key, &value, &is_escaped))
            break;
        if (number == 0 && is_escaped)
            *charset = take_charset(&value);
        if (!(is_escaped ? append_escaped(value, out, fault) : buffer_append(out, value, fault)))
            return false;
    }
    return true;
}

bool mail_parameter_decode(struct span field, const char *name, struct buffer *out,
                           struct fault *fault)
{
    struct buffer bytes = {0};
    struct span charset;
    bool done = append_sections(field, name, &charset, &bytes, fault);
    if (done && bytes.length > 0)
        done = mail_words_append(charset, buffer_span(&bytes), out, fault);
    else if (done)
        done = mail_words_decode(mail_parameter_find(field, name), out, fault);
    buffer_release(&bytes);
    return done;
}

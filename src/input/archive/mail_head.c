#include "input/archive/mail_head.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "input/archive/mail_parameter.h"
#include "text/word_list.h"

static bool is_name_byte(char byte)
{
    return ascii_is_letter_or_digit(byte) || byte == '-' || byte == '_';
}

/* Returns the length of the field at the start of `text`, with the lines that it goes on in. */
static size_t field_length(struct span text)
{
    size_t at = 0;
    do {
        at += span_find_byte(span_slice(text, at, text.length), '\n');
        at += at < text.length;
    } while (at < text.length && (text.bytes[at] == ' ' || text.bytes[at] == '\t'));
    return at;
}

/* Splits a field into its name and its value. */
static bool split_field(struct span field, struct span *name, struct span *value)
{
    size_t length = 0;
    while (length < field.length && is_name_byte(field.bytes[length]))
        length++;
    if (length == 0 || length == field.length || field.bytes[length] != ':')
        return false;
    *name = span_slice(field, 0, length);
    *value = span_trim(span_slice(field, length + 1, field.length));
    return true;
}

static void read_type(struct span value, struct mail_head *head)
{
    struct span boundary = mail_parameter_find(value, "boundary");
    head->is_multipart =
        boundary.length > 0 && span_starts_with_ignoring_case(value, span_of("multipart/"));
    head->is_alternative = span_starts_with_ignoring_case(value, span_of("multipart/alternative"));
    head->is_text = span_starts_with_ignoring_case(value, span_of("text/plain"));
    head->is_html = span_starts_with_ignoring_case(value, span_of("text/html"));
    struct span set = mail_parameter_find(value, "charset");
    head->is_wide = span_starts_with_ignoring_case(set, span_of("utf-16")) ||
                    span_starts_with_ignoring_case(set, span_of("utf-32"));
    if (head->is_multipart)
        head->boundary = boundary;
    head->type = value;
}

bool mail_head_wants(struct span field)
{
    static const char *const wanted[] = {"Subject", "Content-Type", "Content-Disposition",
                                         "Content-Transfer-Encoding"};
    struct span name = span_slice(field, 0, span_find_byte(field, ':'));
    return word_list_has(wanted, COUNT_OF(wanted), name);
}

/* True for a field that the sender's program or a server that passed the mail on wrote. */
static bool is_of_mail(struct span name)
{
    static const char *const names[] = {"Received",   "Return-Path",  "Delivered-To",
                                        "Message-ID", "MIME-Version", "DKIM-Signature",
                                        "ARC-Seal",   "Received-SPF", "Authentication-Results",
                                        "To",         "Cc",           "X-Originating-IP"};
    return word_list_has(names, COUNT_OF(names), name) ||
           span_starts_with_ignoring_case(name, span_of("X-MS-Exchange-"));
}

static void read_field(struct span name, struct span value, struct mail_head *head)
{
    if (span_equals_ignoring_case(name, span_of("Subject"))) {
        head->subject = value;
    } else if (span_equals_ignoring_case(name, span_of("Content-Type"))) {
        read_type(value, head);
    } else if (span_equals_ignoring_case(name, span_of("Content-Disposition"))) {
        head->disposition = value;
    } else if (span_equals_ignoring_case(name, span_of("Content-Transfer-Encoding"))) {
        bool is_base64 = span_starts_with_ignoring_case(value, span_of("base64"));
        bool is_printable = span_starts_with_ignoring_case(value, span_of("quoted-printable"));
        head->encoding = is_base64 ? MAIL_BASE64 : is_printable ? MAIL_PRINTABLE : MAIL_PLAIN;
    }
}

struct span mail_head_cut(struct span text, bool *is_torn)
{
    size_t end = span_find(text, span_of("\n\n"));
    size_t end_of_dos = span_find(text, span_of("\n\r\n"));
    end = end < end_of_dos ? end : end_of_dos;
    *is_torn = end == text.length;
    while (*is_torn && end > 0 && text.bytes[end - 1] != '\n')
        end--;
    return span_slice(text, 0, end);
}

bool mail_head_read(struct span text, struct mail_head *head)
{
    *head = (struct mail_head){.is_text = true};
    if (span_starts_with_ignoring_case(text, span_of("From "))) /* of a mailbox */
        text = span_slice(text, field_length(text), text.length);
    while (text.length > 0 && text.bytes[0] != '\n' && text.bytes[0] != '\r') {
        struct span name;
        struct span value;
        size_t length = field_length(text);
        if (!split_field(span_slice(text, 0, length), &name, &value))
            return false;
        read_field(name, value, head);
        head->was_sent = head->was_sent || is_of_mail(name);
        head->field_count++;
        text = span_slice(text, length, text.length);
    }
    return true;
}

bool mail_head_file_name(const struct mail_head *head, struct buffer *name, struct fault *fault)
{
    name->length = 0;
    return mail_parameter_decode(head->disposition, "filename", name, fault) &&
           (name->length > 0 || mail_parameter_decode(head->type, "name", name, fault));
}

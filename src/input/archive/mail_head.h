/* The head of a mail, or of one of its parts: what its body is and how it is encoded (RFC 2045,
 * 2046 and 2183). */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_HEAD_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

enum mail_encoding { MAIL_PLAIN, MAIL_BASE64, MAIL_PRINTABLE };

struct mail_head {
    enum mail_encoding encoding;
    bool was_sent; /* a field says so that only mails have */
    bool is_multipart;
    bool is_alternative; /* its parts all say the same */
    bool is_text;        /* plain text, as is what does not say what it is */
    bool is_html;
    bool is_wide;         /* in UTF-16 or the like */
    struct span boundary; /* between the parts, without dashes; empty unless multipart */
    struct span name;     /* of the file that was attached; empty for none */
    struct span subject;
    size_t field_count;
};

/* True if `field`, its first line, is one that a mail_head gives. */
bool mail_head_wants(struct span field);

/* Reads the fields at the start of `text`, up to an empty line or the end. The spans of the result
 * are lent by `text`. False if it does not begin with fields only. */
bool mail_head_read(struct span text, struct mail_head *head);

#endif

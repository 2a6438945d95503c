/* The head of a mail, or of one of its parts: what its body is and how it is encoded (RFC 2045,
 * 2046, 2183 and 2231). */
#ifndef MARSIFT_INPUT_ARCHIVE_MAIL_HEAD_H
#define MARSIFT_INPUT_ARCHIVE_MAIL_HEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/archive/mail_encoding.h"

struct mail_head {
    enum mail_encoding encoding;
    bool was_sent; /* a field says so that only mails have */
    bool is_multipart;
    bool is_alternative; /* its parts all say the same */
    bool is_text;        /* plain text, as is what does not say what it is */
    bool is_html;
    bool is_wide;         /* in UTF-16 or the like */
    struct span boundary; /* between the parts, without dashes; empty unless multipart */
    struct span type;     /* the fields with the name of the file that was attached */
    struct span disposition;
    struct span subject;
    size_t field_count;
};

/* Returns the fields at the start of `text`: up to an empty line or, if there is none, without the
 * last line, which may be torn, and `*is_torn`. */
struct span mail_head_cut(struct span text, bool *is_torn);

/* True if `field`, its first line, is one that a mail_head gives. */
bool mail_head_wants(struct span field);

/* Reads the fields at the start of `text`, up to an empty line or the end. The spans of the result
 * are lent by `text`. False if it does not begin with fields only. */
bool mail_head_read(struct span text, struct mail_head *head);

/* Replaces `name` by the name of the file that was attached, as UTF-8; empty for none. False
 * without memory. */
bool mail_head_file_name(const struct mail_head *head, struct buffer *name, struct fault *fault);

#endif

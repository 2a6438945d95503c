#include "input/archive/mail_subject.h"

#include "input/archive/mail_words.h"

bool mail_subject_write(struct span subject, struct buffer *text, struct fault *fault)
{
    text->length = 0;
    return subject.length == 0 ||
           (buffer_append(text, span_of("Subject: "), fault) &&
            mail_words_decode(subject, text, fault) && buffer_append(text, span_of("\n\n"), fault));
}

/* Sentences of messages in other languages. The rooms below say what is wrong in English; here the
 * sentence is recognised by the texts of ui_text_problems.h and ui_text_messages.h. */
#ifndef MARSIFT_OUTPUT_WRITE_TRANSLATION_H
#define MARSIFT_OUTPUT_WRITE_TRANSLATION_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"

/* Appends `sentence`, an English one, in `language`; what stands before it and ends with a colon,
 * such as the name of a file, stays. A sentence that is not known is appended as it is. False with
 * the fault set when there is no memory. */
bool translation_append(struct buffer *text, struct span sentence, enum language language,
                        struct fault *fault);

#endif

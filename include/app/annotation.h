/* What is known of a line, said in a few words behind it. */
#ifndef MARSIFT_APP_ANNOTATION_H
#define MARSIFT_APP_ANNOTATION_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/limits.h"
#include "base/span.h"
#include "diagnosis/catalog.h"

struct annotation;

/* Ready to annotate with `catalog` (lent). NULL with the fault set. */
struct annotation *annotation_open(const struct catalog *catalog, enum language language,
                                   const struct limits *limits, struct fault *fault);
void annotation_close(struct annotation *annotation);

/* Appends to `words` what the failure codes, agent numbers and agent messages in `line` (valid
 * UTF-8) mean, each once, in the order of the line: "  <- 0x80070005 ERROR_ACCESS_DENIED: Access is
 * denied". Nothing when there is none. */
bool annotation_words(struct annotation *annotation, struct span line, struct buffer *words,
                      struct fault *fault);

#endif

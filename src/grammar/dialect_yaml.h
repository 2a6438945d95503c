/* Reads grammar files. */
#ifndef MARSIFT_GRAMMAR_DIALECT_YAML_H
#define MARSIFT_GRAMMAR_DIALECT_YAML_H

#include "base/fault.h"
#include "base/span.h"
#include "grammar/dialect_source.h"

/* Reads `text`, the content of the file that faults call `name`. A violation of the schema, such as
 * a misspelt key, is a FAULT_GRAMMAR "NAME:LINE: ...". Aliases are refused, so that a small file
 * cannot become a large one. NULL with the fault set. */
struct dialect_source *dialect_yaml_read(const char *name, struct span text, struct fault *fault);
void dialect_yaml_free(struct dialect_source *source);

#endif

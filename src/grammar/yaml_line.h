/* Finds the lines of a YAML text on which things stand that libcyaml gives no position for. Lines
 * count from 1. */
#ifndef MARSIFT_GRAMMAR_YAML_LINE_H
#define MARSIFT_GRAMMAR_YAML_LINE_H

#include <stddef.h>

#include "base/span.h"

/* Returns the line of the first key called `key` from line `first` on; `first` if there is none. */
size_t yaml_line_of_key(struct span text, const char *key, size_t first);

/* Returns the line on which a second document begins, or 0. */
size_t yaml_line_of_second_document(struct span text);

/* Returns the line of the first "name: RULE", quoted or not; 1 if there is none. */
size_t yaml_line_of_rule(struct span text, const char *rule);

#endif

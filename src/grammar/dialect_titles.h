/* The `titles` and `needs` of a grammar: how its records come in tables and lists. */
#ifndef MARSIFT_GRAMMAR_DIALECT_TITLES_H
#define MARSIFT_GRAMMAR_DIALECT_TITLES_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "grammar/dialect_source.h"
#include "input/structured/record_titles.h"

/* Fills `titles` from the grammar file, which lends the texts; without `titles` in it they are
 * empty. A need that no title has is a FAULT_GRAMMAR. False with the fault set. */
bool dialect_titles_compile(const struct dialect_source *source, struct record_titles *titles,
                            struct fault *fault);
void dialect_titles_release(struct record_titles *titles);

/* Appends a pattern that fits the record lines of the dialect and captures their cells, then
 * `other`, an alternative to it, which may be NULL. Without titles, only `other`. */
bool dialect_titles_append_record(const struct dialect_source *source, const char *other,
                                  struct buffer *out, struct fault *fault);

#endif

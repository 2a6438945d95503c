/* The schema of a grammar file, for libcyaml. */
#ifndef MARSIFT_GRAMMAR_DIALECT_SCHEMA_H
#define MARSIFT_GRAMMAR_DIALECT_SCHEMA_H

#include <cyaml/cyaml.h>

/* Describes a struct dialect_source. */
extern const struct cyaml_schema_value dialect_schema;

/* All keys of the schema, for suggestions; ends with NULL. */
extern const char *const dialect_schema_keys[];

#endif

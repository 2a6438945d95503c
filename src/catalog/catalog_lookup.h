/* Looks entries of the catalog up. What is returned is lent by the catalog. */
#ifndef MARSIFT_CATALOG_CATALOG_LOOKUP_H
#define MARSIFT_CATALOG_CATALOG_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/language.h"
#include "base/span.h"
#include "catalog/catalog_types.h"

struct catalog;

size_t catalog_category_count(const struct catalog *catalog);
const struct catalog_category *catalog_category_at(const struct catalog *catalog, size_t index);
/* False if there is no such category. */
bool catalog_category_find(const struct catalog *catalog, struct span name, size_t *index);
/* The index of the category "unknown". */
size_t catalog_category_unknown(const struct catalog *catalog);

size_t catalog_code_count(const struct catalog *catalog);
const struct catalog_code *catalog_code_at(const struct catalog *catalog, size_t index);
/* Returns the row of `code`, or NULL. Takes constant time: it is called once per failed file. */
const struct catalog_code *catalog_code_find(const struct catalog *catalog, uint32_t code);

/* Returns the first code with that symbol or alias (ERROR_ACCESS_DENIED, E_ACCESSDENIED; case
 * folded), or NULL. Compares with every row: use it only for names that somebody typed and for
 * texts that look like a symbol. */
const struct catalog_code *catalog_code_by_symbol(const struct catalog *catalog,
                                                  struct span symbol);

size_t catalog_error_count(const struct catalog *catalog);
const struct agent_error *catalog_error_at(const struct catalog *catalog, size_t index);
/* Find the agent error with that number or symbol (case folded); false if there is none. */
bool catalog_error_by_id(const struct catalog *catalog, uint32_t id, size_t *index);
bool catalog_error_by_symbol(const struct catalog *catalog, struct span symbol, size_t *index);
/* Finds the agent error that a failure code amounts to: the one with the code's symbol. */
bool catalog_error_by_code(const struct catalog *catalog, uint32_t code, size_t *index);

/* The messages by which the agent error is recognised, whole or in part, as they are in the file: a
 * ~ before one says that other programs print it, too. */
const char *const *catalog_error_messages(const struct catalog *catalog, size_t index,
                                          enum language language);
size_t catalog_error_message_count(const struct catalog *catalog, size_t index,
                                   enum language language);

/* Every message of both languages and every symbol. The first pattern that occurs in a text decides
 * what it is. The order is: findings of their own, messages that other programs print, too,
 * texts of a failure code, wrappers around another error; among these the longest first. No two
 * are equal when case is folded. */
size_t catalog_message_pattern_count(const struct catalog *catalog);
const struct catalog_message_pattern *catalog_message_pattern_at(const struct catalog *catalog,
                                                                 size_t index);

/* Every topic, in the order of the file. */
size_t catalog_topic_count(const struct catalog *catalog);
const struct catalog_topic *catalog_topic_at(const struct catalog *catalog, size_t index);

/* Every set of words that mean the same to somebody who searches, in the order of the files. */
size_t catalog_synonym_count(const struct catalog *catalog);
const struct catalog_synonym *catalog_synonym_at(const struct catalog *catalog, size_t index);

#endif

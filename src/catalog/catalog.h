/* What codes, agent errors and system messages mean: the catalog, read from CSV files that are
 * built into the program, with rows of the user's own on top.
 *
 * A user's file (--catalog FILE) has the columns of one of the built-in ones, catalog/NAME.csv, and
 * is recognised by its header row. Columns that are not required may be left out or empty; then a
 * failure code takes transient, at_risk and reference from its category, an agent error severity,
 * transient, at_risk and reference, and Japanese texts are the English ones. A row replaces the
 * whole row of the same key and is added when there is none: the code; the number of an agent
 * error, its symbol when the row has no number; the name of a category or topic; the number of a
 * facility; the name of a context rule. Families of the user's stand before the built-in ones. A
 * category must be known before a row names it: built-in, or from a file named earlier; so must an
 * agent error that a context rule names. One file has each key and each message fragment once. */
#ifndef MARSIFT_CATALOG_CATALOG_H
#define MARSIFT_CATALOG_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"
#include "catalog/catalog_types.h"

struct catalog;

/* The catalog of the built-in files, then of the user's `paths` in their order, whose rows win. A
 * file that breaks its law is a FAULT_CATALOG that names file and line. NULL with the fault set. */
struct catalog *catalog_open(const char *const *paths, size_t path_count, struct fault *fault);

/* NULL is allowed. */
void catalog_close(struct catalog *catalog);

size_t catalog_category_count(const struct catalog *catalog);
const struct catalog_category *catalog_category_at(const struct catalog *catalog, size_t index);
/* False when there is no such category. */
bool catalog_category_find(const struct catalog *catalog, struct span name, size_t *index);
/* The category "unknown". */
size_t catalog_category_unknown(const struct catalog *catalog);

size_t catalog_code_count(const struct catalog *catalog);
const struct catalog_code *catalog_code_at(const struct catalog *catalog, size_t index);
/* The row of `code`, or NULL. Constant time: it is asked once per failed file. */
const struct catalog_code *catalog_code_find(const struct catalog *catalog, uint32_t code);

/* The first code of that symbol or alias (ERROR_ACCESS_DENIED, E_ACCESSDENIED; case folded), or
 * NULL. Compares with every row: for names that somebody typed and texts that look like a symbol.
 */
const struct catalog_code *catalog_code_by_symbol(const struct catalog *catalog,
                                                  struct span symbol);

/* What is known of a code, exact or by its family; `exact` is NULL for a code that is not in the
 * catalog. */
struct code_meaning {
    const struct catalog_code *exact;
    size_t category;
    const char *symbol; /* "" if not known */
    bool transient;
    bool at_risk;
    const char *action[LANGUAGE_COUNT];
    const char *reference;
};

/* The meaning of any code: its row, else the row of the same error in another wrapping (0xD... and
 * 0xC... for an NTSTATUS), else its family (VSS, BitLocker ...), else the category unknown. */
struct code_meaning catalog_code_meaning(const struct catalog *catalog, uint32_t code);

enum { CODE_TEXT_BYTES = 512 };

/* What the code is, in words: the system's message where it is known, else the words of its symbol,
 * else severity, facility (by name where it is known) and number decoded; never blank, no full
 * stop. Returns `text`. */
const char *catalog_code_describe(const struct catalog *catalog, uint32_t code,
                                  enum language language, char text[CODE_TEXT_BYTES]);

size_t catalog_error_count(const struct catalog *catalog);
const struct agent_error *catalog_error_at(const struct catalog *catalog, size_t index);
/* The index of the agent error with that number or symbol (case folded); false when there is none.
 */
bool catalog_error_by_id(const struct catalog *catalog, uint32_t id, size_t *index);
bool catalog_error_by_symbol(const struct catalog *catalog, struct span symbol, size_t *index);
/* The agent error that a failure code amounts to: the one with the code's symbol. */
bool catalog_error_by_code(const struct catalog *catalog, uint32_t code, size_t *index);

/* The messages by which the agent error is recognised, whole or in part, as the file has them: a ~
 * before one says that other programs print it as well. */
const char *const *catalog_error_messages(const struct catalog *catalog, size_t index,
                                          enum language language);
size_t catalog_error_message_count(const struct catalog *catalog, size_t index,
                                   enum language language);

/* Every fragment of both languages and every symbol. The first that a text holds tells what it is:
 * what is a finding by itself comes before what other programs say as well, then comes what only
 * words a failure code or wraps another error; among these the longest is first. No two are equal
 * when case is folded. */
size_t catalog_message_pattern_count(const struct catalog *catalog);
const struct catalog_message_pattern *catalog_message_pattern_at(const struct catalog *catalog,
                                                                 size_t index);

/* Every topic, in the order of the file. */
size_t catalog_topic_count(const struct catalog *catalog);
const struct catalog_topic *catalog_topic_at(const struct catalog *catalog, size_t index);

/* Every row of words that mean the same to somebody who searches, in the order of the files. */
size_t catalog_synonym_count(const struct catalog *catalog);
const struct catalog_synonym *catalog_synonym_at(const struct catalog *catalog, size_t index);

/* The rules that read codes in their context: the user's first, those of a file in its order. Of
 * several that fit, the first counts. */
size_t catalog_context_count(const struct catalog *catalog);
const struct catalog_context *catalog_context_at(const struct catalog *catalog, size_t index);

/* The rules about paths that may concern a file with that code in that category. Constant time: it
 * is asked once per failed file. */
const struct context_list *catalog_contexts_of(const struct catalog *catalog, bool has_code,
                                               uint32_t code, size_t category);

/* Whether the rule names that code or category, or none at all. */
bool catalog_context_concerns(const struct catalog_context *rule, bool has_code, uint32_t code,
                              size_t category);

/* False when catalog_system_message finds nothing at the end of `text` for sure, told by its last
 * two bytes: it is asked for every failed file. */
bool catalog_may_end_with_message(const struct catalog *catalog, struct span text);

/* When `text` ends with a system message (English or Japanese, with or without its full stop, case
 * folded) or with a code's symbol in capitals (ERROR_ACCESS_DENIED): true, the code that it stands
 * for, and in `start` the offset at which the message begins. The whole text may be the message
 * (start 0). The message must stand at a word boundary.
 */
bool catalog_system_message(const struct catalog *catalog, struct span text, uint32_t *code,
                            size_t *start);

#endif

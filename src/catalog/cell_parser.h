/* Parses the cells of a catalog row: texts, lists, booleans, codes, words of a fixed set. A cell
 * that breaks a rule is a FAULT_CATALOG with the row's file and line. Copies go into the arena;
 * texts of embedded rows are used where they are. */
#ifndef MARSIFT_CATALOG_CELL_PARSER_H
#define MARSIFT_CATALOG_CELL_PARSER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "catalog/catalog_private.h"
#include "catalog/catalog_row.h"
#include "catalog/severity.h"

/* "" for an empty cell. */
bool cell_parse_text(const struct catalog_row *row, size_t column, struct arena *arena,
                     const char **text, struct fault *fault);

/* `fallback`, which is not copied, for an empty cell. */
bool cell_parse_text_or(const struct catalog_row *row, size_t column, const char *fallback,
                        struct arena *arena, const char **text, struct fault *fault);

/* An empty cell is a fault. */
bool cell_parse_required_text(const struct catalog_row *row, size_t column, struct arena *arena,
                              const char **text, struct fault *fault);

/* A text in all languages: `column` has the English one, the next columns the others in the order
 * of LANGUAGES. An empty cell of these gives the English text. */
bool cell_parse_texts(const struct catalog_row *row, size_t column, struct arena *arena,
                      const char *texts[LANGUAGE_COUNT], struct fault *fault);

/* The parts between `separator`s ("|" or "||"), trimmed and without empty ones. */
bool cell_parse_list(const struct catalog_row *row, size_t column, const char *separator,
                     struct arena *arena, const char *const **items, size_t *count,
                     struct fault *fault);

/* A list in all languages, as cell_parse_texts. */
bool cell_parse_lists(const struct catalog_row *row, size_t column, const char *separator,
                      struct arena *arena, const char *const *items[LANGUAGE_COUNT],
                      size_t counts[LANGUAGE_COUNT], struct fault *fault);

/* "yes" or "no"; `fallback` for an empty cell. */
bool cell_parse_boolean(const struct catalog_row *row, size_t column, bool fallback, bool *value,
                        struct fault *fault);

/* The index of the cell's word among the `count` `words`, which NULL ends; `fallback` for an empty
 * cell, which is a fault when `fallback` is `count`. */
bool cell_parse_choice(const struct catalog_row *row, size_t column, const char *const *words,
                       size_t count, size_t fallback, size_t *value, struct fault *fault);

/* A failure code in any notation; `fallback` for an empty cell, which is a fault when `fallback` is
 * NULL. */
bool cell_parse_code(const struct catalog_row *row, size_t column, const uint32_t *fallback,
                     uint32_t *code, struct fault *fault);

/* A number without a sign; 0 for an empty cell. */
bool cell_parse_number(const struct catalog_row *row, size_t column, uint32_t *number,
                       struct fault *fault);

/* The category that `cell` names, a word of `row`. */
bool cell_parse_category(const struct catalog *catalog, const struct catalog_row *row,
                         struct span cell, size_t *category, struct fault *fault);

/* The severity that the cell names; `fallback` for an empty cell, which is a fault when `fallback`
 * is SEVERITY_COUNT. */
bool cell_parse_severity(const struct catalog_row *row, size_t column, size_t fallback,
                         enum severity *severity, struct fault *fault);

#endif

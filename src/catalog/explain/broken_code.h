/* Failure codes that somebody has not copied exactly. */
#ifndef MARSIFT_CATALOG_EXPLAIN_BROKEN_CODE_H
#define MARSIFT_CATALOG_EXPLAIN_BROKEN_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "catalog/catalog.h"

/* More codes would be a list to search in, not a suggestion. */
enum { MAX_BROKEN_CODE_REPAIRS = 5 };

/* True for 0x and seven digits of a failure code, of which the first cannot be missing. */
bool broken_code_lacks_digit(struct span text);

/* Finds the codes of the catalog that are `digits` with one digit more, the likeliest first: those
 * that the documentation of Azure Backup names, then those that lost one of several equal digits,
 * then those that lost the last digit, then those with a message of the system. Returns their
 * number. */
size_t broken_code_repairs(const struct catalog *catalog, uint32_t digits,
                           uint32_t codes[MAX_BROKEN_CODE_REPAIRS]);

/* True for 0x and eight digits that are a code of the catalog if the first is 8 and not 0; `code`
 * is that code. */
bool broken_code_starts_with_zero(const struct catalog *catalog, struct span text, uint32_t *code);

/* True for 0x and a word that is no hexadecimal number of up to eight digits. */
bool broken_code_is_no_number(struct span text);

#endif

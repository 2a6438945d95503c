/* Explains a code, number, symbol, message or word from the catalog. */
#ifndef MARSIFT_CATALOG_EXPLAIN_EXPLAIN_H
#define MARSIFT_CATALOG_EXPLAIN_EXPLAIN_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"
#include "catalog/catalog.h"
#include "catalog/explain/explain_entry.h"
#include "catalog/explain/explanation.h"

/* Looks `query` up. The first of these that matches is the answer:
 *
 * - a number: a failure code in any notation, decoded if it is not known; else all that the catalog
 * has for it, or what the words before it say ("5", "0x5", "os error 5" = 0x80070005);
 *
 * - a symbol of an agent error or a failure code, or a whole message of the system;
 *
 * - a topic by its name or one of its words, then a category by its name or title: kind
 * EXPLAIN_TOPIC, with the entries that belong to it as matches;
 *
 * - a message of the agent: a known number in brackets in it, else the text that identifies it;
 *
 * - the failure codes in the text, as in a line of a log;
 *
 * - words, or synonyms of them, that all occur in one entry, in either language. The answer is the
 * only such entry, or for several words the only one that has all of them in one name, title or
 * message. Otherwise it is of kind EXPLAIN_TOPIC with a title that gives the number of entries, and
 * has the first MAX_EXPLAINED_MATCHES of them as matches: those with all words in one text first,
 * and among these topics, categories, agent errors, codes, in this order.
 *
 * Case and width do not count, nor whether blanks, hyphens or underscores separate words. Texts are
 * lent by `catalog`, `arena` and `query`. False only without memory: a query that finds nothing
 * gets the kind EXPLAIN_UNKNOWN, with a title if it is a number, and with the nearest name
 * otherwise. */
bool explain_query(const struct catalog *catalog, struct span query, enum language language,
                   struct arena *arena, struct explanation *explanation, struct fault *fault);

/* True if `query` is a number or code, in any notation, with or without a word that says so. */
bool explain_is_number(const struct catalog *catalog, struct span query);

#endif

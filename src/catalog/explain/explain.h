/* What `explain` says: one argument to one explanation, offline. */
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

/* Looks `query` up; the first of these that fits is the answer:
 *
 * - a number: of an agent error, if there is one; else a failure code in any notation, decoded when
 * it is not known; else, up to 65535, a Win32 error ("5", "0x5", "os error 5" = 0x80070005);
 *
 * - a symbol of an agent error or a failure code, or a message of the system as a whole;
 *
 * - a topic by its name or one of its words, then a category by its name or title: kind
 * EXPLAIN_TOPIC, with what belongs to it as matches;
 *
 * - a message of the agent: a known number in brackets in it, else the text that identifies it;
 *
 * - words, or synonyms of them, that all stand in one entry, of either language: one such entry is
 * the answer, and of several words the one entry that has all in one name, title or message. Else
 * they are kind EXPLAIN_TOPIC with a title that tells how many they are, and the first of them, at
 * most MAX_EXPLAINED_MATCHES, as matches: those with all words in one text first, among these
 * topics, categories, agent errors, codes, in this order.
 *
 * Case and width do not count, nor whether words are parted by blank, hyphen or underscore. Texts
 * are lent by `catalog`, `arena` and `query`. False only without memory; what is not found is of
 * kind EXPLAIN_UNKNOWN, with a title only if it is a number, and else with the nearest name. */
bool explain_query(const struct catalog *catalog, struct span query, enum language language,
                   struct arena *arena, struct explanation *explanation, struct fault *fault);

/* Whether `query` is a number or code, in any notation, with or without a word that says so. */
bool explain_is_number(const struct catalog *catalog, struct span query);

#endif

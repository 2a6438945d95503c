/* Chooses the next action of "do first": the one that answers most of what weighs most. */
#ifndef MARSIFT_REPORT_STEP_CHOICE_H
#define MARSIFT_REPORT_STEP_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "report/builder.h"
#include "report/triage_item.h"

/* An action, by the first item that calls for it. */
struct step_choice {
    size_t item;
    size_t action;
};

/* True if the action with `key` is one of the item's leading ones. */
bool step_choice_calls_for(const struct triage_item *item, const char *key);

/* The first of the heaviest items that still call for an action, or NULL. */
const struct triage_item *step_choice_heaviest(const struct triage_item *items, size_t count);

/* Finds the best action for the items that weigh as much as `heaviest`. False with the fault set.
 */
bool step_choice_best(const struct builder *builder, const struct triage_item *items, size_t count,
                      const struct triage_item *heaviest, struct step_choice *choice);

#endif

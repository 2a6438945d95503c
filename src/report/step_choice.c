#include "report/step_choice.h"

#include <string.h>

#include "base/hash.h"
#include "base/hash_array.h"

/* An action that more agent errors than this call for ("install the newest agent") answers none of
 * them in particular, and is chosen only if no other action leads. A number, not a share of the
 * catalog: rows about other things do not make advice more telling. */
enum { MAX_ERRORS_OF_AN_ANSWER = 32 };

/* The effect of one action on the items not yet covered. */
struct action_coverage {
    size_t item; /* the first one that calls for it */
    size_t action;
    uint64_t tier_files;
    uint64_t tier_items;
    uint64_t items;
    uint64_t events;
    size_t commonness;
    bool is_cure_all;
};

bool step_choice_calls_for(const struct triage_item *item, const char *key)
{
    for (size_t i = 0; i < item->leading_actions; i++)
        if (strcmp(item->keys[i], key) == 0)
            return true;
    return false;
}

/* The number of agent errors in the catalog that call for the action: advice for everything says
 * least. */
static size_t commonness_of(const struct catalog *catalog, const char *key)
{
    size_t count = 0;
    for (size_t i = 0; i < catalog_error_count(catalog); i++) {
        const struct agent_error *error = catalog_error_at(catalog, i);
        for (size_t action = 0; action < error->action_count[LANGUAGE_EN]; action++)
            count += strcmp(error->actions[LANGUAGE_EN][action], key) == 0;
    }
    return count;
}

static bool is_first_of_its_key(const struct triage_item *item, size_t action)
{
    for (size_t i = 0; i < action; i++)
        if (strcmp(item->keys[i], item->keys[action]) == 0)
            return false;
    return true;
}

static struct action_coverage *find_coverage(const struct builder *builder,
                                             struct hash_array *coverages, const char *key)
{
    bool is_new = false;
    struct action_coverage *coverage =
        hash_array_add(coverages, hash_span(span_of(key), 0), &is_new, builder->fault);
    if (coverage != NULL && is_new) {
        coverage->commonness = commonness_of(builder->catalog, key);
        coverage->is_cure_all = coverage->commonness > MAX_ERRORS_OF_AN_ANSWER;
    }
    return coverage;
}

/* Sums the coverage of each action, by its key, while items of `tier` are the heaviest. There may
 * be as many other failures as lines, so all actions are summed in one pass. */
static bool sum_coverages(const struct builder *builder, const struct triage_item *items,
                          size_t count, enum triage_tier tier, struct hash_array *coverages)
{
    for (size_t i = 0; i < count; i++) {
        const struct triage_item *item = &items[i];
        for (size_t action = 0; !item->is_covered && action < item->leading_actions; action++) {
            if (!is_first_of_its_key(item, action))
                continue;
            struct action_coverage *coverage =
                find_coverage(builder, coverages, item->keys[action]);
            if (coverage == NULL)
                return false;
            coverage->tier_files += item->tier == tier ? item->files : 0;
            coverage->tier_items += item->tier == tier;
            coverage->items++;
            coverage->events += item->events;
        }
    }
    return true;
}

/* Between equals the order of the items decides, which the report has ranked. */
static bool is_better_action(const struct action_coverage *coverage,
                             const struct action_coverage *best)
{
    if (coverage->item == best->item && coverage->is_cure_all != best->is_cure_all)
        return best->is_cure_all;
    if (coverage->tier_files != best->tier_files)
        return coverage->tier_files > best->tier_files;
    if (coverage->tier_items != best->tier_items)
        return coverage->tier_items > best->tier_items;
    if (coverage->items != best->items)
        return coverage->items > best->items;
    if (coverage->items > 1 && coverage->commonness != best->commonness)
        return coverage->commonness < best->commonness;
    if (coverage->item == best->item && coverage->action != best->action)
        return coverage->action < best->action;
    return coverage->events > best->events;
}

/* Negative if `a` is heavier, positive if `b` is, 0 if equal. */
static int compare_weight(const struct triage_item *a, const struct triage_item *b)
{
    if (a->tier != b->tier)
        return a->tier < b->tier ? -1 : 1;
    return (a->urgency > b->urgency) - (a->urgency < b->urgency);
}

const struct triage_item *step_choice_heaviest(const struct triage_item *items, size_t count)
{
    const struct triage_item *heaviest = NULL;
    for (size_t i = 0; i < count; i++)
        if (!items[i].is_covered && items[i].leading_actions > 0 &&
            (heaviest == NULL || compare_weight(&items[i], heaviest) < 0))
            heaviest = &items[i];
    return heaviest;
}

bool step_choice_best(const struct builder *builder, const struct triage_item *items, size_t count,
                      const struct triage_item *heaviest, struct step_choice *choice)
{
    struct action_coverage best_coverage = {0};
    struct action_coverage *best = &best_coverage;
    struct hash_array coverages = {.item_bytes = sizeof(struct action_coverage)};
    bool done = sum_coverages(builder, items, count, heaviest->tier, &coverages);
    for (size_t i = 0; done && i < count; i++) {
        if (items[i].is_covered || compare_weight(&items[i], heaviest) != 0)
            continue;
        for (size_t action = 0; done && action < items[i].leading_actions; action++) {
            const struct action_coverage *known =
                find_coverage(builder, &coverages, items[i].keys[action]);
            done = known != NULL;
            struct action_coverage coverage = done ? *known : (struct action_coverage){0};
            coverage.item = i;
            coverage.action = action;
            if (done && (best->items == 0 || is_better_action(&coverage, best)))
                *best = coverage;
        }
    }
    hash_array_release(&coverages);
    *choice = (struct step_choice){.item = best->item, .action = best->action};
    return done;
}

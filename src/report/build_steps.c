#include "report/build_steps.h"

#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "report/triage.h"

/* An action that more than a twelfth of all agent errors call for ("install the newest agent")
 * answers none of them in particular, and is chosen only if no other action leads. */
enum { CURE_ALL_FRACTION = 12 };

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

static bool calls_for(const struct triage_item *item, const char *key)
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
        coverage->is_cure_all =
            coverage->commonness > catalog_error_count(builder->catalog) / CURE_ALL_FRACTION;
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

/* The first of the heaviest items that still call for an action, or NULL. */
static const struct triage_item *find_heaviest(const struct triage_item *items, size_t count)
{
    const struct triage_item *heaviest = NULL;
    for (size_t i = 0; i < count; i++)
        if (!items[i].is_covered && items[i].leading_actions > 0 &&
            (heaviest == NULL || compare_weight(&items[i], heaviest) < 0))
            heaviest = &items[i];
    return heaviest;
}

/* Finds the best action for the items that weigh as much as `heaviest`. False with the fault set.
 */
static bool find_best_action(const struct builder *builder, const struct triage_item *items,
                             size_t count, const struct triage_item *heaviest,
                             struct action_coverage *best)
{
    struct hash_array coverages = {.item_bytes = sizeof(struct action_coverage)};
    bool done = sum_coverages(builder, items, count, heaviest->tier, &coverages);
    *best = (struct action_coverage){0};
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
    return done;
}

/* Writes the action, once for each volume that it concerns. */
static bool write_action(const struct builder *builder, const struct triage_item *item,
                         const char *key, const char **action)
{
    struct buffer line = {0};
    bool done = true;
    for (size_t i = 0; done && i < item->leading_actions; i++)
        if (strcmp(item->keys[i], key) == 0)
            done = buffer_append(&line, span_of(line.length > 0 ? " " : ""), builder->fault) &&
                   buffer_append(&line, span_of(item->actions[i]), builder->fault);
    *action = done ? arena_copy(builder->arena, buffer_span(&line), builder->fault).bytes : NULL;
    buffer_release(&line);
    return *action != NULL;
}

/* Lists the hosts of all items that call for the action; none if those of one are unknown. */
static bool list_hosts(const struct builder *builder, const struct triage_item *items, size_t count,
                       const char *key, struct report_step *step)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        if (!items[i].is_covered && calls_for(&items[i], key)) {
            if (items[i].host_count == 0)
                return true;
            most += items[i].host_count;
        }
    struct span *hosts = arena_allocate(builder->arena, most, sizeof *hosts, builder->fault);
    if (hosts == NULL)
        return false;
    size_t listed = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < items[i].host_count; j++)
            if (!items[i].is_covered && calls_for(&items[i], key))
                hosts[listed++] = items[i].hosts[j];
    step->host_count = span_sort_unique(hosts, listed);
    step->hosts = hosts;
    return true;
}

static void add_to_step(const struct triage_item *item, struct report_step *step)
{
    bool has_own_records = !item->is_inferred && item->seen_in_files == 0;
    step->covers++;
    step->files += item->files;
    step->events += has_own_records ? item->events : 0;
    step->times += item->is_inferred ? item->events : 0;
    step->files_at_risk += item->files_at_risk;
    step->at_risk = step->at_risk || item->at_risk;
    step->is_recovered = step->is_recovered && item->is_recovered;
}

/* Fills the step for the chosen action, and marks the items that it covers. */
static bool build_step(const struct builder *builder, struct triage_item *items, size_t count,
                       struct action_coverage coverage, struct report_step *step)
{
    const struct triage_item *first = &items[coverage.item];
    const char *key = first->keys[coverage.action];
    *step = (struct report_step){.reason_title = first->title,
                                 .category = first->category,
                                 .reference = first->reference,
                                 .is_recovered = true};
    if (!write_action(builder, first, key, &step->action) ||
        !list_hosts(builder, items, count, key, step))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (items[i].is_covered || !calls_for(&items[i], key))
            continue;
        items[i].is_covered = true;
        add_to_step(&items[i], step);
    }
    /* A finding that counts the files of reasons again shows them if no reason is covered. */
    if (step->files + step->events + step->times == 0) {
        step->files = first->seen_in_files;
        step->events = first->events;
        step->files_at_risk = first->at_risk ? step->files : 0;
    }
    return true;
}

bool build_steps(struct builder *builder)
{
    struct triage_item *items;
    size_t count;
    const struct triage_item *heaviest;
    struct report_step *steps =
        arena_allocate(builder->arena, MAX_REPORT_STEPS, sizeof *steps, builder->fault);
    if (steps == NULL || !triage_list(builder, &items, &count))
        return false;
    size_t step_count = 0;
    while (step_count < MAX_REPORT_STEPS && (heaviest = find_heaviest(items, count)) != NULL) {
        struct action_coverage coverage;
        if (!find_best_action(builder, items, count, heaviest, &coverage) ||
            !build_step(builder, items, count, coverage, &steps[step_count++]))
            return false;
    }
    builder->report->steps = steps;
    builder->report->step_count = step_count;
    return true;
}

/* "Do first": the few actions that help most. Problems stand in tiers, data loss first, noise last;
 * in a tier, what can be got back least comes first. Again and again the action is taken that
 * covers most of what is left at the head. Actions are compared by their English text, so that the
 * order is the same in every language. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "report/problem.h"

/* What more than a tenth of all agent errors call for ("install the newest agent") is no answer to
 * one of them, unless nothing better leads. */
enum { CURE_ALL_PART = 10 };

/* What one action would do for the problems that are left. */
struct cover {
    size_t problem; /* the first one that it helps */
    size_t action;
    uint64_t tier_files;
    uint64_t tier_problems;
    uint64_t problems;
    uint64_t events;
    size_t commonness;
    bool is_cure_all;
};

static bool calls_for(const struct problem_rank *problem, const char *key)
{
    for (size_t i = 0; i < problem->leading_actions; i++)
        if (strcmp(problem->keys[i], key) == 0)
            return true;
    return false;
}

/* How many agent errors of the catalog call for the action: what helps against everything says
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

static bool is_first_of_its_key(const struct problem_rank *problem, size_t action)
{
    for (size_t i = 0; i < action; i++)
        if (strcmp(problem->keys[i], problem->keys[action]) == 0)
            return false;
    return true;
}

static struct cover *find_cover(const struct builder *builder, struct hash_array *covers,
                                const char *key)
{
    bool is_new = false;
    struct cover *cover =
        hash_array_add(covers, hash_span(span_of(key), 0), &is_new, builder->fault);
    if (cover != NULL && is_new) {
        cover->commonness = commonness_of(builder->catalog, key);
        cover->is_cure_all =
            cover->commonness > catalog_error_count(builder->catalog) / CURE_ALL_PART;
    }
    return cover;
}

/* What each action would do, by its key, while problems of `tier` are the heaviest. Other failures
 * may be as many as lines, so all actions are summed in one pass. */
static bool sum_covers(const struct builder *builder, const struct problem_rank *problems,
                       size_t count, enum problem_tier tier, struct hash_array *covers)
{
    for (size_t i = 0; i < count; i++) {
        const struct problem_rank *problem = &problems[i];
        for (size_t action = 0; !problem->is_covered && action < problem->leading_actions;
             action++) {
            if (!is_first_of_its_key(problem, action))
                continue;
            struct cover *cover = find_cover(builder, covers, problem->keys[action]);
            if (cover == NULL)
                return false;
            cover->tier_files += problem->tier == tier ? problem->files : 0;
            cover->tier_problems += problem->tier == tier;
            cover->problems++;
            cover->events += problem->events;
        }
    }
    return true;
}

/* The order in which problems are listed decides between equals: reasons and findings are ranked.
 */
static bool is_better(const struct cover *cover, const struct cover *best)
{
    if (cover->problem == best->problem && cover->is_cure_all != best->is_cure_all)
        return best->is_cure_all;
    if (cover->tier_files != best->tier_files)
        return cover->tier_files > best->tier_files;
    if (cover->tier_problems != best->tier_problems)
        return cover->tier_problems > best->tier_problems;
    if (cover->problems != best->problems)
        return cover->problems > best->problems;
    if (cover->problems > 1 && cover->commonness != best->commonness)
        return cover->commonness < best->commonness;
    if (cover->problem == best->problem && cover->action != best->action)
        return cover->action < best->action;
    return cover->events > best->events;
}

/* Negative, 0 or positive: what comes first. */
static int compare_weight(const struct problem_rank *a, const struct problem_rank *b)
{
    if (a->tier != b->tier)
        return a->tier < b->tier ? -1 : 1;
    return (a->urgency > b->urgency) - (a->urgency < b->urgency);
}

/* The first problem of the heaviest with something left to do, or NULL. */
static const struct problem_rank *find_heaviest(const struct problem_rank *problems, size_t count)
{
    const struct problem_rank *heaviest = NULL;
    for (size_t i = 0; i < count; i++)
        if (!problems[i].is_covered && problems[i].leading_actions > 0 &&
            (heaviest == NULL || compare_weight(&problems[i], heaviest) < 0))
            heaviest = &problems[i];
    return heaviest;
}

/* The best action for those that weigh as much as `heaviest`. */
static bool best_cover(const struct builder *builder, const struct problem_rank *problems,
                       size_t count, const struct problem_rank *heaviest, struct cover *best)
{
    struct hash_array covers = {.item_bytes = sizeof(struct cover)};
    bool done = sum_covers(builder, problems, count, heaviest->tier, &covers);
    *best = (struct cover){0};
    for (size_t i = 0; done && i < count; i++) {
        if (problems[i].is_covered || compare_weight(&problems[i], heaviest) != 0)
            continue;
        for (size_t action = 0; done && action < problems[i].leading_actions; action++) {
            const struct cover *known = find_cover(builder, &covers, problems[i].keys[action]);
            done = known != NULL;
            struct cover cover = done ? *known : (struct cover){0};
            cover.problem = i;
            cover.action = action;
            if (done && (best->problems == 0 || is_better(&cover, best)))
                *best = cover;
        }
    }
    hash_array_release(&covers);
    return done;
}

/* The action, for every volume that it is to be done for. */
static bool write_action(const struct builder *builder, const struct problem_rank *problem,
                         const char *key, const char **action)
{
    struct buffer line = {0};
    bool done = true;
    for (size_t i = 0; done && i < problem->leading_actions; i++)
        if (strcmp(problem->keys[i], key) == 0)
            done = buffer_append(&line, span_of(line.length > 0 ? " " : ""), builder->fault) &&
                   buffer_append(&line, span_of(problem->actions[i]), builder->fault);
    *action = done ? arena_copy(builder->arena, buffer_span(&line), builder->fault).bytes : NULL;
    buffer_release(&line);
    return *action != NULL;
}

static int compare_hosts(const void *left, const void *right)
{
    return span_compare(*(const struct span *)left, *(const struct span *)right);
}

/* The hosts of all problems that call for the action; none when one's are not known. */
static bool list_hosts(const struct builder *builder, const struct problem_rank *problems,
                       size_t count, const char *key, struct report_step *step)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        if (!problems[i].is_covered && calls_for(&problems[i], key)) {
            if (problems[i].host_count == 0)
                return true;
            most += problems[i].host_count;
        }
    struct span *hosts = arena_allocate(builder->arena, most, sizeof *hosts, builder->fault);
    if (hosts == NULL)
        return false;
    size_t listed = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < problems[i].host_count; j++)
            if (!problems[i].is_covered && calls_for(&problems[i], key))
                hosts[listed++] = problems[i].hosts[j];
    qsort(hosts, listed, sizeof *hosts, compare_hosts);
    for (size_t i = 0; i < listed; i++)
        if (i == 0 || !span_equals(hosts[i], hosts[step->host_count - 1]))
            hosts[step->host_count++] = hosts[i];
    step->hosts = hosts;
    return true;
}

static void add_covered(const struct problem_rank *problem, struct report_step *step)
{
    bool has_own_records = !problem->is_inferred && problem->seen_in_files == 0;
    step->covers++;
    step->files += problem->files;
    step->events += has_own_records ? problem->events : 0;
    step->times += problem->is_inferred ? problem->events : 0;
    step->files_at_risk += problem->files_at_risk;
    step->at_risk = step->at_risk || problem->at_risk;
    step->is_overcome = step->is_overcome && problem->is_overcome;
}

/* Marks what the action covers, and says what it comes to. */
static bool take_step(const struct builder *builder, struct problem_rank *problems, size_t count,
                      struct cover cover, struct report_step *step)
{
    const struct problem_rank *first = &problems[cover.problem];
    const char *key = first->keys[cover.action];
    *step = (struct report_step){.reason_title = first->title,
                                 .category = first->category,
                                 .reference = first->reference,
                                 .is_overcome = true};
    if (!write_action(builder, first, key, &step->action) ||
        !list_hosts(builder, problems, count, key, step))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (problems[i].is_covered || !calls_for(&problems[i], key))
            continue;
        problems[i].is_covered = true;
        add_covered(&problems[i], step);
    }
    /* What counts the files of reasons again shows them where no reason is covered. */
    if (step->files + step->events + step->times == 0) {
        step->files = first->seen_in_files;
        step->events = first->events;
        step->files_at_risk = first->at_risk ? step->files : 0;
    }
    return true;
}

bool build_steps(struct builder *builder)
{
    struct problem_rank *problems;
    size_t count;
    const struct problem_rank *heaviest;
    struct report_step *steps =
        arena_allocate(builder->arena, MAX_REPORT_STEPS, sizeof *steps, builder->fault);
    if (steps == NULL || !problem_list(builder, &problems, &count))
        return false;
    size_t taken = 0;
    while (taken < MAX_REPORT_STEPS && (heaviest = find_heaviest(problems, count)) != NULL) {
        struct cover cover;
        if (!best_cover(builder, problems, count, heaviest, &cover) ||
            !take_step(builder, problems, count, cover, &steps[taken++]))
            return false;
    }
    builder->report->steps = steps;
    builder->report->step_count = taken;
    return true;
}

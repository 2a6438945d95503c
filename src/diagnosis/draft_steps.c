/* "Do first": the few actions that help most. Problems stand in tiers, data loss first, noise last;
 * again and again the action is taken that covers most of the first tier that is left. Actions are
 * compared by their English text, so that the order is the same in every language. */
#include <string.h>

#include "diagnosis/drafting.h"

/* The first actions of a problem go to its root; the ones after them are for when these fail. */
enum { MAX_LEADING_ACTIONS = 2 };

/* What more than a tenth of all agent errors call for ("install the newest agent") is no answer to
 * one of them, unless nothing better leads. */
enum { CURE_ALL_PART = 10 };

/* A reason or a finding that calls for something to be done. */
struct problem {
    const char *title;
    const char *category;
    const char *const *actions;
    const char *const *keys;
    size_t leading_actions;
    const char *reference;
    int tier; /* 0 comes first */
    uint64_t files;
    uint64_t events;
    bool at_risk;
    bool is_covered;
};

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

static size_t leading_actions(size_t count)
{
    return count < MAX_LEADING_ACTIONS ? count : MAX_LEADING_ACTIONS;
}

static int tier_of_reason(const struct report_reason *reason)
{
    if (reason->severity == SEVERITY_ERROR)
        return reason->at_risk ? 0 : 2;
    return reason->at_risk ? 3 : 6;
}

static int tier_of_finding(const struct report_finding *finding)
{
    if (finding->severity == SEVERITY_ERROR)
        return finding->is_generic ? 5 : finding->at_risk ? 1 : 2;
    return finding->is_generic ? 7 : 4;
}

static size_t list_problems(const struct report *report, struct problem *problems)
{
    size_t count = 0;
    for (size_t i = 0; i < report->reason_count; i++) {
        const struct report_reason *reason = &report->reasons[i];
        problems[count++] =
            (struct problem){.title = reason->title,
                             .category = reason->category,
                             .actions = reason->actions,
                             .keys = reason->action_keys,
                             .leading_actions = leading_actions(reason->action_count),
                             .reference = reason->reference,
                             .tier = tier_of_reason(reason),
                             .files = reason->files,
                             .events = reason->events,
                             .at_risk = reason->at_risk};
    }
    for (size_t i = 0; i < report->finding_count; i++) {
        const struct report_finding *finding = &report->finding_list[i];
        if (finding->severity == SEVERITY_INFORMATION)
            continue;
        problems[count++] =
            (struct problem){.title = finding->title,
                             .category = finding->category,
                             .actions = finding->actions,
                             .keys = finding->action_keys,
                             .leading_actions = leading_actions(finding->action_count),
                             .reference = finding->reference,
                             .tier = tier_of_finding(finding),
                             .events = finding->events,
                             .at_risk = finding->at_risk};
    }
    return count;
}

static bool calls_for(const struct problem *problem, const char *key)
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

static struct cover cover_of(const struct catalog *catalog, const struct problem *problems,
                             size_t count, size_t problem, size_t action)
{
    const char *key = problems[problem].keys[action];
    struct cover cover = {
        .problem = problem, .action = action, .commonness = commonness_of(catalog, key)};
    cover.is_cure_all = cover.commonness > catalog_error_count(catalog) / CURE_ALL_PART;
    for (size_t i = 0; i < count; i++) {
        if (problems[i].is_covered || !calls_for(&problems[i], key))
            continue;
        bool is_in_tier = problems[i].tier == problems[problem].tier;
        cover.tier_files += is_in_tier ? problems[i].files : 0;
        cover.tier_problems += is_in_tier;
        cover.problems++;
        cover.events += problems[i].events;
    }
    return cover;
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

/* The first tier with something left to do, or -1. */
static int first_tier(const struct problem *problems, size_t count)
{
    int tier = -1;
    for (size_t i = 0; i < count; i++)
        if (!problems[i].is_covered && problems[i].leading_actions > 0 &&
            (tier < 0 || problems[i].tier < tier))
            tier = problems[i].tier;
    return tier;
}

static struct cover best_cover(const struct catalog *catalog, const struct problem *problems,
                               size_t count, int tier)
{
    struct cover best = {0};
    for (size_t i = 0; i < count; i++) {
        if (problems[i].is_covered || problems[i].tier != tier)
            continue;
        for (size_t action = 0; action < problems[i].leading_actions; action++) {
            struct cover cover = cover_of(catalog, problems, count, i, action);
            if (best.problems == 0 || is_better(&cover, &best))
                best = cover;
        }
    }
    return best;
}

/* Marks what the action covers, and says what it comes to. */
static struct report_step take_step(struct problem *problems, size_t count, struct cover cover)
{
    const struct problem *first = &problems[cover.problem];
    const char *key = first->keys[cover.action];
    struct report_step step = {.action = first->actions[cover.action],
                               .reason_title = first->title,
                               .category = first->category,
                               .reference = first->reference};
    for (size_t i = 0; i < count; i++) {
        if (problems[i].is_covered || !calls_for(&problems[i], key))
            continue;
        problems[i].is_covered = true;
        step.covers++;
        step.files += problems[i].files;
        step.events += problems[i].events;
        step.at_risk = step.at_risk || problems[i].at_risk;
    }
    return step;
}

bool drafting_steps(struct draft *draft)
{
    struct report *report = draft->report;
    struct problem *problems = arena_allocate(
        draft->arena, report->reason_count + report->finding_count, sizeof *problems, draft->fault);
    struct report_step *steps =
        arena_allocate(draft->arena, MAX_REPORT_STEPS, sizeof *steps, draft->fault);
    if (problems == NULL || steps == NULL)
        return false;
    size_t count = list_problems(report, problems);
    size_t taken = 0;
    for (int tier; taken < MAX_REPORT_STEPS && (tier = first_tier(problems, count)) >= 0; taken++)
        steps[taken] =
            take_step(problems, count, best_cover(draft->catalog, problems, count, tier));
    report->steps = steps;
    report->step_count = taken;
    return true;
}

#include "report/build_steps.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "report/step_choice.h"
#include "report/triage.h"

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
        if (!items[i].is_covered && step_choice_calls_for(&items[i], key)) {
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
            if (!items[i].is_covered && step_choice_calls_for(&items[i], key))
                hosts[listed++] = items[i].hosts[j];
    step->host_count = span_sort_unique(hosts, listed);
    step->hosts = hosts;
    return true;
}

static struct step_problem problem_of(const struct triage_item *item)
{
    bool has_own_records = !item->is_inferred && item->seen_in_files == 0;
    struct step_problem problem = {.title = item->title,
                                   .places = item->places,
                                   .files = item->files,
                                   .events = has_own_records ? item->events : 0,
                                   .times = item->is_inferred ? item->events : 0,
                                   .files_at_risk = item->files_at_risk,
                                   .at_risk = item->at_risk,
                                   .lacking = item->lacking,
                                   .lacking_count = item->lacking_count,
                                   .is_possible = item->is_possible,
                                   .hosts = item->hosts,
                                   .host_count = item->host_count};
    /* A finding that counts the files of reasons again shows them. */
    if (problem.files + problem.events + problem.times == 0) {
        problem.files = item->seen_in_files;
        problem.events = item->events;
        problem.files_at_risk = item->at_risk ? problem.files : 0;
    }
    return problem;
}

static bool has_hosts_of(const struct step_problem *a, const struct step_problem *b)
{
    bool is_same = a->host_count == b->host_count;
    for (size_t i = 0; is_same && i < a->host_count; i++)
        is_same = span_equals(a->hosts[i], b->hosts[i]);
    return is_same;
}

/* The problem that reads like `problem` but for its number of records, or NULL: codes of a category
 * have the same title. */
static struct step_problem *find_like(struct step_problem *problems, size_t count,
                                      const struct step_problem *problem)
{
    for (size_t i = 0; i < count; i++) {
        struct step_problem *other = &problems[i];
        uint64_t more = other->files + other->times + problem->files + problem->times +
                        other->lacking_count + problem->lacking_count;
        if (more == 0 && strcmp(other->title, problem->title) == 0 &&
            span_equals(other->places, problem->places) && other->at_risk == problem->at_risk &&
            has_hosts_of(other, problem))
            return other;
    }
    return NULL;
}

static void add_to_step(const struct triage_item *item, struct step_problem *problems,
                        struct report_step *step)
{
    struct step_problem problem = problem_of(item);
    struct step_problem *like = find_like(problems, step->problem_count, &problem);
    if (like != NULL)
        like->events += problem.events;
    else
        problems[step->problem_count++] = problem;
    step->files += item->files;
    step->events += problem.events;
    step->files_at_risk += item->files_at_risk;
    step->lacking_count += item->lacking_count;
    step->at_risk = step->at_risk || item->at_risk;
}

static size_t count_covered(const struct triage_item *items, size_t count, const char *key)
{
    size_t covered = 0;
    for (size_t i = 0; i < count; i++)
        covered += !items[i].is_covered && step_choice_calls_for(&items[i], key);
    return covered;
}

/* Orders the problems of a step: those that cost backups first, then as the report has them. */
static int compare_problems(const void *left, const void *right)
{
    const struct step_problem *a = left;
    const struct step_problem *b = right;
    int order = builder_more_first(a->lacking_count, b->lacking_count);
    if (order == 0)
        order = builder_more_first(a->files, b->files);
    return order ? order : strcmp(a->title, b->title);
}

/* True if the step would show both problems with the same words. */
static bool reads_alike(const struct step_problem *a, const struct step_problem *b)
{
    bool is_alike = strcmp(a->title, b->title) == 0 && a->at_risk == b->at_risk &&
                    a->lacking_count + b->lacking_count == 0 && (a->files > 0) == (b->files > 0) &&
                    (a->times > 0) == (b->times > 0) && span_equals(a->places, b->places) &&
                    a->host_count == b->host_count;
    for (size_t i = 0; is_alike && i < a->host_count; i++)
        is_alike = span_equals(a->hosts[i], b->hosts[i]);
    return is_alike;
}

/* Makes one of neighbours that read alike: failures of several codes have one title. */
static void merge_alike(struct step_problem *problems, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        if (kept == 0 || !reads_alike(&problems[kept - 1], &problems[i])) {
            problems[kept++] = problems[i];
            continue;
        }
        problems[kept - 1].files += problems[i].files;
        problems[kept - 1].events += problems[i].events;
        problems[kept - 1].times += problems[i].times;
        problems[kept - 1].files_at_risk += problems[i].files_at_risk;
    }
    *count = kept;
}

/* Fills the step for the chosen action, and marks the items that it covers. */
static bool build_step(const struct builder *builder, struct triage_item *items, size_t count,
                       struct step_choice choice, struct report_step *step)
{
    const struct triage_item *first = &items[choice.item];
    const char *key = first->keys[choice.action];
    *step = (struct report_step){.category = first->category, .reference = first->reference};
    struct step_problem *problems = arena_allocate(builder->arena, count_covered(items, count, key),
                                                   sizeof *problems, builder->fault);
    if (problems == NULL || !write_action(builder, first, key, &step->action) ||
        !list_hosts(builder, items, count, key, step))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (items[i].is_covered || !step_choice_calls_for(&items[i], key))
            continue;
        items[i].is_covered = true;
        add_to_step(&items[i], problems, step);
    }
    qsort(problems, step->problem_count, sizeof *problems, compare_problems);
    merge_alike(problems, &step->problem_count);
    step->problems = problems;
    return true;
}

/* The number of items that stand for servers without a backup, or of which that is not known: each
 * has a step at most. */
static size_t count_lacking(const struct triage_item *items, size_t count)
{
    size_t lacking = 0;
    for (size_t i = 0; i < count; i++)
        lacking += items[i].tier <= TRIAGE_UNKNOWN;
    return lacking;
}

bool build_steps(struct builder *builder)
{
    struct triage_item *items;
    size_t count;
    size_t step_count = 0;
    size_t others = 0;
    const struct triage_item *heaviest;
    if (!triage_list(builder, &items, &count))
        return false;
    struct report_step *steps =
        arena_allocate(builder->arena, count_lacking(items, count) + MAX_OTHER_STEPS, sizeof *steps,
                       builder->fault);
    if (steps == NULL)
        return false;
    while ((heaviest = step_choice_heaviest(items, count)) != NULL) {
        struct step_choice choice;
        others += heaviest->tier > TRIAGE_UNKNOWN;
        if (others > MAX_OTHER_STEPS)
            break;
        if (!step_choice_best(builder, items, count, heaviest, &choice) ||
            !build_step(builder, items, count, choice, &steps[step_count++]))
            return false;
    }
    builder->report->steps = steps;
    builder->report->step_count = step_count;
    return true;
}

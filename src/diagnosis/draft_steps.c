/* "Do first": the few actions that help most, data loss before noise. */
#include <stdlib.h>
#include <string.h>

#include "diagnosis/drafting.h"

/* A candidate carries what it is ranked by. */
struct candidate {
    struct report_step step;
    enum severity severity;
    struct place place; /* of the example: the last word in the order, the same in every language */
};

static int compare_candidates(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;
    if (a->severity != b->severity)
        return a->severity > b->severity ? -1 : 1;
    if (a->step.at_risk != b->step.at_risk)
        return a->step.at_risk ? -1 : 1;
    int order = drafting_more_first(a->step.files, b->step.files);
    if (order == 0)
        order = drafting_more_first(a->step.events, b->step.events);
    if (order == 0)
        order = strcmp(a->step.category, b->step.category);
    if (order == 0)
        order = (a->place.log > b->place.log) - (a->place.log < b->place.log);
    return order ? order : (a->place.line > b->place.line) - (a->place.line < b->place.line);
}

static size_t add_reasons(const struct report *report, struct candidate *candidates)
{
    size_t count = 0;
    for (size_t i = 0; i < report->reason_count; i++) {
        const struct report_reason *reason = &report->reasons[i];
        if (reason->action_count == 0)
            continue;
        candidates[count++] = (struct candidate){.severity = reason->severity,
                                                 .place = reason->example.place,
                                                 .step = {.action = reason->actions[0],
                                                          .reason_title = reason->title,
                                                          .category = reason->category,
                                                          .files = reason->files,
                                                          .events = reason->events,
                                                          .at_risk = reason->at_risk,
                                                          .reference = reason->reference}};
    }
    return count;
}

static size_t add_findings(const struct report *report, struct candidate *candidates)
{
    size_t count = 0;
    for (size_t i = 0; i < report->finding_count; i++) {
        const struct report_finding *finding = &report->finding_list[i];
        if (finding->action_count == 0 || finding->severity == SEVERITY_INFORMATION)
            continue;
        candidates[count++] =
            (struct candidate){.severity = finding->severity,
                               .place = finding->example.place,
                               .step = {.action = finding->actions[0],
                                        .reason_title = finding->title,
                                        .category = finding->category,
                                        .events = finding->events,
                                        .at_risk = finding->severity == SEVERITY_ERROR,
                                        .reference = finding->reference}};
    }
    return count;
}

/* One step covers all that call for the same action. */
static size_t merge_equal_actions(struct candidate *candidates, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        while (same < kept && strcmp(candidates[same].step.action, candidates[i].step.action) != 0)
            same++;
        if (same == kept) {
            candidates[kept++] = candidates[i];
            continue;
        }
        candidates[same].step.files += candidates[i].step.files;
        candidates[same].step.events += candidates[i].step.events;
    }
    return kept;
}

bool drafting_steps(struct draft *draft)
{
    struct report *report = draft->report;
    size_t most = report->reason_count + report->finding_count;
    struct candidate *candidates =
        arena_allocate(draft->arena, most, sizeof *candidates, draft->fault);
    struct report_step *steps = arena_allocate(draft->arena, most, sizeof *steps, draft->fault);
    if (candidates == NULL || steps == NULL)
        return false;
    size_t count = add_reasons(report, candidates);
    count += add_findings(report, candidates + count);
    qsort(candidates, count, sizeof *candidates, compare_candidates);
    count = merge_equal_actions(candidates, count);
    for (size_t i = 0; i < count; i++)
        steps[i] = candidates[i].step;
    report->steps = steps;
    report->step_count = count;
    return true;
}

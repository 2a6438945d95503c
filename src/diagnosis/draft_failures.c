/* Failures that are neither failed files nor known agent errors. */
#include <stdlib.h>
#include <string.h>

#include "diagnosis/drafting.h"

static int compare_failures(const void *left, const void *right)
{
    const struct report_other_failure *a = left;
    const struct report_other_failure *b = right;
    int order = drafting_more_first(a->code.events, b->code.events);
    if (order == 0)
        order = strcmp(a->code.text, b->code.text);
    return order ? order : span_compare(a->symbol, b->symbol);
}

/* A code may say that what its category is wrong for has no risk, or passes. */
static bool draft_failure(const struct draft *draft, const struct tally_failure *failure,
                          struct report_other_failure *shown)
{
    enum language language = draft->options->language;
    const struct catalog_category *category =
        catalog_category_at(draft->catalog, failure->category);
    struct code_meaning meaning = catalog_code_meaning(draft->catalog, failure->code);
    *shown = (struct report_other_failure){
        .symbol = failure->symbol,
        .category = category->name,
        .example = failure->example,
        .host = failure->has_more_hosts ? (struct span){0} : drafting_host(draft, failure->host),
        .title = category->title[language],
        .severity = category->severity,
        .at_risk = failure->has_code ? meaning.at_risk : category->at_risk,
        .transient = failure->has_code ? meaning.transient : category->transient,
        .reference = failure->has_code ? meaning.reference : category->reference};
    if (!drafting_code(draft, failure->has_code, failure->code, &shown->code))
        return false;
    shown->code.events = failure->events;
    drafting_failure_actions(draft, category, shown);
    return true;
}

bool drafting_other_failures(struct draft *draft)
{
    const struct keyed *counted = &draft->tally->failures;
    struct report *report = draft->report;
    struct report_other_failure *list =
        arena_allocate(draft->arena, counted->count, sizeof *list, draft->fault);
    if (list == NULL)
        return false;
    for (size_t i = 0; i < counted->count; i++) {
        const struct tally_failure *failure = keyed_at(counted, i);
        if (!draft_failure(draft, failure, &list[i]))
            return false;
        report->other_failures += failure->events;
    }
    qsort(list, counted->count, sizeof *list, compare_failures);
    report->other_failure_list = list;
    report->other_failure_count = counted->count;
    return true;
}

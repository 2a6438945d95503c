#include "report/problem.h"

#include <string.h>

/* The first actions of a problem go to its root; the ones after them are for when these fail. */
enum { MAX_LEADING_ACTIONS = 2 };

/* What is done for several volumes is one action. */
static size_t leading_actions(const char *const *keys, size_t count)
{
    size_t different = 0;
    for (size_t i = 0; i < count; i++) {
        different += i == 0 || strcmp(keys[i], keys[i - 1]) != 0;
        if (different > MAX_LEADING_ACTIONS)
            return i;
    }
    return count;
}

static uint32_t urgency_of(const struct builder *builder, const char *name)
{
    size_t category;
    bool is_known = catalog_category_find(builder->catalog, span_of(name), &category);
    uint32_t urgency = is_known ? catalog_category_at(builder->catalog, category)->urgency : 0;
    return urgency > 0 ? urgency : UINT32_MAX;
}

/* All files that call for something are older than a backup without failed files. */
static bool is_overcome(const struct report_reason *reason)
{
    return reason->files_before_clean > 0 && reason->current_files == 0;
}

static enum problem_tier tier_of_reason(const struct report_reason *reason)
{
    if (is_overcome(reason))
        return TIER_OVERCOME;
    if (reason->severity == SEVERITY_ERROR)
        return reason->at_risk ? TIER_LOSS : TIER_ERROR;
    return reason->at_risk ? TIER_RISK : TIER_PASSING;
}

static enum problem_tier tier_of_finding(const struct report_finding *finding)
{
    if (finding->is_overcome)
        return finding->is_generic ? TIER_INCONCLUSIVE : TIER_OVERCOME;
    if (finding->is_generic)
        return finding->severity == SEVERITY_ERROR ? TIER_FAILED : TIER_INCONCLUSIVE;
    if (finding->severity == SEVERITY_ERROR)
        return finding->at_risk ? TIER_LOSS : TIER_ERROR;
    return TIER_WARNING;
}

/* The advice of a rule that most of the reason's files stand under, or NULL: it knows more of them
 * than what the reason says for all. */
static const struct report_context *known_case(const struct report_reason *reason)
{
    for (size_t i = 0; i < reason->context_count; i++) {
        const struct report_context *context = &reason->contexts[i];
        bool is_most = context->files * 2 > reason->files - reason->harmless_files;
        if (is_most && context->mark[0] == '\0' && context->advice[0] != '\0')
            return context;
    }
    return NULL;
}

/* The known case's advice leads, then what the reason says. */
static bool lead_with_advice(const struct builder *builder, const struct report_context *context,
                             struct problem_rank *problem)
{
    size_t count = problem->leading_actions + 1;
    const char **actions = arena_allocate(builder->arena, count, sizeof *actions, builder->fault);
    const char **keys = arena_allocate(builder->arena, count, sizeof *keys, builder->fault);
    if (actions == NULL || keys == NULL)
        return false;
    actions[0] = context->advice;
    keys[0] = context->advice_key;
    for (size_t i = 1; i < count; i++) {
        actions[i] = problem->actions[i - 1];
        keys[i] = problem->keys[i - 1];
    }
    problem->actions = actions;
    problem->keys = keys;
    problem->leading_actions = count;
    return true;
}

/* Files that are marked harmless call for nothing. */
static bool add_reason(const struct builder *builder, const struct report_reason *reason,
                       struct problem_rank *problems, size_t *count)
{
    if (reason->files > 0 && reason->harmless_files == reason->files)
        return true;
    struct problem_rank *problem = &problems[(*count)++];
    *problem = (struct problem_rank){.title = reason->title,
                                     .category = reason->category,
                                     .actions = reason->actions,
                                     .keys = reason->action_keys,
                                     .leading_actions =
                                         leading_actions(reason->action_keys, reason->action_count),
                                     .reference = reason->reference,
                                     .tier = tier_of_reason(reason),
                                     .urgency = urgency_of(builder, reason->category),
                                     .files = reason->files - reason->harmless_files,
                                     .events = reason->events,
                                     .at_risk = reason->at_risk,
                                     .files_at_risk = reason->at_risk ? reason->current_files : 0,
                                     .is_overcome = is_overcome(reason),
                                     .hosts = reason->hosts,
                                     .host_count = reason->host_count};
    const struct report_context *context = known_case(reason);
    return context == NULL || lead_with_advice(builder, context, problem);
}

/* Whether the report tells why files failed: then nobody needs to read that elsewhere. */
static bool tells_why_files_failed(const struct report *report)
{
    for (size_t i = 0; i < report->reason_count; i++)
        for (size_t code = 0; code < report->reasons[i].code_count; code++)
            if (report->reasons[i].codes[code].has_value)
                return true;
    return false;
}

static void add_finding(const struct builder *builder, const struct report_finding *finding,
                        struct problem_rank *problems, size_t *count)
{
    bool is_answered = tells_why_files_failed(builder->report);
    size_t answered = is_answered ? finding->answered_actions : 0;
    if (finding->severity == SEVERITY_INFORMATION || answered > finding->action_count)
        return;
    const char *const *keys = finding->action_keys + answered;
    problems[(*count)++] = (struct problem_rank){
        .title = finding->title,
        .category = finding->category,
        .actions = finding->actions + answered,
        .keys = keys,
        .leading_actions = leading_actions(keys, finding->action_count - answered),
        .reference = finding->reference,
        .tier = tier_of_finding(finding),
        .urgency = urgency_of(builder, finding->category),
        .events = finding->events,
        .at_risk = finding->at_risk,
        .is_overcome = finding->is_overcome,
        .is_inferred = finding->is_inferred,
        .seen_in_files = finding->files,
        .hosts = finding->hosts,
        .host_count = finding->host_count};
}

/* Of the failures that are nothing else, those that lose data. */
static void add_failure(const struct builder *builder, const struct report_other_failure *failure,
                        struct problem_rank *problems, size_t *count)
{
    bool loses_data = failure->at_risk || failure->is_overcome;
    if (failure->severity != SEVERITY_ERROR || !loses_data || failure->transient)
        return;
    problems[(*count)++] = (struct problem_rank){
        .title = failure->title,
        .category = failure->category,
        .actions = failure->actions,
        .keys = failure->action_keys,
        .leading_actions = leading_actions(failure->action_keys, failure->action_count),
        .reference = failure->reference,
        .tier = failure->is_overcome ? TIER_OVERCOME : TIER_LOSS,
        .urgency = urgency_of(builder, failure->category),
        .events = failure->code.events,
        .at_risk = failure->at_risk,
        .is_overcome = failure->is_overcome,
        .hosts = &failure->host,
        .host_count = failure->host.length > 0};
}

/* A status says no more than a problem of its weight that says why. */
static void drop_statuses(struct problem_rank *problems, size_t count)
{
    bool has_error = false;
    bool has_any = false;
    for (size_t i = 0; i < count; i++) {
        has_error = has_error || problems[i].tier <= TIER_ERROR;
        has_any = has_any || problems[i].tier <= TIER_WARNING;
    }
    for (size_t i = 0; i < count; i++)
        if ((problems[i].tier == TIER_FAILED && has_error) ||
            (problems[i].tier == TIER_INCONCLUSIVE && has_any))
            problems[i].is_covered = true;
}

bool problem_list(const struct builder *builder, struct problem_rank **problems, size_t *count)
{
    const struct report *report = builder->report;
    *count = 0;
    *problems = arena_allocate(
        builder->arena, report->reason_count + report->finding_count + report->other_failure_count,
        sizeof **problems, builder->fault);
    if (*problems == NULL)
        return false;
    for (size_t i = 0; i < report->reason_count; i++)
        if (!add_reason(builder, &report->reasons[i], *problems, count))
            return false;
    for (size_t i = 0; i < report->finding_count; i++)
        add_finding(builder, &report->finding_list[i], *problems, count);
    for (size_t i = 0; i < report->other_failure_count; i++)
        add_failure(builder, &report->other_failure_list[i], *problems, count);
    drop_statuses(*problems, *count);
    return true;
}

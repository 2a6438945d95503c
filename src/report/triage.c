#include "report/triage.h"

#include <string.h>

#include "report/build_limit_actions.h"
#include "report/triage_codes.h"
#include "report/triage_gone.h"
#include "report/triage_hosts.h"
#include "report/triage_limit.h"

/* The first actions treat the root cause; the others are for when these fail. */
enum { MAX_LEADING_ACTIONS = 2 };

/* The number of leading actions. One action for several volumes counts once. */
static size_t count_leading_actions(const char *const *keys, size_t count)
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

static enum triage_tier tier_of_reason(const struct report_reason *reason)
{
    if (reason->severity == SEVERITY_ERROR)
        return reason->at_risk ? TRIAGE_LOSS : TRIAGE_ERROR;
    return reason->at_risk ? TRIAGE_RISK : TRIAGE_PASSING;
}

static enum triage_tier tier_of_finding(const struct report_finding *finding)
{
    if (finding->is_generic)
        return finding->severity == SEVERITY_ERROR ? TRIAGE_FAILED : TRIAGE_INCONCLUSIVE;
    if (finding->severity == SEVERITY_ERROR)
        return finding->at_risk ? TRIAGE_LOSS : TRIAGE_ERROR;
    return TRIAGE_WARNING;
}

/* The context rule with an advice that concerns most of the reason's files, or NULL. Its advice is
 * more specific than the reason's. */
static const struct report_context *majority_rule(const struct report_reason *reason)
{
    for (size_t i = 0; i < reason->context_count; i++) {
        const struct report_context *context = &reason->contexts[i];
        bool is_most = context->files * 2 > reason->files - reason->harmless_files;
        if (is_most && context->mark[0] == '\0' && context->advice[0] != '\0')
            return context;
    }
    return NULL;
}

/* A reason with harmless files alone calls for nothing. */
static bool add_reason(const struct builder *builder, const struct report_reason *reason,
                       struct triage_item *items, size_t *count)
{
    if (reason->files > 0 && reason->harmless_files == reason->files)
        return true;
    struct triage_item *item = &items[(*count)++];
    *item = (struct triage_item){
        .title = reason->title,
        .places = reason->volumes,
        .category = reason->category,
        .actions = reason->actions,
        .keys = reason->action_keys,
        .leading_actions = count_leading_actions(reason->action_keys, reason->action_count),
        .reference = reason->reference,
        .tier = tier_of_reason(reason),
        .urgency = urgency_of(builder, reason->category),
        .files = reason->files - reason->harmless_files,
        .events = reason->events,
        .at_risk = reason->at_risk,
        .files_at_risk = reason->at_risk ? reason->files - reason->harmless_files : 0,
        .hosts = reason->hosts,
        .host_count = reason->host_count};
    /* What a reason that puts nothing at risk may also come from is not the problem of others. */
    if (item->tier == TRIAGE_PASSING && item->leading_actions > 1)
        item->leading_actions = 1;
    const struct report_context *context = majority_rule(reason);
    return context == NULL || triage_item_prepend(item, context->advice, context->advice_key,
                                                  builder->arena, builder->fault);
}

/* True if the report gives a code for any failed file: then nobody needs to look for it elsewhere.
 */
static bool explains_failed_files(const struct report *report)
{
    for (size_t i = 0; i < report->reason_count; i++)
        for (size_t code = 0; code < report->reasons[i].code_count; code++)
            if (report->reasons[i].codes[code].has_value)
                return true;
    return false;
}

static bool add_finding(const struct builder *builder, const struct triage_hosts *hosts,
                        const struct report_finding *finding, struct triage_item *items,
                        size_t *count)
{
    bool is_answered = explains_failed_files(builder->report);
    size_t answered = is_answered ? finding->answered_actions : 0;
    if (finding->is_recovered || finding->severity == SEVERITY_INFORMATION ||
        answered > finding->action_count)
        return true;
    const char *const *keys = finding->action_keys + answered;
    struct triage_item item = (struct triage_item){
        .title = finding->title,
        .places = finding->places,
        .category = finding->category,
        .actions = finding->actions + answered,
        .keys = keys,
        .leading_actions = count_leading_actions(keys, finding->action_count - answered),
        .reference = finding->reference,
        .tier = tier_of_finding(finding),
        .urgency = urgency_of(builder, finding->category),
        .events = finding->open_events,
        .at_risk = finding->at_risk,
        .causes = {finding->id, finding->symbol},
        .is_inferred = finding->is_inferred,
        .seen_in_files = finding->files,
        .hosts = finding->open_hosts,
        .host_count = finding->open_host_count};
    if (build_limit_is_reached(finding))
        return triage_limit_split(builder, finding, &item, items, count);
    bool is_cause = triage_hosts_are_lacking(hosts, finding->id) ||
                    triage_hosts_are_lacking(hosts, finding->symbol);
    items[(*count)++] = item;
    return !is_cause || triage_codes_lead(builder, finding, &items[*count - 1]);
}

/* True if an agent error because of which servers have no backup says it as well. */
static bool is_said(const struct report *report, const struct triage_hosts *hosts,
                    const struct report_other_failure *failure)
{
    for (size_t i = 0; i < report->finding_count; i++) {
        const struct report_finding *finding = &report->finding_list[i];
        if (!finding->is_recovered && triage_codes_are_of(finding, failure) &&
            (triage_hosts_are_lacking(hosts, finding->id) ||
             triage_hosts_are_lacking(hosts, finding->symbol)))
            return true;
    }
    return false;
}

/* Other failures are listed if they lose data, or if a server has no backup because of them. */
static void add_failure(const struct builder *builder, const struct triage_hosts *hosts,
                        const struct report_other_failure *failure, struct triage_item *items,
                        size_t *count)
{
    bool loses_data =
        failure->severity == SEVERITY_ERROR && failure->at_risk && !failure->transient;
    bool is_cause = triage_hosts_are_lacking(hosts, failure->code.text);
    if (failure->is_recovered || (!loses_data && !is_cause) ||
        (!is_cause && (failure->is_told || is_said(builder->report, hosts, failure))))
        return;
    struct triage_item *item = &items[(*count)++];
    *item = (struct triage_item){
        .title = failure->title,
        .category = failure->category,
        .actions = failure->actions,
        .keys = failure->action_keys,
        .leading_actions = count_leading_actions(failure->action_keys, failure->action_count),
        .reference = failure->reference,
        .tier = TRIAGE_LOSS,
        .urgency = urgency_of(builder, failure->category),
        .events = failure->open_events,
        .at_risk = failure->at_risk,
        .causes = {failure->code.text},
        .hosts = failure->open_hosts,
        .host_count = failure->open_host_count};
}

/* A status adds nothing to an item of its weight that gives a cause. */
static void cover_statuses(struct triage_item *items, size_t count)
{
    bool has_error = false;
    bool has_any = false;
    for (size_t i = 0; i < count; i++) {
        has_error = has_error || items[i].tier <= TRIAGE_ERROR;
        has_any = has_any || items[i].tier <= TRIAGE_WARNING;
    }
    for (size_t i = 0; i < count; i++)
        if ((items[i].tier == TRIAGE_FAILED && has_error) ||
            (items[i].tier == TRIAGE_INCONCLUSIVE && has_any))
            items[i].is_covered = true;
}

static bool list_items(const struct builder *builder, const struct triage_hosts *hosts,
                       struct triage_item *items, size_t *count)
{
    const struct report *report = builder->report;
    for (size_t i = 0; i < report->reason_count; i++)
        if (!add_reason(builder, &report->reasons[i], items, count))
            return false;
    for (size_t i = 0; i < report->finding_count; i++)
        if (!add_finding(builder, hosts, &report->finding_list[i], items, count))
            return false;
    for (size_t i = 0; i < report->other_failure_count; i++)
        add_failure(builder, hosts, &report->other_failure_list[i], items, count);
    triage_hosts_promote(hosts, items, *count);
    triage_hosts_add_rest(builder, hosts, items, count);
    if (!triage_hosts_add_unknown(builder, items, count))
        return false;
    cover_statuses(items, *count);
    return true;
}

bool triage_list(const struct builder *builder, struct triage_item **items, size_t *count)
{
    const struct report *report = builder->report;
    struct triage_hosts hosts = {.causes.item_bytes = sizeof(struct lacking_hosts)};
    triage_limit_prepare(builder);
    bool done = triage_hosts_collect(builder, &hosts);
    *count = 0;
    *items =
        arena_allocate(builder->arena,
                       report->reason_count + report->finding_count + report->other_failure_count +
                           hosts.causes.count + 1 + triage_limit_items(builder),
                       sizeof **items, builder->fault);
    done = done && *items != NULL && list_items(builder, &hosts, *items, count) &&
           triage_gone_take(builder, *items, *count);
    hash_array_release(&hosts.causes);
    return done;
}

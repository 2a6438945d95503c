#include "report/triage_codes.h"

#include <string.h>

/* True if `parts` are all among `all`; both are sorted. */
static bool contains(const struct span *all, size_t all_count, const struct span *parts,
                     size_t count)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        while (at < all_count && span_compare(all[at], parts[i]) < 0)
            at++;
        if (at == all_count || !span_equals(all[at], parts[i]))
            return false;
    }
    return true;
}

static bool gives_code(const struct report_finding *finding, const struct report_code *code)
{
    for (size_t i = 0; i < finding->code_count; i++)
        if (finding->codes[i].has_value && finding->codes[i].value == code->value)
            return true;
    return false;
}

bool triage_codes_are_of(const struct report_finding *finding,
                         const struct report_other_failure *failure)
{
    return failure->code.has_value && failure->open_host_count > 0 &&
           (strcmp(failure->category, finding->category) == 0 ||
            gives_code(finding, &failure->code)) &&
           contains(finding->open_hosts, finding->open_host_count, failure->open_hosts,
                    failure->open_host_count);
}

bool triage_codes_lead(const struct builder *builder, const struct report_finding *finding,
                       struct triage_item *item)
{
    const struct report *report = builder->report;
    for (size_t i = 0; i < report->other_failure_count; i++) {
        const struct report_other_failure *failure = &report->other_failure_list[i];
        if (failure->is_recovered || !triage_codes_are_of(finding, failure) ||
            strcmp(failure->category, finding->category) != 0 ||
            failure->open_host_count < finding->open_host_count)
            continue;
        if (failure->own_action != NULL)
            return triage_item_prepend(item, failure->own_action, failure->own_action_key,
                                       builder->arena, builder->fault);
    }
    return true;
}

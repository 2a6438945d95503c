#include "report/triage_limit.h"

#include <string.h>

#include "report/build_hosts.h"
#include "report/build_limit_actions.h"

/* Those that are not answered by the codes of the files. */
static const char *first_action(const struct report_finding *row)
{
    return row->action_count > row->answered_actions ? row->action_keys[row->answered_actions]
                                                     : NULL;
}

static bool is_open(const struct report_finding *row)
{
    return build_limit_is_reached(row) && !row->is_recovered && first_action(row) != NULL;
}

void triage_limit_prepare(const struct builder *builder)
{
    for (size_t i = 0; i < builder->report->finding_row_count; i++) {
        const struct report_finding *row = &builder->report->finding_rows[i];
        const struct report_host *host = build_hosts_find(builder, row->host);
        if (host == NULL || !is_open(row))
            continue;
        struct report_host_kind *kinds = builder->hosts[host - builder->hosts].kinds;
        for (size_t k = 0; k < host->kind_count; k++)
            if (strcmp(kinds[k].cause, row->id) == 0 || strcmp(kinds[k].cause, row->symbol) == 0)
                kinds[k].cause_action = first_action(row);
    }
}

size_t triage_limit_items(const struct builder *builder)
{
    enum { OTHER_ACTIONS = 2 }; /* of the limit itself, and of a volume that is gone */
    return catalog_category_count(builder->catalog) + OTHER_ACTIONS;
}

/* The item among the `count` whose actions begin with that of the row; a new one takes the row's.
 */
static struct triage_item *item_of(const struct report_finding *row, const struct triage_item *item,
                                   struct triage_item *items, size_t *count)
{
    enum { MOST_LEADING = 2 };
    const char *key = first_action(row);
    for (size_t i = 0; i < *count; i++)
        if (strcmp(items[i].cause_action, key) == 0)
            return &items[i];
    struct triage_item *added = &items[(*count)++];
    size_t actions = row->action_count - row->answered_actions;
    *added = *item;
    added->actions = row->actions + row->answered_actions;
    added->keys = row->action_keys + row->answered_actions;
    added->leading_actions = actions < MOST_LEADING ? actions : MOST_LEADING;
    added->cause_action = key;
    added->events = 0;
    added->hosts = NULL;
    added->host_count = 0;
    return added;
}

bool triage_limit_split(const struct builder *builder, const struct report_finding *finding,
                        const struct triage_item *item, struct triage_item *items, size_t *count)
{
    const struct report *report = builder->report;
    size_t added = 0;
    for (size_t i = 0; i < report->finding_row_count; i++) {
        const struct report_finding *row = &report->finding_rows[i];
        if (!is_open(row))
            continue;
        struct triage_item *own = item_of(row, item, items + *count, &added);
        if (own->hosts == NULL)
            own->hosts = arena_allocate(builder->arena, finding->host_count + 1, sizeof *own->hosts,
                                        builder->fault);
        if (own->hosts == NULL)
            return false;
        struct span *hosts = (struct span *)own->hosts;
        bool is_listed = own->host_count > 0 && span_equals(hosts[own->host_count - 1], row->host);
        if (!is_listed)
            hosts[own->host_count++] = row->host;
        own->events += row->events;
    }
    *count += added;
    return true;
}

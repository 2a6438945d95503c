#include "report/triage_gone.h"

#include <string.h>

#include "report/build_shares.h"

static bool is_of_gone_volume(const struct triage_item *item)
{
    return item->causes[1] != NULL && strcmp(item->causes[1], VOLUME_GONE_SYMBOL) == 0;
}

static bool has_host(const struct triage_item *item, struct span host)
{
    for (size_t i = 0; i < item->host_count; i++)
        if (span_equals(item->hosts[i], host))
            return true;
    return false;
}

/* Drops the hosts of the finding. If no others are left, the files that are left are of these. */
static bool drop_hosts(const struct builder *builder, const struct triage_item *finding,
                       struct triage_item *reason)
{
    struct span *hosts =
        arena_allocate(builder->arena, reason->host_count, sizeof *hosts, builder->fault);
    size_t count = 0;
    for (size_t i = 0; hosts != NULL && i < reason->host_count; i++)
        if (!has_host(finding, reason->hosts[i]))
            hosts[count++] = reason->hosts[i];
    if (count > 0) {
        reason->hosts = hosts;
        reason->host_count = count;
    }
    return hosts != NULL;
}

static bool take_files(const struct builder *builder, const struct triage_item *finding,
                       struct triage_item *reason)
{
    if (reason->files <= finding->seen_in_files) {
        reason->is_covered = true;
        return true;
    }
    reason->files -= finding->seen_in_files;
    if (reason->files_at_risk > 0)
        reason->files_at_risk = reason->files;
    return drop_hosts(builder, finding, reason);
}

bool triage_gone_take(const struct builder *builder, struct triage_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count && is_of_gone_volume(&items[i]); j++)
            if (items[j].files > 0 && strcmp(items[j].category, "not_found") == 0 &&
                !take_files(builder, &items[i], &items[j]))
                return false;
    return true;
}

#include "report/build_limit_actions.h"

#include <string.h>

#include "report/backups.h"
#include "report/job_reasons.h"

static bool is_of_limit(const struct report_finding *finding)
{
    return strcmp(finding->symbol, FILES_LIMIT_ERROR_SYMBOL) == 0 ||
           strcmp(finding->symbol, FILES_LIMIT_NEAR_SYMBOL) == 0;
}

static bool is_explained(const struct job_reasons *reasons)
{
    static const char *const unexplained[] = {"not_found", "cache", "unknown"};
    for (size_t i = 0; i < sizeof unexplained / sizeof unexplained[0]; i++)
        if (reasons->count > 0 && strcmp(reasons->reasons[0]->category, unexplained[i]) == 0)
            return false;
    return reasons->count > 0;
}

/* The backup of the finding's host with most failed files; NULL if none is near the limit. */
static const struct backup *fullest(const struct builder *builder, struct span host)
{
    const struct backup *found = NULL;
    for (size_t i = 0; i < builder->backups->count; i++) {
        const struct backup *backup = &builder->backups->list[i];
        bool is_of_host =
            host.length == 0 || span_equals(builder_host(builder, backup->host), host);
        if (is_of_host && backup->has_job && backup->files >= FILES_LIMIT_WARNING &&
            (found == NULL || backup->files > found->files))
            found = backup;
    }
    return found;
}

bool build_limit_actions(const struct builder *builder, struct report_finding *finding)
{
    if (!is_of_limit(finding))
        return true;
    const struct backup *backup = fullest(builder, finding->host);
    struct job_reasons reasons = {0};
    if (backup == NULL)
        return true;
    if (!job_reasons_find(builder, backup->job, &reasons))
        return false;
    if (!is_explained(&reasons))
        return true;
    size_t most = 0;
    for (size_t i = 0; i < reasons.count; i++)
        most += reasons.reasons[i]->first_actions;
    const char **actions = arena_allocate(builder->arena, most, sizeof *actions, builder->fault);
    const char **keys = arena_allocate(builder->arena, most, sizeof *keys, builder->fault);
    if (actions == NULL || keys == NULL)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < reasons.count; i++)
        for (size_t j = 0; j < reasons.reasons[i]->first_actions; j++) {
            actions[count] = reasons.reasons[i]->actions[j];
            keys[count++] = reasons.reasons[i]->action_keys[j];
        }
    if (count == 0)
        return true;
    finding->actions = actions;
    finding->action_keys = keys;
    finding->action_count = count;
    finding->answered_actions = 0;
    return true;
}

#include "report/build_limit_actions.h"

#include <string.h>

#include "base/memory.h"
#include "report/backups.h"
#include "report/build_shares.h"
#include "report/inference.h"
#include "report/job_reasons.h"

static bool has_symbol(const struct report_finding *finding, const char *symbol)
{
    return finding->symbol != NULL && strcmp(finding->symbol, symbol) == 0;
}

bool build_limit_is_reached(const struct report_finding *finding)
{
    return has_symbol(finding, FILES_LIMIT_ERROR_SYMBOL);
}

static bool is_of_limit(const struct report_finding *finding)
{
    return build_limit_is_reached(finding) || has_symbol(finding, FILES_LIMIT_NEAR_SYMBOL);
}

static bool is_mostly(const struct job_reasons *reasons, const char *category)
{
    return reasons->count > 0 && strcmp(reasons->reasons[0]->category, category) == 0;
}

/* Whether the backup is one of those that the finding is about. */
static bool is_about(const struct builder *builder, const struct report_finding *finding,
                     const struct backup *backup)
{
    bool is_reached = backup_hit_limit(builder, backup);
    return backup->has_job &&
           (build_limit_is_reached(finding) ? is_reached
                                            : !is_reached && backup->files >= FILES_LIMIT_WARNING);
}

/* Lists the jobs of the finding, of one host or of all, and finds their reasons. */
static bool find_reasons(struct builder *builder, const struct tally_finding *one,
                         const struct report_finding *finding, struct job_reasons *reasons)
{
    const struct backup *first = builder->backups->list;
    const struct backup *end = first + builder->backups->count;
    if (one != NULL) {
        const struct backup_row *rows = builder->backups->rows[one->host];
        size_t count = 0;
        for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++)
            count += rows[kind].count;
        /* The rows of a host follow each other. */
        first = rows[0].count > 0 ? rows[0].backups : rows[1].backups;
        end = first + count;
    }
    size_t count = 0;
    uint32_t *jobs = memory_allocate((size_t)(end - first), sizeof *jobs, builder->fault);
    if (jobs == NULL)
        return false;
    for (const struct backup *backup = first; backup < end; backup++)
        if (is_about(builder, finding, backup))
            jobs[count++] = backup->job;
    bool done = job_reasons_find(builder, jobs, count, reasons);
    memory_free(jobs);
    return done;
}

/* Takes the actions for a volume that is gone, if the host has one or, of all hosts, any. */
static void take_volume_actions(const struct builder *builder, const struct tally_finding *one,
                                struct report_finding *finding)
{
    enum language language = builder->options->language;
    size_t error = 0;
    if (!catalog_error_by_symbol(builder->catalog, span_of(VOLUME_GONE_SYMBOL), &error))
        return;
    bool is_gone = false;
    for (size_t i = 0; i < builder->findings->count && one == NULL && !is_gone; i++)
        is_gone =
            ((const struct tally_finding *)hash_array_at(builder->findings, i))->error == error;
    uint32_t number = 0;
    if (one != NULL)
        is_gone = hash_table_find(&builder->findings->numbers,
                                  inference_key(builder, one->host, error), &number);
    const struct agent_error *row = catalog_error_at(builder->catalog, error);
    if (!is_gone || row->action_count[language] != row->action_count[LANGUAGE_EN])
        return;
    finding->actions = row->actions[language];
    finding->action_keys = row->actions[LANGUAGE_EN];
    finding->action_count = row->action_count[language];
    finding->answered_actions = 0;
}

/* Takes the actions of the reasons, those of the one with most files first. */
static bool take_actions(const struct builder *builder, const struct job_reasons *reasons,
                         struct report_finding *finding)
{
    size_t most = 0;
    size_t count = 0;
    for (size_t i = 0; i < reasons->count; i++)
        most += reasons->reasons[i]->first_actions;
    const char **actions = arena_allocate(builder->arena, most, sizeof *actions, builder->fault);
    const char **keys = arena_allocate(builder->arena, most, sizeof *keys, builder->fault);
    if (actions == NULL || keys == NULL)
        return false;
    for (size_t i = 0; i < reasons->count; i++)
        for (size_t j = 0; j < reasons->reasons[i]->first_actions; j++) {
            actions[count] = reasons->reasons[i]->actions[j];
            keys[count++] = reasons->reasons[i]->action_keys[j];
        }
    if (count == 0)
        return true;
    finding->actions = actions;
    finding->action_keys = keys;
    finding->action_count = count;
    finding->answered_actions = 0;
    return true;
}

bool build_limit_actions(struct builder *builder, const struct tally_finding *one,
                         struct report_finding *finding)
{
    struct job_reasons reasons = {0};
    if (!is_of_limit(finding))
        return true;
    if (!find_reasons(builder, one, finding, &reasons))
        return false;
    if (is_mostly(&reasons, "not_found"))
        take_volume_actions(builder, one, finding);
    else if (!is_mostly(&reasons, "cache") && !is_mostly(&reasons, "unknown"))
        return take_actions(builder, &reasons, finding);
    return true;
}

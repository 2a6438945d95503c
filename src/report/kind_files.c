#include "report/kind_files.h"

#include "catalog/catalog_lookup.h"
#include "report/file_state.h"
#include "report/rollup.h"
#include "tally/file_counts.h"
#include "tally/job_counts.h"
#include "tally/job_membership.h"
#include "tally/text_budget.h"

/* The files that several jobs name, and that backups of a kind do not protect: a bit for each. */
struct kind_masks {
    uint64_t *of_kind[BACKUP_KIND_COUNT]; /* by group */
};

static bool has_both_kinds(const struct builder *builder, uint32_t host)
{
    const struct backup_row *rows = builder->backups->rows[host];
    return rows[BACKUP_OF_FILES].count > 0 && rows[BACKUP_OF_SYSTEM_STATE].count > 0;
}

static bool is_needed(const struct builder *builder)
{
    size_t hosts = builder->tally->text_budget.hosts.count;
    for (uint32_t host = 0; host < hosts && builder->rollup->files > 0; host++)
        if (has_both_kinds(builder, host))
            return true;
    return false;
}

static enum backup_kind kind_of_job(const struct builder *builder, uint32_t number)
{
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    const struct job *run = hash_array_at(jobs, builder->parent_run[number]);
    return run->is_system_state ? BACKUP_OF_SYSTEM_STATE : BACKUP_OF_FILES;
}

static bool make_masks(const struct builder *builder, struct kind_masks *masks)
{
    const struct job_counts *jobs = &builder->tally->job_counts;
    size_t groups = jobs->shared_files.count / GROUP_FILES + 1;
    for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++) {
        masks->of_kind[kind] =
            arena_allocate(builder->arena, groups, sizeof(uint64_t), builder->fault);
        if (masks->of_kind[kind] == NULL)
            return false;
    }
    for (size_t i = 0; i < jobs->shared_groups.count; i++) {
        const struct tally_shared_group *group = hash_array_at(&jobs->shared_groups, i);
        bool is_counted =
            builder->options->ever || builder->file_states.of_job[group->job] == FILE_UNPROTECTED;
        if (is_counted)
            masks->of_kind[kind_of_job(builder, group->job)][group->number] |= group->members;
    }
    return true;
}

static bool is_of_kind(const struct builder *builder, const struct kind_masks *masks,
                       const struct file_entry *file, enum backup_kind kind)
{
    uint32_t number = 0;
    if (!job_membership_number(&builder->tally->job_counts, file, &number))
        return kind_of_job(builder, file->job) == kind;
    uint64_t member = UINT64_C(1) << number % GROUP_FILES;
    return (masks->of_kind[kind][number / GROUP_FILES] & member) != 0;
}

static bool count_file(const struct builder *builder, const struct kind_masks *masks,
                       const struct file_entry *file)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, file->bucket);
    if (!has_both_kinds(builder, bucket->host))
        return true;
    for (int kind = 0; kind < BACKUP_KIND_COUNT; kind++) {
        struct part_sum part = {
            .part = (uint32_t)kind, .host = bucket->host, .category = bucket->category, .files = 1};
        if (is_of_kind(builder, masks, file, (enum backup_kind)kind) &&
            !rollup_add_part(builder->tally, &builder->rollup->kinds, &part, builder->fault))
            return false;
    }
    return true;
}

bool kind_files_count(struct builder *builder)
{
    struct kind_masks masks = {0};
    size_t place = 0;
    if (!is_needed(builder))
        return true;
    if (!make_masks(builder, &masks))
        return false;
    for (const struct file_entry *file;
         (file = file_set_next(&builder->tally->file_counts.files, &place)) != NULL;)
        if (rollup_counts_file(builder, file) && !count_file(builder, &masks, file))
            return false;
    return true;
}

/* The files of a category that backups of the kind do not protect. */
static uint64_t files_of(const struct builder *builder, uint32_t host, bool is_system_state,
                         const char *category)
{
    struct part_sum part = {.part = is_system_state ? BACKUP_OF_SYSTEM_STATE : BACKUP_OF_FILES,
                            .host = host};
    return catalog_category_find(builder->catalog, span_of(category), &part.category)
               ? rollup_part_files(builder->tally, &builder->rollup->kinds, &part)
               : 0;
}

void kind_files_show(const struct builder *builder, struct report_host *host)
{
    const struct report *report = builder->report;
    const struct text_budget *texts = &builder->tally->text_budget;
    uint32_t number = 0;
    if (!hash_table_find(&texts->hosts.numbers, text_budget_host_key(texts, host->name), &number))
        return;
    for (size_t k = 0; k < host->kind_count; k++) {
        struct report_host_kind *kind = &host->kinds[k];
        bool has_cause = kind->cause[0] != '\0';
        uint64_t most = 0;
        for (size_t i = 0; i < report->reason_count; i++) {
            const struct report_reason *reason = &report->reasons[i];
            uint64_t files = files_of(builder, number, kind->is_system_state, reason->category);
            kind->files += files;
            if (has_cause || files <= most)
                continue;
            most = files;
            kind->cause = reason->category;
            kind->cause_title = reason->title;
        }
    }
}

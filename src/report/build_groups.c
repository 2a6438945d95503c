#include "report/build_groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "report/build_run_files.h"
#include "report/builder.h"
#include "report/rollup.h"
#include "tally/file_counts.h"
#include "tally/job_counts.h"

/* A group while it is summed, with the files and events of its largest category so far. */
struct group_sum {
    struct report_group group;
    uint64_t top_files;
    uint64_t top_events;
};

static bool add_to_group(struct builder *builder, struct hash_array *groups, uint64_t key,
                         struct span name, struct span host, const char *detail, size_t category,
                         uint64_t files, uint64_t events)
{
    bool is_new = false;
    struct group_sum *sum = hash_array_add(groups, key, &is_new, builder->fault);
    if (sum == NULL)
        return false;
    const struct catalog_category *entry = catalog_category_at(builder->catalog, category);
    bool is_larger = files > sum->top_files ||
                     (files == sum->top_files && events > sum->top_events) ||
                     (files == sum->top_files && events == sum->top_events && !is_new &&
                      strcmp(entry->name, sum->group.category) < 0);
    if (is_new)
        sum->group = (struct report_group){.key = name, .host = host, .detail = detail};
    if (is_new || is_larger) {
        sum->top_files = files;
        sum->top_events = events;
        sum->group.category = entry->name;
        sum->group.category_title = entry->title[builder->options->language];
        sum->group.severity = entry->severity;
        sum->group.at_risk = entry->at_risk;
    }
    sum->group.files += files;
    sum->group.events += events;
    return true;
}

static bool group_rows(struct builder *builder, struct hash_array *groups)
{
    bool is_by_host = builder->options->by == BY_HOST;
    for (size_t i = 0; i < builder->rollup->rows.count; i++) {
        const struct row_sum *row = hash_array_at(&builder->rollup->rows, i);
        struct report_code code;
        if (!builder_code(builder, row->has_code, row->code, &code))
            return false;
        struct span text = arena_copy(builder->arena, span_of(code.text), builder->fault);
        uint64_t key = is_by_host ? row->host : row->has_code ? row->code : UINT64_C(1) << 32;
        struct span name = is_by_host ? builder_host(builder, row->host) : text;
        if (text.bytes == NULL ||
            !add_to_group(builder, groups, hash_mix(builder->tally->options.seed, key), name,
                          (struct span){0}, is_by_host ? "" : code.symbol, row->category,
                          row->files, row->events))
            return false;
    }
    return true;
}

static uint64_t key_of_part(uint32_t part, uint32_t host)
{
    return hash_mix(part, host);
}

static bool group_folders(struct builder *builder, struct hash_array *groups)
{
    const struct hash_array *parts = &builder->rollup->folders;
    for (size_t i = 0; i < parts->count; i++) {
        const struct part_sum *part = hash_array_at(parts, i);
        if (!add_to_group(builder, groups, key_of_part(part->part, part->host),
                          builder->tally->file_counts.folders.texts[part->part],
                          builder_host(builder, part->host), "", part->category, part->files,
                          part->events))
            return false;
    }
    return true;
}

/* Groups by job: a file that failed in several jobs counts in each; a list counts in its run. */
static bool group_jobs(struct builder *builder, struct hash_array *groups)
{
    const struct hash_array *parts = &builder->rollup->jobs;
    const struct hash_array *jobs = &builder->tally->job_counts.jobs;
    if (!build_run_categories(builder))
        return false;
    for (size_t i = 0; i < parts->count; i++) {
        const struct part_sum *part = hash_array_at(parts, i);
        const struct job *job = hash_array_at(jobs, part->part);
        if (!add_to_group(builder, groups, key_of_part(part->part, part->host), job->name,
                          builder_host(builder, part->host), "", part->category, part->files, 0))
            return false;
    }
    for (size_t i = 0; i < jobs->count; i++) {
        const struct job *job = hash_array_at(jobs, i);
        uint32_t number = 0;
        if (hash_table_find(&groups->numbers, key_of_part(builder->parent_run[i], job->host),
                            &number))
            ((struct group_sum *)hash_array_at(groups, number))->group.events += job->events;
    }
    return true;
}

static bool group_all(struct builder *builder, struct hash_array *groups)
{
    switch (builder->options->by) {
    case BY_REASON:
        return true;
    case BY_FOLDER:
        return group_folders(builder, groups);
    case BY_JOB:
        return group_jobs(builder, groups);
    case BY_CODE:
    case BY_HOST:
        return group_rows(builder, groups);
    }
    return true;
}

static int compare_groups(const void *left, const void *right)
{
    const struct report_group *a = left;
    const struct report_group *b = right;
    int order = builder_more_first(a->files, b->files);
    if (order == 0)
        order = builder_more_first(a->events, b->events);
    if (order == 0)
        order = span_compare(a->key, b->key);
    return order ? order : span_compare(a->host, b->host);
}

bool build_groups(struct builder *builder)
{
    struct hash_array sums = {.item_bytes = sizeof(struct group_sum)};
    struct report_group *groups = NULL;
    builder->report->by = builder->options->by;
    bool done = group_all(builder, &sums);
    if (done)
        groups = arena_allocate(builder->arena, sums.count, sizeof *groups, builder->fault);
    done = done && groups != NULL;
    for (size_t i = 0; done && i < sums.count; i++) {
        groups[i] = ((const struct group_sum *)hash_array_at(&sums, i))->group;
        groups[i].share_percent = builder_share(builder, groups[i].files);
    }
    if (done) {
        qsort(groups, sums.count, sizeof *groups, compare_groups);
        for (size_t i = 0; i < sums.count; i++)
            groups[i].rank = i + 1;
        builder->report->groups = groups;
        builder->report->group_count = sums.count;
    }
    hash_array_release(&sums);
    return done;
}

#include "report/open_sources.h"

#include "base/hash_table.h"
#include "verdict/data_source.h"

/* Marks those of one host and kind, in the order of their begins. */
static bool mark_row(struct backup *backups, size_t count, struct fault *fault)
{
    struct hash_table done = {0}; /* the sources of later backups */
    bool is_all_done = false;
    bool is_kept = true;
    for (size_t i = count; i-- > 0 && !is_all_done && is_kept;) {
        struct backup *backup = &backups[i];
        uint32_t *value = NULL;
        uint32_t number = 0;
        bool is_new = false;
        bool has_source = backup->source != DATA_SOURCE_ANY;
        if (backup_is_done(backup) && has_source)
            is_kept = hash_table_add(&done, backup->source, 0, &value, &is_new, fault);
        else if (backup_is_done(backup))
            is_all_done = true;
        else if (backup->state == JOB_FAILED && has_source)
            backup->is_open_source = !hash_table_find(&done, backup->source, &number);
    }
    hash_table_release(&done);
    return is_kept;
}

bool open_sources_mark(const struct builder *builder)
{
    struct backup *list = builder->backups->list;
    size_t end = 0;
    for (size_t start = 0; start < builder->backups->count; start = end) {
        for (end = start + 1; end < builder->backups->count && list[end].host == list[start].host &&
                              list[end].kind == list[start].kind;)
            end++;
        if (!mark_row(&list[start], end - start, builder->fault))
            return false;
    }
    return true;
}

bool open_sources_oldest(const struct builder *builder, struct backup_row row,
                         struct backup_row *part)
{
    *part = (struct backup_row){0};
    size_t first = 0;
    while (first < row.count && !row.backups[first].is_open_source)
        first++;
    if (first == row.count)
        return true;
    uint64_t source = row.backups[first].source;
    struct backup *list = arena_allocate(builder->arena, row.count, sizeof *list, builder->fault);
    if (list == NULL)
        return false;
    for (size_t i = 0; i < row.count; i++)
        if (row.backups[i].source == source || row.backups[i].source == DATA_SOURCE_ANY)
            list[part->count++] = row.backups[i];
    part->backups = list;
    return true;
}

#include "report/build_folders.h"

#include "report/builder.h"
#include "report/rollup.h"

#include "base/string_pool.h"
#include "tally/file_counts.h"

static bool is_before(const struct report_folder *a, const struct report_folder *b)
{
    int order = builder_more_first(a->files, b->files);
    return order != 0 ? order < 0 : span_compare(a->path, b->path) < 0;
}

/* Inserts the folder among the first `most`, if it ranks there. */
static void rank_folder(struct report_reason *reason, struct report_folder *folders,
                        struct report_folder folder, size_t most)
{
    size_t at = reason->folder_count;
    if (at == most && (most == 0 || !is_before(&folder, &folders[at - 1])))
        return;
    if (at < most)
        reason->folder_count++;
    else
        at--;
    for (; at > 0 && is_before(&folder, &folders[at - 1]); at--)
        folders[at] = folders[at - 1];
    folders[at] = folder;
}

bool build_folders(struct builder *builder, struct report_reason *reason, size_t category)
{
    const struct string_pool *names = &builder->tally->file_counts.folders;
    size_t most = (size_t)builder->tally->options.limits->max_folders_listed;
    struct report_folder *folders =
        arena_allocate(builder->arena, most, sizeof *folders, builder->fault);
    if (folders == NULL)
        return false;
    reason->folders = folders;
    for (size_t i = 0; i < names->count; i++) {
        uint64_t files = rollup_folder_files(builder, (uint32_t)i, category);
        struct report_folder folder = {.path = names->texts[i], .files = files};
        if (files == 0)
            continue;
        reason->folders_total++;
        rank_folder(reason, folders, folder, most);
    }
    return true;
}

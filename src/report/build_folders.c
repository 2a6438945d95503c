#include "report/build_folders.h"

#include "base/memory.h"
#include "base/string_pool.h"
#include "catalog/catalog_lookup.h"
#include "report/build_places.h"
#include "report/builder.h"
#include "report/common_folder.h"
#include "report/rollup.h"
#include "tally/file_counts.h"
#include "tally/volume_names.h"

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

/* Writes the folders with files of the category to `folders`; returns their number. */
static size_t list_folders(const struct builder *builder, size_t category,
                           struct report_folder *folders)
{
    const struct string_pool *names = &builder->tally->file_counts.folders;
    size_t count = 0;
    for (size_t i = 0; i < names->count; i++) {
        uint64_t files = rollup_folder_files(builder, (uint32_t)i, category);
        if (files > 0)
            folders[count++] = (struct report_folder){.path = names->texts[i], .files = files};
    }
    return count;
}

/* Finds where most of the files are; a few files are shown better by their folders. */
static bool find_common_folders(const struct builder *builder, struct report_reason *reason,
                                const struct report_folder *folders, size_t count)
{
    enum { MIN_FILES = 5, MOST_PERCENT = 80 };
    if (reason->files < MIN_FILES)
        return true;
    uint64_t most = reason->files - reason->files * (100 - MOST_PERCENT) / 100;
    most = most > MIN_FILES ? most : MIN_FILES;
    if (!common_folder_find(folders, count, most, builder->arena, &reason->common_folder,
                            builder->fault))
        return false;
    if (reason->common_folder.files == 0 || reason->common_folder.files == reason->files)
        return true;
    return common_folder_find(folders, count, reason->files, builder->arena, &reason->shared_folder,
                              builder->fault);
}

/* Names the volumes of the folders, if it is these that must be treated. */
static bool name_volumes(const struct builder *builder, struct report_reason *reason,
                         size_t category, const struct report_folder *folders, size_t count)
{
    size_t named = 0;
    if (!catalog_category_at(builder->catalog, category)->is_of_volume)
        return true;
    struct span *names = arena_allocate(builder->arena, count, sizeof *names, builder->fault);
    if (names == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        struct volume_names volume = {0};
        if (!volume_names_add_path(&volume, folders[i].path, builder->arena, builder->fault))
            return false;
        if (volume.count > 0)
            names[named++] = volume.names[0];
    }
    named = span_sort_unique(names, named);
    return named == 0 || build_places_write(builder, names, named, &reason->volumes);
}

bool build_folders(struct builder *builder, struct report_reason *reason, size_t category)
{
    size_t most = (size_t)builder->tally->options.limits->max_folders_listed;
    struct report_folder *first =
        arena_allocate(builder->arena, most, sizeof *first, builder->fault);
    struct report_folder *all =
        memory_allocate(builder->tally->file_counts.folders.count, sizeof *all, builder->fault);
    bool done = first != NULL && all != NULL;
    size_t count = done ? list_folders(builder, category, all) : 0;
    reason->folders = first;
    reason->folders_total = count;
    for (size_t i = 0; i < count; i++)
        rank_folder(reason, first, all[i], most);
    done = done && find_common_folders(builder, reason, all, count) &&
           name_volumes(builder, reason, category, all, count);
    memory_free(all);
    return done;
}

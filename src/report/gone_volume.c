#include "report/gone_volume.h"

#include <stdlib.h>
#include <string.h>

#include "base/count_of.h"
#include "base/hash.h"
#include "base/memory.h"
#include "report/build_contexts.h"
#include "report/common_folder.h"
#include "tally/file_counts.h"
#include "tally/job_counts.h"
#include "tally/job_membership.h"
#include "text/word_list.h"

/* The failed files of one job in one folder. */
struct job_folder {
    uint32_t job;
    uint32_t folder;
    uint64_t missing;
    bool has_others; /* a failure that only a volume that is there can have */
    bool is_cache;   /* below the agent's scratch folder, which is then the suspect */
};

/* What a file says of its volume. */
struct volume_sign {
    bool is_missing;
    bool is_other; /* the agent came to it, so its volume was there */
    bool is_cache;
};

struct volume_search {
    const struct builder *builder;
    const struct catalog_context *rule;
    struct volume_sign *signs; /* of each bucket of files */
    struct hash_array parts;   /* of struct job_folder */
};

static bool is_among(const char *category, const char *const *names)
{
    for (; *names != NULL; names++)
        if (strcmp(category, *names) == 0)
            return true;
    return false;
}

static bool read_signs(struct volume_search *search)
{
    static const char *const reached[] = {"corrupted",  "access_denied", "locked", "cloud_file",
                                          "encryption", "malware",       NULL};
    static const char *const cache[] = {"cache", NULL};
    const struct builder *builder = search->builder;
    const struct hash_array *buckets = &builder->tally->file_counts.buckets;
    search->signs = memory_allocate(buckets->count, sizeof *search->signs, builder->fault);
    for (size_t i = 0; search->signs != NULL && i < buckets->count; i++) {
        const struct tally_bucket *bucket = hash_array_at(buckets, i);
        const char *category = catalog_category_at(builder->catalog, bucket->category)->name;
        search->signs[i] = (struct volume_sign){
            .is_missing = build_context_mark(builder, bucket)[0] == '\0' &&
                          catalog_context_concerns(search->rule, bucket->has_code, bucket->code,
                                                   bucket->category),
            .is_other = is_among(category, reached),
            .is_cache = is_among(category, cache),
        };
    }
    return search->signs != NULL;
}

static bool add_file(struct volume_search *search, const struct file_entry *file, uint32_t job)
{
    const struct builder *builder = search->builder;
    struct volume_sign sign = search->signs[file->bucket];
    bool is_new = false;
    if (file->folder == FILE_NO_FOLDER || (!sign.is_missing && !sign.is_other))
        return true;
    uint64_t key = hash_mix(hash_mix(builder->tally->options.seed, job), file->folder);
    struct job_folder *part = hash_array_add(&search->parts, key, &is_new, builder->fault);
    if (part == NULL)
        return false;
    part->job = job;
    part->folder = file->folder;
    part->missing += sign.is_missing;
    part->has_others = part->has_others || sign.is_other;
    part->is_cache = part->is_cache || sign.is_cache;
    return true;
}

static bool add_own_files(struct volume_search *search)
{
    const struct tally *tally = search->builder->tally;
    size_t place = 0;
    for (const struct file_entry *file;
         (file = file_set_next(&tally->file_counts.files, &place)) != NULL;)
        if (!job_membership_has_several(&tally->job_counts, file) &&
            !add_file(search, file, file->job))
            return false;
    return true;
}

static bool add_shared_files(struct volume_search *search)
{
    const struct job_counts *jobs = &search->builder->tally->job_counts;
    const struct file_set *files = &search->builder->tally->file_counts.files;
    for (size_t i = 0; i < jobs->shared_groups.count; i++) {
        struct tally_shared_group group =
            *(const struct tally_shared_group *)hash_array_at(&jobs->shared_groups, i);
        while (group.members != 0) {
            uint64_t key = job_membership_take(jobs, group.number, &group.members);
            const struct file_entry *file = file_set_find(files, key);
            if (file != NULL && !add_file(search, file, group.job))
                return false;
        }
    }
    return true;
}

static int compare_parts(const void *left, const void *right)
{
    const struct job_folder *a = left;
    const struct job_folder *b = right;
    if (a->job != b->job)
        return a->job < b->job ? -1 : 1;
    return (a->folder > b->folder) - (a->folder < b->folder);
}

/* True if a folder of the path has the name of the agent's scratch folder. */
static bool is_below_scratch(struct span path)
{
    for (size_t start = 0, end = 0; start < path.length; start = end + 1) {
        for (end = start; end < path.length && !span_is_path_separator(path.bytes[end]);)
            end++;
        if (span_equals_ignoring_case(span_slice(path, start, end), span_of("Scratch")))
            return true;
    }
    return false;
}

/* False for C: itself and for the folders that Windows keeps there: nothing would be logged. */
static bool may_be_gone(struct span folder)
{
    static const char *const of_windows[] = {"Users", "Windows", "Program Files",
                                             "Program Files (x86)", "ProgramData"};
    struct span volume = common_folder_volume(folder);
    if (!span_equals_ignoring_case(volume, span_of("C:")))
        return true;
    if (folder.length <= volume.length + 1)
        return false;
    struct span rest = span_slice(folder, volume.length + 1, folder.length);
    size_t end = 0;
    while (end < rest.length && !span_is_path_separator(rest.bytes[end]))
        end++;
    return !word_list_has(of_windows, COUNT_OF(of_windows), span_slice(rest, 0, end));
}

static struct span folder_name(const struct volume_search *search, const struct job_folder *part)
{
    return search->builder->tally->file_counts.folders.texts[part->folder];
}

/* True if something else explains the missing files better. */
static bool is_doubted(const struct volume_search *search, const struct job_folder *parts,
                       size_t count, struct span folder)
{
    struct span volume = common_folder_volume(folder);
    for (size_t i = 0; i < count; i++)
        if (parts[i].is_cache ||
            (parts[i].has_others &&
             span_equals_ignoring_case(common_folder_volume(folder_name(search, &parts[i])),
                                       volume)))
            return true;
    return false;
}

/* Judges the `count` parts of one job; `folders` has room for them. */
static bool judge_job(const struct volume_search *search, const struct job_folder *parts,
                      size_t count, struct report_folder *folders, struct gone_volume *gone)
{
    enum { FEW_PERCENT = 5 };
    struct report_folder found = {0};
    uint64_t missing = 0;
    size_t folder_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].missing == 0)
            continue;
        folders[folder_count++] = (struct report_folder){.path = folder_name(search, &parts[i]),
                                                         .files = parts[i].missing};
        missing += parts[i].missing;
    }
    if (missing == 0 || missing < search->rule->min_files)
        return true;
    if (!common_folder_find(folders, folder_count, missing - missing * FEW_PERCENT / 100,
                            search->builder->arena, &found, search->builder->fault))
        return false;
    if (found.files == 0 || (!found.is_volume && folder_count < 2) ||
        is_below_scratch(found.path) || !may_be_gone(found.path) ||
        is_doubted(search, parts, count, found.path))
        return true;
    *gone = (struct gone_volume){
        .folder = found.path, .has_all = found.files == missing, .is_widespread = folder_count > 1};
    return true;
}

static bool judge_jobs(const struct volume_search *search, struct gone_volume *gone)
{
    struct job_folder *parts = search->parts.items;
    size_t count = search->parts.count;
    struct fault *fault = search->builder->fault;
    struct report_folder *folders = memory_allocate(count, sizeof *folders, fault);
    bool done = folders != NULL;
    if (count > 0)
        qsort(parts, count, sizeof *parts, compare_parts);
    for (size_t start = 0, end = 0; done && start < count; start = end) {
        while (end < count && parts[end].job == parts[start].job)
            end++;
        done = judge_job(search, &parts[start], end - start, folders, &gone[parts[start].job]);
    }
    memory_free(folders);
    return done;
}

bool gone_volumes_find(const struct builder *builder, const struct catalog_context *rule,
                       struct gone_volume *gone)
{
    struct volume_search search = {
        .builder = builder, .rule = rule, .parts = {.item_bytes = sizeof(struct job_folder)}};
    bool done = read_signs(&search) && add_own_files(&search) && add_shared_files(&search) &&
                judge_jobs(&search, gone);
    hash_array_release(&search.parts);
    memory_free(search.signs);
    return done;
}

#include "tally/scratch_folders.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/memory.h"
#include "catalog/context_match.h"
#include "tally/host_alias.h"
#include "tally/tally_parts.h"
#include "text/path_key.h"

struct stated_folder {
    uint32_t host;
    struct span folder; /* folded */
};

static int compare_stated(const void *left, const void *right)
{
    const struct stated_folder *a = left;
    const struct stated_folder *b = right;
    int order = (a->host > b->host) - (a->host < b->host);
    return order ? order : span_compare(a->folder, b->folder);
}

/* Collects what the facts say, sorted by host. */
static bool collect(const struct tally *tally, struct arena *arena, struct stated_folder *stated,
                    size_t *count, struct fault *fault)
{
    const struct hash_array *facts = &tally->fact_counts.facts;
    struct buffer folded = {0};
    bool done = true;
    for (size_t i = 0; done && i < facts->count; i++) {
        const struct tally_fact *fact = hash_array_at(facts, i);
        if (fact->fact != HOST_FACT_SCRATCH_FOLDER)
            continue;
        done = path_key_fold(fact->value, &folded, fault);
        if (!done || !folder_is_on_drive(buffer_span(&folded)))
            continue;
        stated[*count] = (struct stated_folder){
            .host = fact->host, .folder = arena_copy(arena, buffer_span(&folded), fault)};
        done = stated[(*count)++].folder.bytes != NULL;
    }
    buffer_release(&folded);
    if (*count > 0)
        qsort(stated, *count, sizeof *stated, compare_stated);
    return done;
}

static struct span name_of_host(const struct tally *tally, uint32_t host)
{
    return tally->text_budget.hosts.texts[host];
}

/* Makes the list of each host. `all` has room for every folder. */
static bool group_by_host(const struct tally *tally, const struct stated_folder *stated,
                          size_t count, struct span *all, struct scratch_folders *folders,
                          struct fault *fault)
{
    for (size_t i = 0; i < count; i++) {
        bool is_new = false;
        struct span name = name_of_host(tally, stated[i].host);
        struct host_scratch *host = hash_array_add(
            &folders->hosts, text_budget_host_key(&tally->text_budget, name), &is_new, fault);
        if (host == NULL)
            return false;
        if (is_new)
            *host = (struct host_scratch){
                .host = stated[i].host,
                .is_ambiguous =
                    !host_alias_has_domain(name) &&
                    host_alias_is_ambiguous(&tally->waiting.domains, tally->options.seed, name),
                .folders = {.folders = all + i}};
        all[i] = stated[i].folder;
        host->folders.count++;
    }
    return true;
}

static struct host_scratch *find_host(const struct scratch_folders *folders, uint64_t host_key)
{
    uint32_t number = 0;
    return hash_table_find(&folders->hosts.numbers, host_key, &number)
               ? hash_array_at(&folders->hosts, number)
               : NULL;
}

/* Notes whether files in the folder may be judged otherwise once the scratch folders are known. */
static bool judge_folder(const struct tally *tally, struct host_scratch *host, struct span folder,
                         struct buffer *folded, struct fault *fault)
{
    if (!path_key_fold(folder, folded, fault) || !buffer_append(folded, span_of("\\"), fault))
        return false;
    host->may_change |=
        context_match_may_change(tally->options.catalog, buffer_span(folded), &host->folders);
    return true;
}

/* Judges those of the folders that are failed files themselves. */
static bool judge_folders_as_files(const struct tally *tally, struct host_scratch *host,
                                   struct buffer *folded, struct fault *fault)
{
    uint64_t salt = text_budget_host_key(&tally->text_budget, name_of_host(tally, host->host));
    for (size_t i = 0; i < host->folders.count; i++) {
        struct path_key key;
        struct span folder = host->folders.folders[i];
        if (!path_key_of(folder, salt, tally->options.seed, folded, &key, fault))
            return false;
        if (file_set_find(&tally->file_counts.files, key.file) != NULL &&
            !judge_folder(tally, host, folder, folded, fault))
            return false;
    }
    return true;
}

/* Judges the folder of a failed file, if the scratch folders of its host are known. Each pair of
 * host and folder is judged once; a file without a kept folder may be anywhere. */
static bool judge_file(const struct tally *tally, const struct scratch_folders *folders,
                       const struct file_entry *file, struct hash_array *pairs,
                       struct buffer *folded, struct fault *fault)
{
    const struct file_counts *files = &tally->file_counts;
    const struct tally_bucket *bucket = hash_array_at(&files->buckets, file->bucket);
    bool is_new = false;
    uint64_t pair = hash_mix(hash_mix(tally->options.seed, bucket->host), file->folder);
    if (hash_array_add(pairs, pair, &is_new, fault) == NULL)
        return false;
    struct span name = name_of_host(tally, bucket->host);
    struct host_scratch *host =
        is_new ? find_host(folders, text_budget_host_key(&tally->text_budget, name)) : NULL;
    if (host == NULL || file->folder != FILE_NO_FOLDER)
        return host == NULL ||
               judge_folder(tally, host, files->folders.texts[file->folder], folded, fault);
    host->may_change = true;
    return true;
}

/* Looks for failed files that may be judged otherwise; those that are only estimated may be. */
static bool find_changes(const struct tally *tally, struct scratch_folders *folders,
                         struct fault *fault)
{
    const struct file_counts *files = &tally->file_counts;
    struct hash_array pairs = {.item_bytes = sizeof(bool)};
    struct buffer folded = {0};
    const struct file_entry *file;
    size_t cursor = 0;
    bool done = true;
    while (done && (file = file_set_next(&files->files, &cursor)) != NULL)
        done = judge_file(tally, folders, file, &pairs, &folded, fault);
    for (size_t i = 0; done && i < folders->hosts.count; i++) {
        struct host_scratch *host = hash_array_at(&folders->hosts, i);
        done = judge_folders_as_files(tally, host, &folded, fault);
        host->may_change |= files->overflow != NULL;
        folders->may_change |= host->may_change;
    }
    buffer_release(&folded);
    hash_array_release(&pairs);
    return done;
}

bool scratch_folders_find(const struct tally *tally, struct scratch_folders *folders,
                          struct fault *fault)
{
    size_t most = tally->fact_counts.facts.count;
    size_t count = 0;
    folders->hosts.item_bytes = sizeof(struct host_scratch);
    if (most == 0)
        return true;
    struct stated_folder *stated = memory_allocate(most, sizeof *stated, fault);
    struct span *all = arena_allocate(&folders->arena, most, sizeof *all, fault);
    bool done = stated != NULL && all != NULL &&
                collect(tally, &folders->arena, stated, &count, fault) &&
                group_by_host(tally, stated, count, all, folders, fault) &&
                (count == 0 || find_changes(tally, folders, fault));
    memory_free(stated);
    return done;
}

void scratch_folders_release(struct scratch_folders *folders)
{
    hash_array_release(&folders->hosts);
    arena_release(&folders->arena);
}

const struct folder_list *scratch_folders_of(const struct scratch_folders *folders,
                                             uint64_t host_key)
{
    const struct host_scratch *host = find_host(folders, host_key);
    return host != NULL ? &host->folders : NULL;
}

const struct folder_list *scratch_folders_of_alias(const struct scratch_folders *folders,
                                                   uint64_t host_key)
{
    const struct host_scratch *host = find_host(folders, host_key);
    return host != NULL && !host->is_ambiguous ? &host->folders : NULL;
}

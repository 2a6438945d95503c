#include "report/job_reasons.h"

#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "report/sentences.h"
#include "tally/job_counts.h"
#include "text/number_text.h"

/* The reason of a category; NULL if no file of it is unprotected now. */
static const struct report_reason *reason_of(const struct builder *builder, size_t category)
{
    const char *name = catalog_category_at(builder->catalog, category)->name;
    for (size_t i = 0; i < builder->report->reason_count; i++)
        if (strcmp(builder->report->reasons[i].category, name) == 0)
            return &builder->report->reasons[i];
    return NULL;
}

static void insert(struct job_reasons *found, const struct report_reason *reason, uint64_t files)
{
    size_t at = found->count < MAX_JOB_REASONS ? found->count++ : MAX_JOB_REASONS;
    for (; at > 0 && found->files[at - 1] < files; at--) {
        if (at == MAX_JOB_REASONS)
            continue;
        found->files[at] = found->files[at - 1];
        found->reasons[at] = found->reasons[at - 1];
    }
    if (at < MAX_JOB_REASONS) {
        found->files[at] = files;
        found->reasons[at] = reason;
    }
}

/* Chains the parts of each run, its own and those of its lists. */
static bool index_parts(struct builder *builder)
{
    const struct job_counts *counts = &builder->tally->job_counts;
    struct run_parts *parts = &builder->run_parts;
    if (parts->first != NULL)
        return true;
    parts->first =
        arena_allocate(builder->arena, counts->jobs.count, sizeof *parts->first, builder->fault);
    parts->next = arena_allocate(builder->arena, counts->job_buckets.count, sizeof *parts->next,
                                 builder->fault);
    if (parts->first == NULL || parts->next == NULL)
        return false;
    for (uint32_t i = 0; i < counts->job_buckets.count; i++) {
        const struct tally_job_bucket *part = hash_array_at(&counts->job_buckets, i);
        uint32_t *first = &parts->first[builder->parent_run[part->job]];
        parts->next[i] = *first;
        *first = i + 1;
    }
    return true;
}

/* Adds the files of the run by category; returns their number. */
static uint64_t sum_run(const struct builder *builder, uint32_t run, uint64_t *files)
{
    const struct tally *tally = builder->tally;
    uint64_t all = 0;
    for (uint32_t i = builder->run_parts.first[run]; i > 0; i = builder->run_parts.next[i - 1]) {
        const struct tally_job_bucket *part = hash_array_at(&tally->job_counts.job_buckets, i - 1);
        const struct tally_bucket *bucket =
            hash_array_at(&tally->file_counts.buckets, part->bucket);
        files[bucket->category] += part->files;
        all += part->files;
    }
    return all;
}

bool job_reasons_find(struct builder *builder, const uint32_t *jobs, size_t count,
                      struct job_reasons *found)
{
    enum { MIN_SHARE = 5 };
    size_t categories = catalog_category_count(builder->catalog);
    *found = (struct job_reasons){0};
    if (!index_parts(builder))
        return false;
    uint64_t *files = memory_allocate(categories, sizeof *files, builder->fault);
    uint64_t all = 0;
    if (files == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        all += sum_run(builder, jobs[i], files);
    for (size_t i = 0; i < categories; i++) {
        const struct report_reason *reason = reason_of(builder, i);
        if (reason != NULL && files[i] > 0 && files[i] * MIN_SHARE >= all)
            insert(found, reason, files[i]);
    }
    memory_free(files);
    return true;
}

struct span job_reasons_write(const struct builder *builder, const struct job_reasons *reasons)
{
    struct buffer text = {0};
    struct span written = {0};
    struct fault *fault = builder->fault;
    const struct sentence comma = {.id = SENTENCE_LIST_SEPARATOR};
    bool done = buffer_append(&text, span_of(""), fault);
    for (size_t i = 0; done && i < reasons->count; i++) {
        char files[NUMBER_TEXT_BYTES];
        /* Of all files of the reason, and so of this job's. */
        const struct report_folder *common = &reasons->reasons[i]->common_folder;
        bool has_all = common->files == reasons->reasons[i]->files;
        struct span folder = has_all ? common->path : (struct span){0};
        done = (i == 0 || sentence_append(&comma, builder->options->language, &text, fault)) &&
               buffer_append_format(&text, fault, "%s %s", reasons->reasons[i]->title,
                                    number_text(reasons->files[i], files)) &&
               (folder.length == 0 ||
                (buffer_append(&text, span_of(" ("), fault) &&
                 buffer_append(&text, folder, fault) && buffer_append(&text, span_of(")"), fault)));
    }
    if (done)
        written = arena_copy(builder->arena, buffer_span(&text), fault);
    buffer_release(&text);
    return written;
}

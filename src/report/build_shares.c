#include "report/build_shares.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "report/builder.h"
#include "report/inference.h"
#include "tally/file_counts.h"
#include "tally/finding_counts.h"
#include "tally/job_counts.h"
#include "tally/period.h"
#include "text/number_text.h"

/* The failed files of one job, and those that concern one rule. */
struct job_share {
    uint64_t files;
    uint64_t files_of_rule;
    uint64_t events_of_rule;
    uint32_t bucket; /* of one of these */
};

/* Counts what failed in the job itself, whatever other jobs record for the same files. */
static void add_part(const struct builder *builder, const struct catalog_context *rule,
                     const struct tally_job_bucket *part, struct job_share *shares)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, part->bucket);
    struct job_share *share = &shares[part->job];
    share->files += part->files;
    size_t category = bucket->has_code
                          ? catalog_code_meaning(builder->catalog, bucket->code).category
                          : catalog_category_unknown(builder->catalog);
    if (!catalog_context_concerns(rule, bucket->has_code, bucket->code, category))
        return;
    /* The bucket with the lowest number came first. */
    if (share->files_of_rule == 0 || part->bucket < share->bucket)
        share->bucket = part->bucket;
    share->files_of_rule += part->files;
    share->events_of_rule += part->events;
}

static bool is_reached(const struct catalog_context *rule, const struct job_share *share)
{
    return share->files_of_rule > 0 && share->files_of_rule >= rule->min_files &&
           share->files_of_rule * 100 >= share->files * rule->min_share_percent;
}

/* A file that still belongs to the bucket, else the first one that did. */
static struct report_example example_of(const struct tally *tally, uint32_t number)
{
    size_t cursor = 0;
    const struct bucket_example *own =
        file_counts_next_example(&tally->file_counts, number, &cursor);
    const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, number);
    return own != NULL ? own->example : bucket->examples[0].example;
}

static struct span write_number(uint64_t number, char text[NUMBER_TEXT_BYTES])
{
    snprintf(text, NUMBER_TEXT_BYTES, "%llu", (unsigned long long)number);
    return span_of(text);
}

/* True if every file of the rule's category that is unprotected is on one volume, in several of its
 * folders. That of Windows is there as long as anything is logged. */
static bool is_of_one_volume(const struct builder *builder, size_t category)
{
    const char *name = catalog_category_at(builder->catalog, category)->name;
    for (size_t i = 0; i < builder->report->reason_count; i++) {
        const struct report_reason *reason = &builder->report->reasons[i];
        const struct report_folder *folder = &reason->common_folder;
        if (strcmp(reason->category, name) == 0)
            return folder->files > 0 && folder->files == reason->files && folder->is_volume &&
                   !span_equals_ignoring_case(folder->path, span_of("C:"));
    }
    return false;
}

/* The finding of the rule; that a volume is gone explains files that are not found better. */
static size_t finding_of(const struct builder *builder, const struct catalog_context *rule,
                         const struct tally_bucket *bucket)
{
    size_t error = rule->finding;
    if (is_of_one_volume(builder, bucket->category))
        catalog_error_by_symbol(builder->catalog, span_of("MARSIFT_VOLUME_GONE"), &error);
    return error;
}

/* "SRV1, job 1fcff8b4...: 45 of 50 failed files (90 %)". */
static bool add_detail(const struct builder *builder, size_t job, const struct job_share *share,
                       struct tally_finding *finding)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, share->bucket);
    struct span host = builder_host(builder, bucket->host);
    struct span name =
        ((const struct job *)hash_array_at(&builder->tally->job_counts.jobs, job))->name;
    name = name.length > 0 ? name : span_of("-");
    char of_rule[NUMBER_TEXT_BYTES];
    char files[NUMBER_TEXT_BYTES];
    char percent[NUMBER_TEXT_BYTES];
    if (finding->detail_count == MAX_INFERENCE_DETAILS)
        return true;
    if (finding->details == NULL)
        finding->details = arena_allocate(builder->arena, MAX_INFERENCE_DETAILS,
                                          sizeof *finding->details, builder->fault);
    if (finding->details == NULL)
        return false;
    struct sentence sentence = {SENTENCE_SHARE_OF_JOB,
                                {host, name, write_number(share->files_of_rule, of_rule),
                                 write_number(share->files, files),
                                 write_number(share->files_of_rule * 100 / share->files, percent)}};
    struct span detail =
        sentence_write(&sentence, builder->options->language, builder->arena, builder->fault);
    if (detail.bytes == NULL)
        return false;
    finding->details[finding->detail_count++] = detail;
    return true;
}

/* Merges the jobs of a host into one finding, with the files of the job that has most: the other
 * jobs may have failed on the same files. False with the fault set. */
static bool add_finding(struct builder *builder, size_t context, size_t job,
                        const struct job_share *share, struct hash_array *findings)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, share->bucket);
    const struct catalog_context *rule = catalog_context_at(builder->catalog, context);
    size_t error = finding_of(builder, rule, bucket);
    uint64_t key = hash_mix(hash_mix(builder->tally->options.seed, bucket->host), error);
    bool is_new = false;
    struct tally_finding *finding = hash_array_add(findings, key, &is_new, builder->fault);
    if (finding == NULL)
        return false;
    if (is_new) {
        finding->host = bucket->host;
        finding->error = error;
        finding->has_context = true;
        finding->context = context;
        finding->example = example_of(builder->tally, share->bucket);
    }
    if (share->files_of_rule > finding->files)
        finding->files = share->files_of_rule;
    finding->events += share->events_of_rule;
    period_join(&finding->first, &finding->last, bucket->first, bucket->last);
    return add_detail(builder, job, share, finding);
}

static bool find_shares(struct builder *builder, size_t context, struct job_share *shares,
                        struct hash_array *findings)
{
    const struct tally *tally = builder->tally;
    const struct catalog_context *rule = catalog_context_at(builder->catalog, context);
    for (size_t i = 0; i < tally->job_counts.jobs.count; i++)
        shares[i] = (struct job_share){0};
    for (size_t i = 0; i < tally->job_counts.job_buckets.count; i++)
        add_part(builder, rule, hash_array_at(&tally->job_counts.job_buckets, i), shares);
    for (size_t i = 0; i < tally->job_counts.jobs.count; i++)
        if (is_reached(rule, &shares[i]) && !add_finding(builder, context, i, &shares[i], findings))
            return false;
    return true;
}

bool build_shares(struct builder *builder, struct hash_array *findings)
{
    struct job_share *shares = arena_allocate(builder->arena, builder->tally->job_counts.jobs.count,
                                              sizeof *shares, builder->fault);
    if (shares == NULL)
        return false;
    for (size_t i = 0; i < catalog_context_count(builder->catalog); i++)
        if (catalog_context_at(builder->catalog, i)->min_share_percent > 0 &&
            !find_shares(builder, i, shares, findings))
            return false;
    return true;
}

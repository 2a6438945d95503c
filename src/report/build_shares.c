#include "report/build_shares.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "report/best_example.h"
#include "report/build_contexts.h"
#include "report/build_places.h"
#include "report/builder.h"
#include "report/gone_volume.h"
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
    struct ranked_example example;
};

static bool is_harmless(const struct builder *builder, const struct tally_bucket *bucket)
{
    return build_context_mark(builder, bucket)[0] != '\0';
}

static bool is_of_rule(const struct builder *builder, const struct catalog_context *rule,
                       const struct tally_bucket *bucket)
{
    size_t category = bucket->has_code
                          ? catalog_code_meaning(builder->catalog, bucket->code).category
                          : catalog_category_unknown(builder->catalog);
    return catalog_context_concerns(rule, bucket->has_code, bucket->code, category);
}

/* Counts what failed in the job itself, whatever other jobs record for the same files. Harmless
 * failures speak neither for a cause nor against one. */
static void add_part(const struct builder *builder, const struct catalog_context *rule,
                     const struct tally_job_bucket *part, struct job_share *shares)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, part->bucket);
    struct job_share *share = &shares[part->job];
    if (is_harmless(builder, bucket))
        return;
    share->files += part->files;
    if (!is_of_rule(builder, rule, bucket))
        return;
    /* The bucket with the lowest number came first. */
    if (share->files_of_rule == 0 || part->bucket < share->bucket)
        share->bucket = part->bucket;
    share->files_of_rule += part->files;
    share->events_of_rule += part->events;
}

/* A rule of an administrator's own may be about other codes, which say nothing of a volume. */
static bool is_about_missing(const struct builder *builder, const struct catalog_context *rule)
{
    for (size_t i = 0; i < rule->code_count; i++) {
        size_t category = catalog_code_meaning(builder->catalog, rule->codes[i]).category;
        if (strcmp(catalog_category_at(builder->catalog, category)->name, "not_found") != 0)
            return false;
    }
    return rule->code_count > 0 && rule->category_count == 0;
}

static bool is_reached(const struct catalog_context *rule, const struct job_share *share)
{
    return share->files_of_rule > 0 && share->files_of_rule >= rule->min_files &&
           share->files_of_rule * 100 >= share->files * rule->min_share_percent;
}

static struct span write_number(uint64_t number, char text[NUMBER_TEXT_BYTES])
{
    snprintf(text, NUMBER_TEXT_BYTES, "%llu", (unsigned long long)number);
    return span_of(text);
}

/* The finding of the rule; that a volume is gone explains files that are not found better. */
static size_t finding_of(const struct builder *builder, const struct catalog_context *rule,
                         const struct gone_volume *gone)
{
    size_t error = rule->finding;
    if (gone->folder.length > 0)
        catalog_error_by_symbol(builder->catalog, span_of(VOLUME_GONE_SYMBOL), &error);
    return error;
}

static enum sentence_id share_sentence(const struct gone_volume *gone)
{
    if (gone->folder.length == 0)
        return SENTENCE_SHARE_OF_JOB;
    return gone->has_all ? SENTENCE_SHARE_ON_VOLUME : SENTENCE_SHARE_MOSTLY_ON_VOLUME;
}

/* "SRV1, job 1fcff8b4...: 45 of 50 failed files (90 %)". */
static bool add_detail(const struct builder *builder, size_t job, const struct job_share *share,
                       const struct gone_volume *gone, struct tally_finding *finding)
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
    struct sentence sentence = {
        share_sentence(gone),
        {host, name, write_number(share->files_of_rule, of_rule), write_number(share->files, files),
         write_number(share->files_of_rule * 100 / share->files, percent), gone->folder}};
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
                        const struct job_share *share, const struct gone_volume *gone,
                        struct hash_array *findings)
{
    const struct tally_bucket *bucket =
        hash_array_at(&builder->tally->file_counts.buckets, share->bucket);
    const struct catalog_context *rule = catalog_context_at(builder->catalog, context);
    size_t error = finding_of(builder, rule, gone);
    uint64_t key = inference_key(builder, bucket->host, error);
    bool is_new = false;
    struct tally_finding *finding = hash_array_add(findings, key, &is_new, builder->fault);
    if (finding == NULL)
        return false;
    if (is_new) {
        finding->host = bucket->host;
        finding->error = error;
        finding->has_context = true;
        finding->context = context;
        finding->example =
            share->example.rank > 0 ? share->example.example : bucket->examples[0].example;
    }
    if (gone->folder.length > 0 && !build_places_note(builder, finding, gone->folder))
        return false;
    if (share->files_of_rule > finding->files)
        finding->files = share->files_of_rule;
    finding->events += share->events_of_rule;
    period_join(&finding->first, &finding->last, bucket->first, bucket->last);
    return add_detail(builder, job, share, gone, finding);
}

/* The shares of a rule, and where the files are that it concerns; by number of a job. */
struct job_shares {
    struct job_share *shares;
    struct gone_volume *gone;
};

static bool allocate_shares(const struct builder *builder, struct job_shares *jobs)
{
    size_t count = builder->tally->job_counts.jobs.count;
    jobs->shares = arena_allocate(builder->arena, count, sizeof *jobs->shares, builder->fault);
    jobs->gone = arena_allocate(builder->arena, count, sizeof *jobs->gone, builder->fault);
    return jobs->shares != NULL && jobs->gone != NULL;
}

/* A volume can be gone whatever else made more files of the job fail. */
static bool is_found(const struct catalog_context *rule, const struct job_share *share,
                     const struct gone_volume *gone)
{
    return is_reached(rule, share) || (gone->folder.length > 0 && gone->is_widespread);
}

/* Chooses an example for each job that the rule is true of. */
static void choose_examples(const struct builder *builder, const struct catalog_context *rule,
                            struct job_shares *jobs)
{
    const struct tally *tally = builder->tally;
    for (size_t i = 0; i < tally->job_counts.job_buckets.count; i++) {
        const struct tally_job_bucket *part = hash_array_at(&tally->job_counts.job_buckets, i);
        const struct tally_bucket *bucket =
            hash_array_at(&tally->file_counts.buckets, part->bucket);
        struct job_share *share = &jobs->shares[part->job];
        const struct gone_volume *gone = &jobs->gone[part->job];
        if (is_found(rule, share, gone) && !is_harmless(builder, bucket) &&
            is_of_rule(builder, rule, bucket))
            best_example_offer(builder, part->bucket, gone->folder, /* is_of_now= */ false,
                               &share->example);
    }
}

static bool find_shares(struct builder *builder, size_t context, struct hash_array *findings)
{
    const struct tally *tally = builder->tally;
    const struct catalog_context *rule = catalog_context_at(builder->catalog, context);
    struct job_shares jobs = {0};
    bool has_enough = false;
    if (!allocate_shares(builder, &jobs))
        return false;
    for (size_t i = 0; i < tally->job_counts.job_buckets.count; i++)
        add_part(builder, rule, hash_array_at(&tally->job_counts.job_buckets, i), jobs.shares);
    for (size_t i = 0; i < tally->job_counts.jobs.count; i++)
        has_enough = has_enough || jobs.shares[i].files_of_rule >= rule->min_files;
    if (has_enough && is_about_missing(builder, rule) &&
        !gone_volumes_find(builder, rule, jobs.gone))
        return false;
    choose_examples(builder, rule, &jobs);
    for (size_t i = 0; i < tally->job_counts.jobs.count; i++)
        if (is_found(rule, &jobs.shares[i], &jobs.gone[i]) &&
            !add_finding(builder, context, i, &jobs.shares[i], &jobs.gone[i], findings))
            return false;
    return true;
}

bool build_shares(struct builder *builder, struct hash_array *findings)
{
    for (size_t i = 0; i < catalog_context_count(builder->catalog); i++)
        if (catalog_context_at(builder->catalog, i)->min_share_percent > 0 &&
            !find_shares(builder, i, findings))
            return false;
    return true;
}

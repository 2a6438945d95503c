#include "engine/pipeline.h"

#include <assert.h>
#include <pthread.h>

#include "base/memory.h"
#include "base/worker_pool.h"
#include "engine/block_job.h"
#include "engine/log_choice.h"
#include "engine/matcher_pool.h"
#include "engine/skipped_file.h"
#include "input/encoding/chunker.h"
#include "input/source.h"

/* Slots in addition to threads, so that a thread that is done finds the next chunk ready. */
enum { SPARE_SLOTS = 2 };

struct pipeline {
    const struct pipeline_options *options;
    struct arena arena;    /* the struct block_log of every log */
    struct block_log *log; /* the current one */
    uint64_t log_count;
    struct block_job *slots;
    void **slot_pointers;
    size_t slot_count;
    struct matcher_pool matchers;
    struct log_choice choice;
    struct worker_pool *workers;
    pthread_mutex_t tally_lock;
    bool is_first_chunk; /* of the log */
    struct fault fault;  /* the first one of the callbacks that cannot return one */
};

/* Locks and returns the tally: the reader adds logs while another thread counts a block. */
static struct tally *lock_tally(struct pipeline *pipeline)
{
    pthread_mutex_lock(&pipeline->tally_lock);
    return pipeline->options->tally;
}

static void unlock_tally(struct pipeline *pipeline)
{
    pthread_mutex_unlock(&pipeline->tally_lock);
}

static bool work(void *context, size_t thread, void *slot, struct fault *fault)
{
    struct pipeline *pipeline = context;
    struct matcher_lender matchers = {
        .context = &pipeline->matchers, .thread = thread, .lend = matcher_pool_lend};
    return block_job_run(slot, pipeline->options->tally, &matchers, pipeline->options->limits,
                         fault);
}

static bool finish(void *context, void *slot, struct fault *fault)
{
    struct pipeline *pipeline = context;
    struct block_job *block_job = slot;
    bool done =
        tally_add_block(lock_tally(pipeline), block_job->log->tally_log, &block_job->result, fault);
    unlock_tally(pipeline);
    return done;
}

static void report_problem(void *context, const char *source, const char *member,
                           const char *sentence)
{
    struct pipeline *pipeline = context;
    tally_note_problem(lock_tally(pipeline), source, member, sentence, &pipeline->fault);
    unlock_tally(pipeline);
}

static void report_skip(void *context, const char *source, const char *member,
                        enum skip_reason reason, const char *detail)
{
    struct pipeline *pipeline = context;
    tally_note_skipped(lock_tally(pipeline), source, member, skipped_file_reason(reason), detail,
                       &pipeline->fault);
    unlock_tally(pipeline);
    const char *problem = skipped_file_problem(&pipeline->choice.ruleset->dialects, member, reason,
                                               pipeline->choice.scratch);
    if (problem != NULL)
        report_problem(context, source, member, problem);
}

/* Counts the lines before the block by which the log was chosen: nothing was found in them. */
static bool add_passed_lines(struct tally *tally, struct tally_log *log, uint64_t lines,
                             struct fault *fault)
{
    struct classified_block passed = {.lines = lines, .by_class[VERDICT_UNPARSED] = lines};
    return lines == 0 || tally_add_block(tally, log, &passed, fault);
}

static bool open_log(struct pipeline *pipeline, const struct log *log)
{
    const struct log_choice *choice = &pipeline->choice;
    struct fault *fault = &pipeline->fault;
    struct block_log *block_log = arena_allocate(&pipeline->arena, 1, sizeof *block_log, fault);
    if (block_log == NULL ||
        ruleset_rule_index(choice->ruleset, choice->line_dialect->index, fault) == NULL)
        return false;
    *block_log = log_choice_block_log(choice);
    struct log_facts facts = log_choice_facts(choice, log);
    if (!log_hosts_name(pipeline->options->hosts, log, &facts.host, fault))
        return false;
    struct tally *tally = lock_tally(pipeline);
    block_log->tally_log = tally_begin_log(tally, &facts, fault);
    bool done = block_log->tally_log != NULL &&
                add_passed_lines(tally, block_log->tally_log, log->passed_lines, fault);
    unlock_tally(pipeline);
    pipeline->log = block_log;
    pipeline->is_first_chunk = true;
    return done;
}

/* Records that the `detect` pattern of `dialect` hit max_regex_steps on the log. */
static bool record_limited_dialect(struct pipeline *pipeline, const struct dialect *dialect,
                                   const struct log *log)
{
    bool done =
        tally_note_limited_rule(lock_tally(pipeline), dialect->name, "detect", span_of(log->source),
                                span_of(log->member), &pipeline->fault);
    unlock_tally(pipeline);
    return done;
}

static bool prepare_log(void *context, const struct log *log, const struct block *head,
                        struct line_stages *stages, struct fault *fault)
{
    struct pipeline *pipeline = context;
    return log_choice_prepare(&pipeline->choice, log, head, stages, fault);
}

static void report_limit(void *context, enum limit_id id, const char *source, const char *member)
{
    struct pipeline *pipeline = context;
    tally_note_limit(lock_tally(pipeline), id, span_of(source), span_of(member), &pipeline->fault);
    unlock_tally(pipeline);
}

static enum log_answer begin_log(void *context, const struct log *log, const struct block *head,
                                 const struct encoding *encoding)
{
    struct pipeline *pipeline = context;
    (void)encoding;
    struct log_choice *choice = &pipeline->choice;
    if (pipeline->fault.kind != FAULT_NONE || !log_choice_make(choice, log, head, &pipeline->fault))
        return LOG_REFUSED;
    if (choice->limited != NULL && !record_limited_dialect(pipeline, choice->limited, log))
        return LOG_REFUSED;
    if (choice->dialect == NULL)
        return LOG_PASSED;
    if (pipeline->log_count++ >= pipeline->options->limits->max_logs) {
        report_limit(context, LIMIT_max_logs, log->source, log->member);
        return LOG_REFUSED;
    }
    return open_log(pipeline, log) ? LOG_TAKEN : LOG_REFUSED;
}

static void leave_log(void *context, const struct log *log)
{
    const struct pipeline *pipeline = context;
    enum skip_reason reason = log->skipped_bytes > 0 ? SKIP_UNKNOWN_BYTES : SKIP_UNKNOWN_TEXT;
    report_skip(context, log->source, log->member,
                pipeline->choice.has_failure ? SKIP_FAILURE_TEXT : reason,
                log->skipped_bytes > 0 ? "binary" : "");
}

static struct raw_chunk *acquire_buffer(void *context, struct fault *fault)
{
    struct pipeline *pipeline = context;
    struct block_job *block_job = worker_pool_acquire(pipeline->workers, fault);
    if (block_job == NULL)
        return NULL;
    if (block_job->chunk.bytes == NULL) {
        block_job->chunk.bytes = memory_allocate(CHUNK_BYTES, 1, fault);
        block_job->chunk.capacity = CHUNK_BYTES;
    }
    return block_job->chunk.bytes ? &block_job->chunk : NULL;
}

static bool add_chunk(void *context, struct raw_chunk *chunk, struct fault *fault)
{
    struct pipeline *pipeline = context;
    static_assert(offsetof(struct block_job, chunk) == 0, "a chunk is cast to its job");
    struct block_job *block_job = (struct block_job *)(void *)chunk;
    block_job->log = pipeline->log;
    block_job->is_first = pipeline->is_first_chunk;
    pipeline->is_first_chunk = false;
    const struct read_progress *progress = pipeline->options->progress;
    if (progress != NULL)
        progress->add(progress->context, chunk->length, tally_log_source(pipeline->log->tally_log));
    return worker_pool_submit(pipeline->workers, fault);
}

static void release_buffer(void *context, struct raw_chunk *chunk)
{
    (void)context;
    (void)chunk; /* worker_pool_acquire returns the same slot until it is submitted */
}

static void end_log(void *context, const struct encoding *encoding, const char *problem)
{
    struct pipeline *pipeline = context;
    tally_end_log(lock_tally(pipeline), pipeline->log->tally_log, encoding->name, problem,
                  &pipeline->fault);
    unlock_tally(pipeline);
}

static bool open_pipeline(struct pipeline *pipeline, struct fault *fault)
{
    const struct pipeline_options *options = pipeline->options;
    size_t threads = options->threads;
    pthread_mutex_init(&pipeline->tally_lock, NULL);
    pipeline->slot_count = threads > 1 ? threads + SPARE_SLOTS : 1;
    pipeline->slots = memory_allocate(pipeline->slot_count, sizeof *pipeline->slots, fault);
    pipeline->slot_pointers =
        memory_allocate(pipeline->slot_count, sizeof *pipeline->slot_pointers, fault);
    if (pipeline->slots == NULL || pipeline->slot_pointers == NULL ||
        !matcher_pool_open(&pipeline->matchers, options->ruleset, options->limits, threads,
                           fault) ||
        !log_choice_open(&pipeline->choice, options->ruleset, options->limits, fault))
        return false;
    for (size_t i = 0; i < pipeline->slot_count; i++)
        pipeline->slot_pointers[i] = &pipeline->slots[i];
    struct worker_pool_calls calls = {.context = pipeline, .work = work, .finish = finish};
    pipeline->workers =
        worker_pool_open(threads, pipeline->slot_pointers, pipeline->slot_count, &calls, fault);
    return pipeline->workers != NULL;
}

static void close_pipeline(struct pipeline *pipeline)
{
    worker_pool_close(pipeline->workers);
    for (size_t i = 0; pipeline->slots != NULL && i < pipeline->slot_count; i++)
        block_job_release(&pipeline->slots[i]);
    matcher_pool_close(&pipeline->matchers);
    memory_free(pipeline->slots);
    memory_free(pipeline->slot_pointers);
    log_choice_close(&pipeline->choice);
    arena_release(&pipeline->arena);
    pthread_mutex_destroy(&pipeline->tally_lock);
}

static bool read_input(const struct pipeline_input *input, const struct source_options *options,
                       const struct source_handler *handler, struct fault *fault)
{
    switch (input->kind) {
    case PIPELINE_PATH:
        return source_read(input->name, options, handler, fault);
    case PIPELINE_DESCRIPTOR:
        return source_read_descriptor(input->descriptor, input->name, options, handler, fault);
    case PIPELINE_BYTES:
        return source_read_bytes(input->bytes, input->name, options, handler, fault);
    }
    return false;
}

/* Reads all inputs and counts what they hold. */
static bool read_inputs(struct pipeline *pipeline, const struct pipeline_input *inputs,
                        size_t input_count, struct fault *fault)
{
    struct source_options source_options = {.limits = pipeline->options->limits,
                                            .forced_encoding = pipeline->options->forced_encoding,
                                            .own_output = pipeline->options->own_output,
                                            .inputs = log_hosts_inputs(pipeline->options->hosts)};
    struct source_handler handler = {.context = pipeline,
                                     .prepare_log = prepare_log,
                                     .begin_log = begin_log,
                                     .leave_log = leave_log,
                                     .acquire_buffer = acquire_buffer,
                                     .add_chunk = add_chunk,
                                     .release_buffer = release_buffer,
                                     .end_log = end_log,
                                     .report_skip = report_skip,
                                     .report_problem = report_problem,
                                     .report_limit = report_limit};
    for (size_t i = 0; i < input_count; i++)
        if (!read_input(&inputs[i], &source_options, &handler, fault) ||
            (pipeline->fault.kind != FAULT_NONE &&
             !fault_set(fault, pipeline->fault.kind, "%s", pipeline->fault.text)))
            return false;
    return worker_pool_drain(pipeline->workers, fault);
}

bool pipeline_run(const struct pipeline_options *options, const struct pipeline_input *inputs,
                  size_t input_count, struct fault *fault)
{
    /* Not on the stack: where address space is short, it cannot grow, and the process would die. */
    struct pipeline *pipeline = memory_allocate(1, sizeof *pipeline, fault);
    if (pipeline == NULL)
        return false;
    pipeline->options = options;
    bool done = open_pipeline(pipeline, fault) && read_inputs(pipeline, inputs, input_count, fault);
    close_pipeline(pipeline);
    memory_free(pipeline);
    return done;
}

#include "engine/pipeline.h"

#include <pthread.h>

#include "base/memory.h"
#include "base/worker_pool.h"
#include "engine/block_classifier.h"
#include "engine/message_probe.h"
#include "input/encoding/chunker.h"
#include "input/source.h"

/* A few slots more than threads: who is done with one finds the next piece read. */
enum { SPARE_SLOTS = 2 };

struct pipeline {
    const struct pipeline_options *options;
    struct arena arena; /* the block_log of every log */
    struct block_log *log;
    struct block_job *slots;
    void **slot_pointers;
    size_t slot_count;
    struct matcher **matchers; /* [thread][dialect]; NULL until one is needed */
    struct pattern_scratch *scratch;
    struct message_probe *message_probe;
    struct worker_pool *workers;
    pthread_mutex_t tally_lock; /* the reader notes logs while a thread counts blocks */
    bool is_first_piece;
    struct fault fault; /* of callbacks that cannot return one */
};

static const struct dialect_set *dialects_of(const struct pipeline *pipeline)
{
    return &pipeline->options->ruleset->dialects;
}

static bool work(void *context, size_t thread, void *slot, struct fault *fault)
{
    struct pipeline *pipeline = context;
    struct block_job *block_job = slot;
    struct matcher **matcher =
        &pipeline->matchers[thread * dialects_of(pipeline)->count + block_job->log->dialect];
    if (*matcher == NULL)
        *matcher = matcher_open(block_job->log->rule_index, pipeline->options->limits, fault);
    return *matcher != NULL && block_job_run(block_job, pipeline->options->tally, *matcher,
                                             pipeline->options->limits, fault);
}

static bool finish(void *context, void *slot, struct fault *fault)
{
    struct pipeline *pipeline = context;
    struct block_job *block_job = slot;
    pthread_mutex_lock(&pipeline->tally_lock);
    bool done = tally_add_block(pipeline->options->tally, block_job->log->counted,
                                &block_job->result, fault);
    pthread_mutex_unlock(&pipeline->tally_lock);
    return done;
}

static void note_skip(struct pipeline *pipeline, const char *source, const char *member,
                      enum skip_reason reason, const char *detail)
{
    static const char *const words[] = {[SKIP_NOT_TEXT] = "not-text",
                                        [SKIP_UNKNOWN_TEXT] = "unknown-text",
                                        [SKIP_EMPTY] = "empty",
                                        [SKIP_LINK] = "link",
                                        [SKIP_SPECIAL] = "special"};
    pthread_mutex_lock(&pipeline->tally_lock);
    tally_note_skipped(pipeline->options->tally, source, member, words[reason], detail,
                       &pipeline->fault);
    pthread_mutex_unlock(&pipeline->tally_lock);
}

static bool open_log(struct pipeline *pipeline, const struct log *log,
                     const struct dialect *dialect)
{
    const struct pipeline_options *options = pipeline->options;
    struct block_log *block_log =
        arena_allocate(&pipeline->arena, 1, sizeof *block_log, &pipeline->fault);
    if (block_log == NULL)
        return false;
    block_log->dialect = dialect->index;
    block_log->rule_index =
        ruleset_rulebook(options->ruleset, block_log->dialect, &pipeline->fault);
    if (block_log->rule_index == NULL)
        return false;
    struct log_facts facts = {.source = log->source,
                              .member = log->member,
                              .name = log->name,
                              .host = log->host,
                              .modified = log->modified,
                              .kind = dialect->kind,
                              .kind_name = dialect->kind_name,
                              .grammar = dialect->name};
    pthread_mutex_lock(&pipeline->tally_lock);
    block_log->counted = tally_begin_log(options->tally, &facts, &pipeline->fault);
    pthread_mutex_unlock(&pipeline->tally_lock);
    if (block_log->counted == NULL)
        return false;
    pipeline->log = block_log;
    pipeline->is_first_piece = true;
    return true;
}

/* That `dialect` could not tell whether the log is one of its own. */
static bool note_undecided(struct pipeline *pipeline, const struct dialect *dialect,
                           const struct log *log)
{
    pthread_mutex_lock(&pipeline->tally_lock);
    bool done = tally_note_undecided(pipeline->options->tally, dialect->name, "detect",
                                     span_of(log->source), span_of(log->member), &pipeline->fault);
    pthread_mutex_unlock(&pipeline->tally_lock);
    return done;
}

static bool begin_log(void *context, const struct log *log, const struct block *head,
                      const struct encoding *encoding)
{
    struct pipeline *pipeline = context;
    (void)encoding;
    if (pipeline->fault.kind != FAULT_NONE)
        return false;
    struct dialect_choice choice =
        dialect_set_choose(dialects_of(pipeline), log, head, pipeline->scratch);
    if (choice.limited != NULL && !note_undecided(pipeline, choice.limited, log))
        return false;
    const struct dialect *dialect = choice.dialect;
    if (dialect == NULL &&
        !message_probe_dialect(pipeline->message_probe, head, &dialect, &pipeline->fault))
        return false;
    if (dialect != NULL)
        return open_log(pipeline, log, dialect);
    note_skip(pipeline, log->source, log->member, SKIP_UNKNOWN_TEXT, "");
    return false;
}

static struct raw_chunk *acquire_buffer(void *context, struct fault *fault)
{
    struct pipeline *pipeline = context;
    struct block_job *block_job = worker_pool_acquire(pipeline->workers, fault);
    if (block_job == NULL)
        return NULL;
    if (block_job->piece.bytes == NULL) {
        block_job->piece.bytes = memory_allocate(CHUNK_BYTES, 1, fault);
        block_job->piece.capacity = CHUNK_BYTES;
    }
    return block_job->piece.bytes ? &block_job->piece : NULL;
}

static bool add_chunk(void *context, struct raw_chunk *piece, struct fault *fault)
{
    struct pipeline *pipeline = context;
    struct block_job *block_job =
        (struct block_job *)(void *)piece; /* the piece is its first member */
    block_job->log = pipeline->log;
    block_job->is_first = pipeline->is_first_piece;
    pipeline->is_first_piece = false;
    const struct read_progress *progress = pipeline->options->progress;
    if (progress != NULL)
        progress->add(progress->context, piece->length, tally_log_source(pipeline->log->counted));
    return worker_pool_submit(pipeline->workers, fault);
}

static void release_buffer(void *context, struct raw_chunk *piece)
{
    (void)context;
    (void)piece; /* the next claim gives the same slot again */
}

static void end_log(void *context, const struct encoding *encoding, const char *problem)
{
    struct pipeline *pipeline = context;
    pthread_mutex_lock(&pipeline->tally_lock);
    tally_end_log(pipeline->options->tally, pipeline->log->counted, encoding->name, problem,
                  &pipeline->fault);
    pthread_mutex_unlock(&pipeline->tally_lock);
}

static void report_skip(void *context, const char *source, const char *member,
                        enum skip_reason reason, const char *detail)
{
    note_skip(context, source, member, reason, detail);
}

static void report_problem(void *context, const char *source, const char *member,
                           const char *sentence)
{
    struct pipeline *pipeline = context;
    pthread_mutex_lock(&pipeline->tally_lock);
    tally_note_problem(pipeline->options->tally, source, member, sentence, &pipeline->fault);
    pthread_mutex_unlock(&pipeline->tally_lock);
}

static void report_limit(void *context, enum limit_id id, const char *source, const char *member)
{
    struct pipeline *pipeline = context;
    pthread_mutex_lock(&pipeline->tally_lock);
    tally_note_limit(pipeline->options->tally, id, span_of(source), span_of(member),
                     &pipeline->fault);
    pthread_mutex_unlock(&pipeline->tally_lock);
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
    pipeline->matchers =
        memory_allocate(threads * dialects_of(pipeline)->count, sizeof *pipeline->matchers, fault);
    pipeline->scratch = pattern_scratch_open(options->limits->max_regex_steps, fault);
    pipeline->message_probe = message_probe_open(options->ruleset, options->limits, fault);
    if (pipeline->slots == NULL || pipeline->slot_pointers == NULL || pipeline->matchers == NULL ||
        pipeline->scratch == NULL || pipeline->message_probe == NULL)
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
    size_t matcher_count = pipeline->options->threads * dialects_of(pipeline)->count;
    for (size_t i = 0; pipeline->matchers != NULL && i < matcher_count; i++)
        matcher_close(pipeline->matchers[i]);
    memory_free(pipeline->slots);
    memory_free(pipeline->slot_pointers);
    memory_free(pipeline->matchers);
    pattern_scratch_close(pipeline->scratch);
    message_probe_close(pipeline->message_probe);
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

bool pipeline_run(const struct pipeline_options *options, const struct pipeline_input *inputs,
                  size_t input_count, struct fault *fault)
{
    struct pipeline pipeline = {.options = options};
    struct source_options source_options = {.limits = options->limits,
                                            .forced_encoding = options->forced_encoding,
                                            .own_output = options->own_output};
    struct source_handler handler = {.context = &pipeline,
                                     .begin_log = begin_log,
                                     .acquire_buffer = acquire_buffer,
                                     .add_chunk = add_chunk,
                                     .release_buffer = release_buffer,
                                     .end_log = end_log,
                                     .report_skip = report_skip,
                                     .report_problem = report_problem,
                                     .report_limit = report_limit};
    bool done = open_pipeline(&pipeline, fault);
    for (size_t i = 0; done && i < input_count; i++) {
        done = read_input(&inputs[i], &source_options, &handler, fault);
        if (done && pipeline.fault.kind != FAULT_NONE)
            done = fault_set(fault, pipeline.fault.kind, "%s", pipeline.fault.text);
    }
    done = done && worker_pool_drain(pipeline.workers, fault);
    close_pipeline(&pipeline);
    return done;
}

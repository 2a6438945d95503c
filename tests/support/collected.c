#include "support/collected.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "input/encoding/chunker.h"

#define record(collected, ...)                                                                     \
    do {                                                                                           \
        if (!buffer_append_format(&(collected)->text, NULL, __VA_ARGS__))                          \
            (collected)->problem_count++;                                                          \
    } while (false)

static bool prepare_log(void *context, const struct log *log, const struct block *head,
                        struct line_stages *stages, struct fault *fault)
{
    const struct collected *collected = context;
    (void)log;
    (void)head;
    (void)fault;
    if (collected->stages != NULL)
        *stages = *collected->stages;
    return true;
}

static enum log_answer begin_log(void *context, const struct log *log, const struct block *head,
                                 const struct encoding *encoding)
{
    struct collected *collected = context;
    if (collected->taken_by != NULL &&
        span_find(head->text, span_of(collected->taken_by)) == head->text.length)
        return LOG_PASSED;
    if (collected->refused != NULL && strcmp(collected->refused, log->name) == 0) {
        record(collected, "refused %s\n", log->member);
        return LOG_REFUSED;
    }
    record(collected, "log %s", log->member);
    if (log->passed_lines > 0)
        record(collected, " after %" PRIu64 " lines", log->passed_lines);
    if (collected->shows_origin)
        record(collected, " name=%s host=%s encoding=%s", log->name, log->host, encoding->name);
    record(collected, "\n");
    collected->log_count++;
    return LOG_TAKEN;
}

static void leave_log(void *context, const struct log *log)
{
    struct collected *collected = context;
    record(collected, "left %s\n", log->member);
}

static struct raw_chunk *acquire_buffer(void *context, struct fault *fault)
{
    struct collected *collected = context;
    if (collected->is_acquired)
        abort();
    if (collected->chunk.bytes == NULL) {
        collected->chunk.bytes = memory_allocate(CHUNK_BYTES, 1, fault);
        if (collected->chunk.bytes == NULL)
            return NULL;
        collected->chunk.capacity = CHUNK_BYTES;
    }
    collected->is_acquired = true;
    return &collected->chunk;
}

/* cppcheck-suppress constParameter ; the handler's callback has this type */
static void release_buffer(void *context, struct raw_chunk *chunk)
{
    struct collected *collected = context;
    if (!collected->is_acquired || chunk != &collected->chunk)
        abort();
    collected->is_acquired = false;
}

static bool add_chunk(void *context, struct raw_chunk *chunk, struct fault *fault)
{
    struct collected *collected = context;
    struct block block;
    struct decoding decoding;
    release_buffer(context, chunk);
    if (!decoder_decode(&collected->decoder, chunk, &collected->limits, &block, &decoding, fault))
        return false;
    collected->line_count += block.line_count;
    collected->repaired_lines += decoding.repaired_lines;
    collected->cut_lines += decoding.cut_lines;
    for (size_t i = 0; i < block.line_count && !collected->hides_lines; i++) {
        struct line line = block.lines[i];
        struct span text = {block.text.bytes + line.start, line.length};
        if (!buffer_append_byte(&collected->text, '|', fault) ||
            !buffer_append(&collected->text, text, fault) ||
            !buffer_append_byte(&collected->text, '\n', fault))
            return false;
    }
    return true;
}

static void end_log(void *context, const struct encoding *encoding, const char *problem)
{
    struct collected *collected = context;
    collected->problem_count += problem != NULL;
    record(collected, "end%s%s", problem ? " " : "", problem ? problem : "");
    if (collected->shows_origin)
        record(collected, " (%s)", encoding->name);
    record(collected, "\n");
}

static void report_skip(void *context, const char *source, const char *member,
                        enum skip_reason reason, const char *detail)
{
    static const char *const words[] = {
        [SKIP_NOT_TEXT] = "not-text",
        [SKIP_PACKED] = "not-text",
        [SKIP_UNKNOWN_BYTES] = "not-text",
        [SKIP_UNKNOWN_TEXT] = "unknown-text",
        [SKIP_FAILURE_TEXT] = "text-with-failures",
        [SKIP_EMPTY] = "empty",
        [SKIP_LINK] = "link",
        [SKIP_SPECIAL] = "special",
    };
    struct collected *collected = context;
    (void)source;
    record(collected, "skip %s %s %s\n", member, words[reason], detail);
}

static void report_problem(void *context, const char *source, const char *member,
                           const char *sentence)
{
    struct collected *collected = context;
    (void)source;
    collected->problem_count++;
    record(collected, "problem %s: %s\n", member, sentence);
}

static void report_limit(void *context, enum limit_id id, const char *source, const char *member)
{
    struct collected *collected = context;
    (void)source;
    collected->problem_count++;
    record(collected, "limit %s: %s\n", member, limit_name(id));
}

void collected_init(struct collected *collected)
{
    *collected = (struct collected){.limits = limits_default()};
}

struct source_handler collected_handler(struct collected *collected)
{
    return (struct source_handler){.context = collected,
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
}

bool collected_read(struct collected *collected, const char *path, struct fault *fault)
{
    struct source_options options = {.limits = &collected->limits,
                                     .forced_encoding = collected->forced};
    struct source_handler handler = collected_handler(collected);
    return source_read(path, &options, &handler, fault);
}

const char *collected_text(struct collected *collected)
{
    if (!buffer_append_byte(&collected->text, '\0', NULL))
        abort();
    collected->text.length--;
    return collected->text.bytes;
}

void collected_clear(struct collected *collected)
{
    struct collected old = *collected;
    buffer_release(&old.text);
    decoder_release(&old.decoder);
    memory_free(old.chunk.bytes);
    collected_init(collected);
    collected->limits = old.limits;
    collected->forced = old.forced;
    collected->hides_lines = old.hides_lines;
    collected->shows_origin = old.shows_origin;
    collected->refused = old.refused;
    collected->stages = old.stages;
}

void collected_release(struct collected *collected)
{
    collected_clear(collected);
}

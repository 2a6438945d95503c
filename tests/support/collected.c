#include "support/collected.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "input/encoding/chunker.h"

#define say(collected, ...)                                                                        \
    do {                                                                                           \
        if (!buffer_append_format(&(collected)->text, NULL, __VA_ARGS__))                          \
            (collected)->problem_count++;                                                          \
    } while (false)

static bool begin(void *context, const struct log *log, const struct block *head,
                  const struct encoding *encoding)
{
    struct collected *collected = context;
    (void)head;
    if (collected->refused != NULL && strcmp(collected->refused, log->name) == 0) {
        say(collected, "refused %s\n", log->member);
        return false;
    }
    say(collected, "log %s", log->member);
    if (collected->shows_origin)
        say(collected, " name=%s host=%s encoding=%s", log->name, log->host, encoding->name);
    say(collected, "\n");
    collected->log_count++;
    return true;
}

static struct raw_chunk *claim(void *context, struct fault *fault)
{
    struct collected *collected = context;
    if (collected->is_claimed)
        abort();
    if (collected->piece.bytes == NULL) {
        collected->piece.bytes = memory_allocate(CHUNK_BYTES, 1, fault);
        if (collected->piece.bytes == NULL)
            return NULL;
        collected->piece.capacity = CHUNK_BYTES;
    }
    collected->is_claimed = true;
    return &collected->piece;
}

/* cppcheck-suppress constParameter ; the cutter's callback has this type */
static void unclaim(void *context, struct raw_chunk *piece)
{
    struct collected *collected = context;
    if (!collected->is_claimed || piece != &collected->piece)
        abort();
    collected->is_claimed = false;
}

static bool take_piece(void *context, struct raw_chunk *piece, struct fault *fault)
{
    struct collected *collected = context;
    struct block block;
    struct decoding decoding;
    unclaim(context, piece);
    if (!decoder_decode(&collected->decoder, piece, &collected->limits, &block, &decoding, fault))
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

static void end(void *context, const struct encoding *encoding, const char *problem)
{
    struct collected *collected = context;
    collected->problem_count += problem != NULL;
    say(collected, "end%s%s", problem ? " " : "", problem ? problem : "");
    if (collected->shows_origin)
        say(collected, " (%s)", encoding->name);
    say(collected, "\n");
}

static void skip(void *context, const char *source, const char *member, enum skip_reason reason,
                 const char *detail)
{
    static const char *const words[] = {"not-text", "unknown-text", "empty", "link", "special"};
    struct collected *collected = context;
    (void)source;
    say(collected, "skip %s %s %s\n", member, words[reason], detail);
}

static void problem(void *context, const char *source, const char *member, const char *sentence)
{
    struct collected *collected = context;
    (void)source;
    collected->problem_count++;
    say(collected, "problem %s: %s\n", member, sentence);
}

static void limit(void *context, enum limit_id id, const char *source, const char *member)
{
    struct collected *collected = context;
    (void)source;
    collected->problem_count++;
    say(collected, "limit %s: %s\n", member, limit_name(id));
}

void collected_init(struct collected *collected)
{
    *collected = (struct collected){.limits = limits_default()};
}

struct source_handler collected_handler(struct collected *collected)
{
    return (struct source_handler){.context = collected,
                                   .begin = begin,
                                   .claim = claim,
                                   .piece = take_piece,
                                   .unclaim = unclaim,
                                   .end = end,
                                   .skip = skip,
                                   .problem = problem,
                                   .limit = limit};
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
    struct collected kept = *collected;
    buffer_release(&kept.text);
    decoder_release(&kept.decoder);
    memory_free(kept.piece.bytes);
    collected_init(collected);
    collected->limits = kept.limits;
    collected->forced = kept.forced;
    collected->hides_lines = kept.hides_lines;
    collected->shows_origin = kept.shows_origin;
    collected->refused = kept.refused;
}

void collected_release(struct collected *collected)
{
    collected_clear(collected);
}

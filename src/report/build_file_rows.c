#include "report/build_file_rows.h"

#include "base/buffer.h"
#include "report/build_contexts.h"
#include "report/builder.h"
#include "tally/file_counts.h"
#include "tally/source_counts.h"
#include "text/log_name.h"

/* Texts that many rows share: the name of each log, and the code of each bucket. */
struct shared_texts {
    struct span *logs;
    struct report_code *codes;
};

static bool build_shared_texts(const struct builder *builder, struct shared_texts *texts)
{
    const struct tally *tally = builder->tally;
    texts->logs = arena_allocate(builder->arena, tally->source_counts.log_count,
                                 sizeof *texts->logs, builder->fault);
    texts->codes = arena_allocate(builder->arena, tally->file_counts.buckets.count,
                                  sizeof *texts->codes, builder->fault);
    if (texts->logs == NULL || texts->codes == NULL)
        return false;
    struct buffer scratch = {0};
    bool has_memory = true;
    for (size_t i = 0; has_memory && i < tally->source_counts.log_count; i++) {
        const struct report_log *log = &tally->source_counts.logs[i]->shown;
        struct span name = log_name(log->source, log->member, &scratch, builder->fault);
        texts->logs[i] = arena_copy(builder->arena, name, builder->fault);
        has_memory = texts->logs[i].bytes != NULL;
    }
    buffer_release(&scratch);
    if (!has_memory)
        return false;
    for (size_t i = 0; i < tally->file_counts.buckets.count; i++) {
        const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, i);
        if (!builder_code(builder, bucket->has_code, bucket->code, &texts->codes[i]))
            return false;
    }
    return true;
}

static struct file_row build_file_row(const struct builder *builder, const struct tally_file *file,
                                      const struct shared_texts *texts)
{
    const struct tally *tally = builder->tally;
    const struct tally_bucket *bucket = hash_array_at(&tally->file_counts.buckets, file->bucket);
    const struct catalog_category *category =
        catalog_category_at(builder->catalog, bucket->category);
    return (struct file_row){.host = builder_host(builder, file->host),
                             .job = file->job,
                             .time = file->time,
                             .category = category->name,
                             .category_title = category->title[builder->options->language],
                             .code = texts->codes[file->bucket],
                             .operation = file->operation,
                             .path = file->path,
                             .origin = file->source,
                             .log = texts->logs[file->place.log],
                             .line = file->place.line,
                             .events = file->events,
                             .context = build_context_name(builder, bucket),
                             .mark = build_context_mark(builder, bucket)};
}

/* Writes "log:line" to `text`, or nothing unless `is_there`. */
static bool write_place(const struct shared_texts *texts, struct place place, bool is_there,
                        struct buffer *text, struct fault *fault)
{
    text->length = 0;
    return !is_there ||
           (buffer_append(text, texts->logs[place.log], fault) &&
            buffer_append_format(text, fault, ":%llu", (unsigned long long)place.line));
}

bool build_file_rows(const struct tally *tally, enum language language, struct arena *arena,
                     bool (*receiver)(void *context, const struct file_row *row), void *context,
                     struct fault *fault)
{
    struct report_options options = {.language = language};
    struct builder builder = {.tally = tally,
                              .catalog = tally->options.catalog,
                              .options = &options,
                              .arena = arena,
                              .fault = fault};
    struct shared_texts texts = {0};
    if (!build_shared_texts(&builder, &texts))
        return false;
    struct buffer listed = {0};
    struct buffer code_from = {0};
    bool done = true;
    for (size_t i = 0; done && i < tally->file_counts.rows.count; i++) {
        const struct tally_file *file = hash_array_at(&tally->file_counts.rows, i);
        if (file->is_joined)
            continue;
        struct file_row row = build_file_row(&builder, file, &texts);
        done = write_place(&texts, file->listed, file->listed.line > 0, &listed, fault) &&
               write_place(&texts, file->place, row.code.has_value, &code_from, fault);
        row.listed = buffer_span(&listed);
        row.code_from = buffer_span(&code_from);
        done = done && receiver(context, &row);
    }
    buffer_release(&listed);
    buffer_release(&code_from);
    return done;
}

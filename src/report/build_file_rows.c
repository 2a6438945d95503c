#include "report/build_file_rows.h"

#include "base/buffer.h"
#include "report/build_contexts.h"
#include "report/builder.h"
#include "report/file_state.h"
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
                             .first_seen = file->first,
                             .last_seen = file->last,
                             .context = build_context_name(builder, bucket),
                             .mark = build_context_mark(builder, bucket)};
}

/* Sets the state of the file; false if it is not listed. */
static bool set_state(const struct builder *builder, const struct tally_file *file,
                      struct file_row *row)
{
    const struct file_entry *entry = file_set_find(&builder->tally->file_counts.files, file->key);
    enum file_state state = entry != NULL ? file_state_of(builder, entry) : FILE_UNPROTECTED;
    row->state = file_state_word(state);
    return builder->options->ever || state == FILE_UNPROTECTED;
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

/* What passes files to the receiver, with scratch memory for the places of each. */
struct row_sender {
    struct shared_texts texts;
    struct buffer listed;
    struct buffer code_from;
    bool (*receiver)(void *context, const struct file_row *row);
    void *context;
};

static bool send_row(const struct builder *builder, const struct tally_file *file,
                     struct row_sender *sender)
{
    struct file_row row = build_file_row(builder, file, &sender->texts);
    if (!set_state(builder, file, &row))
        return true;
    if (!write_place(&sender->texts, file->listed, file->listed.line > 0, &sender->listed,
                     builder->fault) ||
        !write_place(&sender->texts, file->place, row.code.has_value, &sender->code_from,
                     builder->fault))
        return false;
    row.listed = buffer_span(&sender->listed);
    row.code_from = buffer_span(&sender->code_from);
    return sender->receiver(sender->context, &row);
}

bool build_file_rows(const struct tally *tally, const struct report *report,
                     const struct report_options *options, struct arena *arena,
                     bool (*receiver)(void *context, const struct file_row *row), void *context,
                     struct fault *fault)
{
    struct builder builder = {.tally = tally,
                              .catalog = tally->options.catalog,
                              .options = options,
                              .file_states = *report->file_states,
                              .arena = arena,
                              .fault = fault};
    struct row_sender sender = {.receiver = receiver, .context = context};
    bool done = build_shared_texts(&builder, &sender.texts);
    for (size_t i = 0; done && i < tally->file_counts.rows.count; i++) {
        const struct tally_file *file = hash_array_at(&tally->file_counts.rows, i);
        done = file->is_joined || send_row(&builder, file, &sender);
    }
    buffer_release(&sender.listed);
    buffer_release(&sender.code_from);
    return done;
}

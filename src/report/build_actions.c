#include "report/build_actions.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "catalog/action_text.h"
#include "report/builder.h"
#include "tally/file_counts.h"
#include "tally/finding_counts.h"
#include "tally/text_budget.h"

enum { MAX_HOSTS_NAMED = 3 };

/* The texts with the English ones as keys, which are the same in every language; with themselves as
 * keys if a user's catalog has another number of English ones. */
static struct action_texts texts_of(const char *const *const actions[LANGUAGE_COUNT],
                                    const size_t counts[LANGUAGE_COUNT], enum language language)
{
    bool has_english = counts[language] == counts[LANGUAGE_EN];
    return (struct action_texts){.texts = actions[language],
                                 .keys = actions[has_english ? LANGUAGE_EN : language],
                                 .count = counts[language]};
}

struct volume_hosts {
    struct span volume;
    struct span hosts[MAX_HOSTS_NAMED];
    size_t host_count;
};

static int compare_volumes(const void *left, const void *right)
{
    return span_compare(((const struct volume_hosts *)left)->volume,
                        ((const struct volume_hosts *)right)->volume);
}

/* Keeps the first hosts by their names. */
static void add_host(struct volume_hosts *volume, struct span host)
{
    size_t kept = volume->host_count < MAX_HOSTS_NAMED ? volume->host_count : MAX_HOSTS_NAMED;
    size_t at = kept;
    while (at > 0 && span_compare(host, volume->hosts[at - 1]) < 0)
        at--;
    size_t last = kept < MAX_HOSTS_NAMED ? kept : MAX_HOSTS_NAMED - 1;
    for (size_t i = last; i > at; i--)
        volume->hosts[i] = volume->hosts[i - 1];
    if (at < MAX_HOSTS_NAMED)
        volume->hosts[at] = host;
    volume->host_count++;
}

/* The volumes that each host names, for the `count` hosts from number `first` on. */
struct named_volumes {
    const struct volume_names *by_host;
    uint32_t first;
    size_t count;
};

/* Merges the volumes of all hosts into one list by volume. */
static size_t merge_volumes(const struct builder *builder, struct named_volumes named,
                            struct volume_hosts volumes[MAX_VOLUME_NAMES], bool *has_more)
{
    size_t count = 0;
    for (size_t host = 0; host < named.count; host++) {
        const struct volume_names *names = &named.by_host[host];
        *has_more = *has_more || names->has_more;
        for (size_t i = 0; i < names->count; i++) {
            size_t at = 0;
            while (at < count && !span_equals(volumes[at].volume, names->names[i]))
                at++;
            *has_more = *has_more || at == MAX_VOLUME_NAMES;
            if (at == MAX_VOLUME_NAMES)
                continue;
            if (at == count)
                volumes[count++] = (struct volume_hosts){.volume = names->names[i]};
            add_host(&volumes[at], builder_host(builder, named.first + (uint32_t)host));
        }
    }
    /* cppcheck-suppress uninitvar ; as many as `count` says were written above */
    qsort(volumes, count, sizeof *volumes, compare_volumes);
    return count;
}

/* "N1, N2, N3 ...". */
static bool name_hosts(const struct builder *builder, const struct volume_hosts *volume,
                       struct span *hosts)
{
    struct buffer line = {0};
    bool done = true;
    for (size_t i = 0; done && i < volume->host_count && i < MAX_HOSTS_NAMED; i++)
        done = buffer_append(&line, span_of(i > 0 ? ", " : ""), builder->fault) &&
               buffer_append(&line, volume->hosts[i], builder->fault);
    if (done && volume->host_count > MAX_HOSTS_NAMED)
        done = buffer_append(&line, span_of(" ..."), builder->fault);
    *hosts = done ? arena_copy(builder->arena, buffer_span(&line), builder->fault) : *hosts;
    buffer_release(&line);
    return done && hosts->bytes != NULL;
}

static bool fill_placeholders(const struct builder *builder, struct named_volumes named,
                              bool names_hosts, struct action_texts *texts)
{
    struct volume_hosts volumes[MAX_VOLUME_NAMES];
    struct action_target items[MAX_VOLUME_NAMES];
    struct action_targets targets = {.items = items};
    targets.count = merge_volumes(builder, named, volumes, &targets.has_more);
    for (size_t i = 0; i < targets.count; i++) {
        items[i] = (struct action_target){.volume = volumes[i].volume};
        if (names_hosts && !name_hosts(builder, &volumes[i], &items[i].hosts))
            return false;
    }
    return action_text_fill(texts, &targets, builder->options->language, builder->arena, texts,
                            builder->fault);
}

static struct volume_names *allocate_names(const struct builder *builder)
{
    return arena_allocate(builder->arena, builder->tally->text_budget.hosts.count,
                          sizeof(struct volume_names), builder->fault);
}

/* Finds the volumes that records of the agent error name on each host. False with the fault set. */
static bool find_volumes_of_error(const struct builder *builder, size_t error,
                                  struct named_volumes *named)
{
    struct volume_names *by_host = allocate_names(builder);
    if (by_host == NULL)
        return false;
    for (size_t i = 0; i < builder->findings->count; i++) {
        const struct tally_finding *one = hash_array_at(builder->findings, i);
        if (one->error == error && one->volumes.count > 0)
            by_host[one->host] = one->volumes;
    }
    *named = (struct named_volumes){by_host, 0, builder->tally->text_budget.hosts.count};
    return true;
}

bool build_finding_actions(const struct builder *builder, size_t error,
                           const struct tally_finding *one, struct report_finding *finding)
{
    const struct agent_error *entry = catalog_error_at(builder->catalog, error);
    struct action_texts texts =
        texts_of(entry->actions, entry->action_count, builder->options->language);
    if (action_text_has_placeholder(texts.texts, texts.count)) {
        struct named_volumes named = {0};
        if (one != NULL)
            named = (struct named_volumes){&one->volumes, one->host, 1};
        else if (!find_volumes_of_error(builder, error, &named))
            return false;
        if (!fill_placeholders(builder, named, finding->host_count > 1, &texts))
            return false;
    }
    finding->actions = texts.texts;
    finding->action_keys = texts.keys;
    finding->action_count = texts.count;
    return true;
}

/* Finds the volumes of the reason's files with that code, by host. False with the fault set. */
static bool find_volumes_of_code(const struct builder *builder, size_t category, uint32_t code,
                                 struct volume_names *by_host)
{
    const struct file_set *files = &builder->tally->file_counts.files;
    for (size_t i = 0; i < files->capacity; i++) {
        const struct file_entry *file = &files->entries[i];
        if (file->key == 0 || file->folder == FILE_NO_FOLDER)
            continue;
        const struct tally_bucket *bucket =
            hash_array_at(&builder->tally->file_counts.buckets, file->bucket);
        if (bucket->category == category && bucket->has_code && bucket->code == code &&
            !volume_names_add_path(&by_host[bucket->host],
                                   builder->tally->file_counts.folders.texts[file->folder],
                                   builder->arena, builder->fault))
            return false;
    }
    return true;
}

/* Joins the actions of both, `first` first. False with the fault set. */
static bool concatenate(const struct builder *builder, struct action_texts first,
                        struct action_texts second, struct action_texts *joined)
{
    size_t count = first.count + second.count;
    const char **texts = arena_allocate(builder->arena, count, sizeof *texts, builder->fault);
    const char **keys = arena_allocate(builder->arena, count, sizeof *keys, builder->fault);
    if (texts == NULL || keys == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct action_texts *from = i < first.count ? &first : &second;
        size_t at = i < first.count ? i : i - first.count;
        texts[i] = from->texts[at];
        keys[i] = from->keys[at];
    }
    *joined = (struct action_texts){texts, keys, count};
    return true;
}

/* Adds the actions for the volume of the agent error that matches code number `number` of the
 * reason: before the category's for the most frequent code, after them for others. */
static bool add_remedy(const struct builder *builder, size_t category, struct report_reason *reason,
                       size_t number, struct action_texts *texts)
{
    const struct report_code *code = &reason->codes[number];
    size_t error;
    if (code->files == 0 || !code->has_value ||
        !catalog_error_by_code(builder->catalog, code->value, &error))
        return true;
    const struct agent_error *entry = catalog_error_at(builder->catalog, error);
    struct action_texts remedy =
        texts_of(entry->actions, entry->action_count, builder->options->language);
    if (!action_text_has_placeholder(remedy.texts, remedy.count))
        return true;
    struct volume_names *by_host = allocate_names(builder);
    if (by_host == NULL || !find_volumes_of_code(builder, category, code->value, by_host) ||
        !fill_placeholders(
            builder, (struct named_volumes){by_host, 0, builder->tally->text_budget.hosts.count},
            reason->host_count > 1, &remedy))
        return false;
    if (number > 0)
        return concatenate(builder, *texts, remedy, texts);
    reason->first_actions = remedy.count;
    return concatenate(builder, remedy, *texts, texts);
}

bool build_reason_actions(const struct builder *builder, size_t category,
                          struct report_reason *reason)
{
    const struct catalog_category *entry = catalog_category_at(builder->catalog, category);
    struct action_texts texts =
        texts_of(entry->actions, entry->action_count, builder->options->language);
    bool is_harmless = reason->files > 0 && reason->harmless_files == reason->files;
    reason->first_actions = texts.count > 0 && !is_harmless;
    for (size_t i = 0; i < reason->code_count; i++)
        if (!add_remedy(builder, category, reason, i, &texts))
            return false;
    reason->actions = texts.texts;
    reason->action_keys = texts.keys;
    reason->action_count = texts.count;
    return true;
}

void build_no_code_actions(const struct builder *builder, struct report_reason *reason)
{
    static const char name[] = "no-code";
    enum language language = builder->options->language;
    for (size_t i = 0; i < reason->code_count; i++)
        if (reason->codes[i].has_value)
            return;
    for (size_t i = 0; i < catalog_topic_count(builder->catalog); i++) {
        const struct catalog_topic *topic = catalog_topic_at(builder->catalog, i);
        if (strcmp(topic->name, name) != 0)
            continue;
        struct action_texts texts = texts_of(topic->actions, topic->action_count, language);
        reason->meaning = topic->cause[language];
        reason->actions = texts.texts;
        reason->action_keys = texts.keys;
        reason->action_count = texts.count;
    }
}

void build_failure_actions(const struct builder *builder, const struct catalog_category *category,
                           struct report_other_failure *failure)
{
    struct action_texts texts =
        texts_of(category->actions, category->action_count, builder->options->language);
    failure->actions = texts.texts;
    failure->action_keys = texts.keys;
    failure->action_count = texts.count;
}

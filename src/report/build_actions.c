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
        action_texts_in(entry->actions, entry->action_count, builder->options->language);
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

/* Finds the volumes of the reason's files with `code`, or of all of them if it is NULL, by host.
 * False with the fault set. */
static bool find_volumes_of_files(const struct builder *builder, size_t category,
                                  const uint32_t *code, struct volume_names *by_host)
{
    const struct file_set *files = &builder->tally->file_counts.files;
    for (size_t i = 0; i < files->capacity; i++) {
        const struct file_entry *file = &files->entries[i];
        if (file->key == 0 || file->folder == FILE_NO_FOLDER)
            continue;
        const struct tally_bucket *bucket =
            hash_array_at(&builder->tally->file_counts.buckets, file->bucket);
        bool is_meant = code == NULL || (bucket->has_code && bucket->code == *code);
        if (bucket->category == category && is_meant &&
            !volume_names_add_path(&by_host[bucket->host],
                                   builder->tally->file_counts.folders.texts[file->folder],
                                   builder->arena, builder->fault))
            return false;
    }
    return true;
}

/* The actions that the catalog has for the code itself, or for the agent error that it is. */
static struct action_texts remedy_of(const struct builder *builder, uint32_t code)
{
    enum language language = builder->options->language;
    const struct code_meaning meaning = catalog_code_meaning(builder->catalog, code);
    size_t error;
    if (catalog_error_by_code(builder->catalog, code, &error)) {
        const struct agent_error *entry = catalog_error_at(builder->catalog, error);
        return action_texts_in(entry->actions, entry->action_count, language);
    }
    if (meaning.row == NULL)
        return (struct action_texts){0};
    return action_texts_in(meaning.row->actions, meaning.row->action_count, language);
}

/* Fills in the volumes that find_volumes_of_files finds. False with the fault set. */
static bool fill_volumes_of_files(const struct builder *builder, size_t category,
                                  const uint32_t *code, bool names_hosts,
                                  struct action_texts *texts)
{
    if (!action_text_has_placeholder(texts->texts, texts->count))
        return true;
    struct volume_names *by_host = allocate_names(builder);
    return by_host != NULL && find_volumes_of_files(builder, category, code, by_host) &&
           fill_placeholders(
               builder, (struct named_volumes){by_host, 0, builder->tally->text_budget.hosts.count},
               names_hosts, texts);
}

/* Adds what there is to do on the volume for code number `number` of the reason: before the
 * category's actions for the most frequent code, after them for others. */
static bool add_remedy(const struct builder *builder, size_t category, struct report_reason *reason,
                       size_t number, struct action_texts *texts)
{
    const struct report_code *code = &reason->codes[number];
    if (code->files == 0 || !code->has_value)
        return true;
    struct action_texts remedy = remedy_of(builder, code->value);
    if (!action_text_has_placeholder(remedy.texts, remedy.count))
        return true;
    if (!fill_volumes_of_files(builder, category, &code->value, reason->host_count > 1, &remedy))
        return false;
    if (number > 0)
        return action_texts_join(texts, &remedy, builder->arena, texts, builder->fault);
    reason->first_actions = remedy.count;
    return action_texts_join(&remedy, texts, builder->arena, texts, builder->fault);
}

/* The row of the only code of the reason, if that has a cause of its own; NULL otherwise. */
static const struct catalog_code *find_own_cause(const struct builder *builder,
                                                 const struct report_reason *reason)
{
    if (reason->code_count != 1 || !reason->codes[0].has_value || reason->context_count > 0)
        return NULL;
    const struct code_meaning meaning =
        catalog_code_meaning(builder->catalog, reason->codes[0].value);
    return meaning.row != NULL && catalog_code_has_own_cause(meaning.row) ? meaning.row : NULL;
}

static bool add_remedies(const struct builder *builder, size_t category,
                         struct report_reason *reason, struct action_texts *texts)
{
    for (size_t i = 0; i < reason->code_count; i++)
        if (!add_remedy(builder, category, reason, i, texts))
            return false;
    return true;
}

bool build_reason_actions(const struct builder *builder, size_t category,
                          struct report_reason *reason)
{
    enum language language = builder->options->language;
    const struct catalog_category *entry = catalog_category_at(builder->catalog, category);
    const struct catalog_code *own = find_own_cause(builder, reason);
    struct action_texts texts = action_texts_in(entry->actions, entry->action_count, language);
    if (own != NULL) {
        reason->meaning = own->cause[language];
        texts = action_texts_in(own->actions, own->action_count, language);
    }
    bool is_harmless = reason->files > 0 && reason->harmless_files == reason->files;
    reason->first_actions = texts.count > 0 && !is_harmless;
    const uint32_t *code = own != NULL ? &own->code : NULL;
    if (!fill_volumes_of_files(builder, category, code, reason->host_count > 1, &texts) ||
        (own == NULL && !add_remedies(builder, category, reason, &texts)))
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
        struct action_texts texts = action_texts_in(topic->actions, topic->action_count, language);
        reason->meaning = topic->cause[language];
        reason->actions = texts.texts;
        reason->action_keys = texts.keys;
        reason->action_count = texts.count;
    }
}

bool build_failure_actions(const struct builder *builder, const struct catalog_category *category,
                           const struct code_meaning *code, struct report_other_failure *failure)
{
    enum language language = builder->options->language;
    const struct action_targets none = {0};
    struct action_texts texts =
        action_texts_in(category->actions, category->action_count, language);
    if (code != NULL &&
        !catalog_code_actions(code, category, language, builder->arena, &texts, builder->fault))
        return false;
    if (!action_text_fill(&texts, &none, language, builder->arena, &texts, builder->fault))
        return false;
    bool has_own = code != NULL && code->row != NULL && code->row->action_count[language] > 0;
    failure->own_action = has_own ? texts.texts[0] : NULL;
    failure->own_action_key = has_own ? texts.keys[0] : NULL;
    failure->actions = texts.texts;
    failure->action_keys = texts.keys;
    failure->action_count = texts.count;
    return true;
}

#include "engine/ruleset.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "base/memory.h"

static bool add_built_in_grammars(struct ruleset *ruleset, struct fault *fault)
{
    for (const struct embedded_file *file = embedded_files; file->name != NULL; file++) {
        if (strncmp(file->name, "grammars/", strlen("grammars/")) != 0)
            continue;
        struct dialect *dialect = dialect_open_for_choice(file->name, file->content, fault);
        if (dialect == NULL || !dialect_set_add(&ruleset->dialects, dialect, fault))
            return false;
    }
    return true;
}

static bool read_whole_file(const char *path, uint64_t max_bytes, struct buffer *content,
                            struct fault *fault)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return fault_set(fault, FAULT_READ, "cannot open %s: %s", path, strerror(errno));
    bool done = true;
    size_t count = 1;
    while (done && count > 0 && content->length <= max_bytes) {
        done = buffer_reserve(content, 64 * 1024, fault);
        if (!done)
            break;
        count = fread(content->bytes + content->length, 1, 64 * 1024, file);
        content->length += count;
    }
    if (done && ferror(file))
        done = fault_set(fault, FAULT_READ, "cannot read %s: %s", path, strerror(errno));
    if (done && content->length > max_bytes)
        done = fault_set(fault, FAULT_GRAMMAR, "%s: larger than max_grammar_bytes, %llu bytes",
                         path, (unsigned long long)max_bytes);
    fclose(file);
    return done;
}

static bool add_grammar(struct ruleset *ruleset, const char *path, const struct limits *limits,
                        struct fault *fault)
{
    struct buffer content = {0};
    struct span text = {0};
    struct span name = {0};
    if (read_whole_file(path, limits->max_grammar_bytes, &content, fault)) {
        text = arena_copy(&ruleset->arena, buffer_span(&content), fault);
        name = arena_copy(&ruleset->arena, span_of(path), fault);
    }
    buffer_release(&content);
    if (text.bytes == NULL || name.bytes == NULL)
        return false;
    struct dialect *dialect = dialect_open(name.bytes, text, fault);
    if (dialect == NULL)
        return false;
    dialect->is_users = true;
    return dialect_set_add(&ruleset->dialects, dialect, fault);
}

/* Returns the catalog's message pattern number `index` as a literal for the prefilter. */
static struct scanner_literal message_literal(const struct catalog *catalog, size_t index)
{
    const struct catalog_message_pattern *pattern = catalog_message_pattern_at(catalog, index);
    return (struct scanner_literal){
        .text = pattern->text, .is_message = true, .is_word = pattern->is_symbol};
}

static bool collect_messages(struct ruleset *ruleset, struct fault *fault)
{
    ruleset->message_count = catalog_message_pattern_count(ruleset->catalog);
    ruleset->messages = memory_allocate(ruleset->message_count, sizeof *ruleset->messages, fault);
    if (ruleset->messages == NULL)
        return false;
    for (size_t i = 0; i < ruleset->message_count; i++)
        ruleset->messages[i] = message_literal(ruleset->catalog, i);
    lazy_scanner_prepare(&ruleset->message_scanner, ruleset->messages, ruleset->message_count,
                         !ruleset->without_prefilter);
    return true;
}

static bool index_titles(struct ruleset *ruleset, struct fault *fault)
{
    const struct dialect_set *dialects = &ruleset->dialects;
    ruleset->titles = memory_allocate(dialects->count, sizeof *ruleset->titles, fault);
    if (ruleset->titles == NULL)
        return false;
    for (size_t i = 0; i < dialects->count; i++)
        ruleset->titles[i] = &dialects->dialects[i]->titles;
    return title_index_build(&ruleset->title_index, ruleset->titles, dialects->count, fault);
}

bool ruleset_open(struct ruleset *ruleset, const char *const *grammars, size_t grammar_count,
                  const char *const *catalogs, size_t catalog_count, const struct limits *limits,
                  struct fault *fault)
{
    pthread_mutex_init(&ruleset->rule_index_lock, NULL);
    ruleset->catalog = catalog_open(catalogs, catalog_count, fault);
    if (ruleset->catalog == NULL || !collect_messages(ruleset, fault) ||
        !add_built_in_grammars(ruleset, fault))
        return false;
    for (size_t i = 0; i < grammar_count; i++)
        if (!add_grammar(ruleset, grammars[i], limits, fault))
            return false;
    ruleset->rule_indexes =
        memory_allocate(ruleset->dialects.count, sizeof *ruleset->rule_indexes, fault);
    return ruleset->rule_indexes != NULL && index_titles(ruleset, fault);
}

void ruleset_close(struct ruleset *ruleset)
{
    for (size_t i = 0; ruleset->rule_indexes != NULL && i < ruleset->dialects.count; i++)
        rule_index_close(ruleset->rule_indexes[i]);
    memory_free(ruleset->rule_indexes);
    title_index_release(&ruleset->title_index);
    memory_free(ruleset->titles);
    if (ruleset->messages != NULL)
        lazy_scanner_release(&ruleset->message_scanner);
    memory_free(ruleset->messages);
    dialect_set_release(&ruleset->dialects);
    catalog_close(ruleset->catalog);
    arena_release(&ruleset->arena);
    pthread_mutex_destroy(&ruleset->rule_index_lock);
    *ruleset = (struct ruleset){0};
}

struct rule_index *ruleset_rule_index(struct ruleset *ruleset, size_t index, struct fault *fault)
{
    pthread_mutex_lock(&ruleset->rule_index_lock);
    struct rule_index **rule_index = &ruleset->rule_indexes[index];
    struct dialect *dialect = ruleset->dialects.dialects[index];
    if (*rule_index == NULL && dialect_complete(dialect, fault))
        *rule_index =
            rule_index_open(dialect, &ruleset->message_scanner, !ruleset->without_prefilter, fault);
    struct rule_index *result = *rule_index;
    pthread_mutex_unlock(&ruleset->rule_index_lock);
    return result;
}

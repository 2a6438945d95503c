#include "engine/ruleset.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "base/memory.h"

static bool add_built_in_grammars(struct library *library, struct fault *fault)
{
    for (const struct embedded_file *file = embedded_files; file->name != NULL; file++) {
        if (strncmp(file->name, "grammars/", 9) != 0)
            continue;
        struct dialect *dialect = dialect_open(file->name, file->content, fault);
        if (dialect == NULL || !dialect_set_add(&library->dialects, dialect, fault))
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

bool library_add_grammar(struct library *library, const char *path, const struct limits *limits,
                         struct fault *fault)
{
    struct buffer content = {0};
    struct span text = {0};
    struct span name = {0};
    if (read_whole_file(path, limits->max_grammar_bytes, &content, fault)) {
        text = arena_copy(&library->arena, buffer_span(&content), fault);
        name = arena_copy(&library->arena, span_of(path), fault);
    }
    buffer_release(&content);
    if (text.bytes == NULL || name.bytes == NULL)
        return false;
    struct dialect *dialect = dialect_open(name.bytes, text, fault);
    return dialect != NULL && dialect_set_add(&library->dialects, dialect, fault);
}

/* The catalog's fragment number `index` as the prefilter wants it. */
static struct scanner_literal message_literal(const struct catalog *catalog, size_t index)
{
    const struct catalog_message_pattern *fragment = catalog_message_pattern_at(catalog, index);
    return (struct scanner_literal){
        .text = fragment->text, .is_message = true, .is_word = fragment->is_symbol};
}

static bool collect_messages(struct library *library, struct fault *fault)
{
    library->message_count = catalog_message_pattern_count(library->catalog);
    library->messages = memory_allocate(library->message_count, sizeof *library->messages, fault);
    if (library->messages == NULL)
        return false;
    for (size_t i = 0; i < library->message_count; i++)
        library->messages[i] = message_literal(library->catalog, i);
    lazy_scanner_prepare(&library->message_scanner, library->messages, library->message_count,
                         !library->without_prefilter);
    return true;
}

bool library_open(struct library *library, const char *const *grammars, size_t grammar_count,
                  const char *const *catalogs, size_t catalog_count, const struct limits *limits,
                  struct fault *fault)
{
    library->catalog = catalog_open(catalogs, catalog_count, fault);
    if (library->catalog == NULL || !collect_messages(library, fault) ||
        !add_built_in_grammars(library, fault))
        return false;
    for (size_t i = 0; i < grammar_count; i++)
        if (!library_add_grammar(library, grammars[i], limits, fault))
            return false;
    library->rulebooks =
        memory_allocate(library->dialects.count, sizeof *library->rulebooks, fault);
    return library->rulebooks != NULL;
}

void library_close(struct library *library)
{
    for (size_t i = 0; library->rulebooks != NULL && i < library->dialects.count; i++)
        rule_index_close(library->rulebooks[i]);
    memory_free(library->rulebooks);
    if (library->messages != NULL)
        lazy_scanner_release(&library->message_scanner);
    memory_free(library->messages);
    dialect_set_release(&library->dialects);
    catalog_close(library->catalog);
    arena_release(&library->arena);
    *library = (struct library){0};
}

struct rule_index *library_rulebook(struct library *library, size_t index, struct fault *fault)
{
    if (library->rulebooks[index] == NULL)
        library->rulebooks[index] =
            rule_index_open(library->dialects.dialects[index], &library->message_scanner,
                            !library->without_prefilter, fault);
    return library->rulebooks[index];
}

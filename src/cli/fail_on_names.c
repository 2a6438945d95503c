#include "cli/fail_on_names.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "cli/fail_on_metrics.h"
#include "output/write/ui_text.h"
#include "output/write/writer.h"
#include "text/suggestion.h"

enum { MAX_SUGGESTIONS = 3, NAME_COLUMNS = 20 };

/* Right names: what a typed word is compared with, and what is then proposed. */
struct candidates {
    const char **compared; /* in small letters, ended by NULL */
    const char **proposed;
    size_t count;
    const struct fail_on_metric *metric; /* whose subjects alone are candidates; NULL: all are */
    bool compares_whole;                 /* "reason:corrupted", and not a subject alone */
    struct arena *arena;
    struct fault *fault;
};

static const char *fold(struct candidates *candidates, struct span text)
{
    char *copy = arena_allocate(candidates->arena, text.length + 1, 1, candidates->fault);
    for (size_t i = 0; copy != NULL && i < text.length; i++)
        copy[i] = ascii_to_lower(text.bytes[i]);
    return copy;
}

/* "reason" and "corrupted" as "reason:corrupted"; NULL without memory. */
static const char *join(struct candidates *candidates, const char *metric, const char *subject)
{
    size_t length = strlen(metric);
    char *text =
        arena_allocate(candidates->arena, length + strlen(subject) + 2, 1, candidates->fault);
    if (text == NULL)
        return NULL;
    memcpy(text, metric, length);
    text[length] = ':';
    strcpy(text + length + 1, subject);
    return text;
}

static bool add(struct candidates *candidates, const char *compared, const char *proposed)
{
    if (compared == NULL || proposed == NULL)
        return false;
    candidates->compared[candidates->count] = fold(candidates, span_of(compared));
    candidates->proposed[candidates->count] = proposed;
    return candidates->compared[candidates->count++] != NULL;
}

static size_t subject_count(const struct fail_on_metric *metric, const struct catalog *catalog)
{
    size_t count = 0;
    while (metric->subject_name != NULL && metric->subject_name(catalog, count) != NULL)
        count++;
    return count;
}

static bool add_metric(struct candidates *candidates, const struct fail_on_metric *metric,
                       const struct catalog *catalog)
{
    bool is_first_row = fail_on_metric_find(span_of(metric->name), metric->knows != NULL) == metric;
    bool done =
        candidates->metric != NULL || !is_first_row || add(candidates, metric->name, metric->form);
    size_t count = subject_count(metric, catalog);
    for (size_t i = 0; done && i < count; i++) {
        const char *subject = metric->subject_name(catalog, i);
        if (subject[0] == '\0')
            continue;
        const char *whole = join(candidates, metric->name, subject);
        done = add(candidates, candidates->compares_whole ? whole : subject, whole);
    }
    return done;
}

static bool add_all(struct candidates *candidates, const struct catalog *catalog)
{
    size_t room = fail_on_metric_count + 1;
    for (size_t i = 0; i < fail_on_metric_count; i++)
        room += subject_count(&fail_on_metrics[i], catalog);
    candidates->compared =
        arena_allocate(candidates->arena, room, sizeof *candidates->compared, candidates->fault);
    candidates->proposed =
        arena_allocate(candidates->arena, room, sizeof *candidates->proposed, candidates->fault);
    bool done = candidates->compared != NULL && candidates->proposed != NULL;
    for (size_t i = 0; done && i < fail_on_metric_count; i++)
        if (candidates->metric == NULL ||
            strcmp(candidates->metric->name, fail_on_metrics[i].name) == 0)
            done = add_metric(candidates, &fail_on_metrics[i], catalog);
    return done;
}

/* Removes the nearest candidate and returns its name; NULL if none is near. */
static const char *take_nearest(struct candidates *candidates, const char *typed)
{
    const char *found = suggestion_nearest(typed, candidates->compared);
    for (size_t i = 0; found != NULL && i < candidates->count; i++) {
        if (candidates->compared[i] != found)
            continue;
        const char *proposed = candidates->proposed[i];
        size_t after = --candidates->count - i;
        memmove(candidates->compared + i, candidates->compared + i + 1,
                (after + 1) * sizeof *candidates->compared); /* with the NULL */
        memmove(candidates->proposed + i, candidates->proposed + i + 1,
                after * sizeof *candidates->proposed);
        return proposed;
    }
    return NULL;
}

bool fail_on_suggest(const struct catalog *catalog, struct span typed, struct buffer *nearest,
                     struct fault *fault)
{
    struct arena arena = {0};
    struct candidates candidates = {.arena = &arena, .fault = fault};
    size_t colon = span_find_byte(typed, ':');
    if (colon < typed.length)
        candidates.metric = fail_on_metric_find(span_slice(typed, 0, colon), true);
    candidates.compares_whole = colon < typed.length && candidates.metric == NULL;
    const char *folded =
        fold(&candidates, candidates.metric ? span_slice(typed, colon + 1, typed.length) : typed);
    bool done = folded != NULL && add_all(&candidates, catalog);
    for (size_t i = 0; done && i < MAX_SUGGESTIONS; i++) {
        const char *name = take_nearest(&candidates, folded);
        if (name == NULL)
            break;
        done = (i == 0 || buffer_append(nearest, span_of(" / "), fault)) &&
               buffer_append(nearest, span_of(name), fault);
    }
    arena_release(&arena);
    return done;
}

bool fail_on_is_list(const struct value_list *conditions)
{
    return conditions->count == 1 && strcmp(conditions->values[0], "list") == 0;
}

static void write_list(struct writer *writer, const struct catalog *catalog, enum language language)
{
    writer_text(writer, ui_text(UI_CONDITIONS_METRICS, language));
    for (size_t i = 0; i < fail_on_metric_count; i++)
        writer_format(writer, "  %-*s %s\n", NAME_COLUMNS, fail_on_metrics[i].form,
                      language_text(fail_on_metrics[i].meaning, language));
    writer_text(writer, ui_text(UI_CONDITIONS_CATEGORIES, language));
    for (size_t i = 0; i < catalog_category_count(catalog); i++) {
        const struct catalog_category *category = catalog_category_at(catalog, i);
        writer_format(writer, "  %-*s %s\n", NAME_COLUMNS, category->name,
                      category->title[language]);
    }
    writer_text(writer, ui_text(UI_CONDITIONS_SEVERITIES, language));
    for (int i = SEVERITY_INFORMATION; i <= SEVERITY_ERROR; i++)
        writer_format(writer, "  %s\n", severity_name((enum severity)i));
}

bool fail_on_list(const struct options *options, struct fault *fault)
{
    struct writer writer;
    struct catalog *catalog =
        catalog_open(options->catalogs.values, options->catalogs.count, fault);
    if (catalog == NULL)
        return false;
    writer_to_descriptor(&writer, STDOUT_FILENO, "standard output");
    write_list(&writer, catalog, options->language);
    catalog_close(catalog);
    return writer_finish(&writer, fault);
}

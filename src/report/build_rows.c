#include "report/build_rows.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/action_text.h"
#include "report/builder.h"
#include "report/overflow_files.h"
#include "report/rollup.h"
#include "tally/file_counts.h"
#include "tally/job_counts.h"
#include "tally/volume_names.h"

static const struct report_reason *reason_of(const struct builder *builder, size_t category)
{
    const char *name = catalog_category_at(builder->catalog, category)->name;
    for (size_t i = 0; i < builder->report->reason_count; i++)
        if (strcmp(builder->report->reasons[i].category, name) == 0)
            return &builder->report->reasons[i];
    return NULL;
}

/* A rule that concerns all files of the row takes precedence over the code. */
static void apply_rule(const struct catalog_context *rule, enum language language,
                       struct report_row *row)
{
    if (rule->advice[language][0] != '\0')
        row->action = rule->advice[language];
    if (rule->reference[0] != '\0')
        row->reference = rule->reference;
    if (rule->mark[0] != '\0')
        row->at_risk = false;
}

/* The row's own category for a code, since the reason's first action may be meant for its most
 * frequent code alone. */
static const char *first_action(const struct builder *builder, const struct row_sum *sum,
                                const struct report_reason *reason)
{
    enum language language = builder->options->language;
    const struct catalog_category *category = catalog_category_at(builder->catalog, sum->category);
    const char *const *actions = sum->has_code ? category->actions[language] : reason->actions;
    size_t count = sum->has_code ? category->action_count[language] : reason->action_count;
    return count > 0 ? actions[0] : "";
}

/* Fills the volume of the example into the action. */
static bool fill_volume(const struct builder *builder, struct report_row *row)
{
    struct volume_names volume = {0};
    if (!action_text_has_placeholder(&row->action, 1))
        return true;
    if (!volume_names_add_path(&volume, row->example.path, builder->arena, builder->fault))
        return false;
    const struct action_target target = {.volume = volume.names[0]};
    const struct action_targets targets = {.items = &target, .count = volume.count > 0};
    struct action_texts action = {&row->action, &row->action, 1};
    if (!action_text_fill(&action, &targets, builder->options->language, builder->arena, &action,
                          builder->fault))
        return false;
    row->action = action.texts[0];
    return true;
}

static bool build_row(struct builder *builder, const struct row_sum *sum, struct report_row *row)
{
    enum language language = builder->options->language;
    *row = (struct report_row){.host = builder_host(builder, sum->host),
                               .reason = reason_of(builder, sum->category),
                               .share_percent = builder_share(builder, sum->files),
                               .first_seen = sum->first,
                               .last_seen = sum->last,
                               .example = sum->example};
    if (!builder_code(builder, sum->has_code, sum->code, &row->code))
        return false;
    row->code.files = sum->files;
    row->code.events = sum->events;
    row->action = first_action(builder, sum, row->reason);
    row->reference = row->reason->reference;
    row->at_risk = row->reason->at_risk;
    row->transient = row->reason->transient;
    const struct catalog_context *rule =
        sum->has_context ? catalog_context_at(builder->catalog, sum->context) : NULL;
    /* A code does not apply to a category that a rule assigned. */
    if (sum->has_code && (rule == NULL || !rule->has_category)) {
        struct code_meaning meaning = catalog_code_meaning(builder->catalog, sum->code);
        row->at_risk = meaning.at_risk;
        row->transient = meaning.transient;
        row->reference = meaning.reference;
        bool is_own_category = meaning.category == sum->category;
        if (is_own_category && meaning.row != NULL && meaning.row->action_count[language] > 0)
            row->action = meaning.row->actions[language][0];
    }
    if (rule != NULL)
        apply_rule(rule, language, row);
    return fill_volume(builder, row);
}

static int compare_rows(const void *left, const void *right)
{
    const struct report_row *a = left;
    const struct report_row *b = right;
    int order = span_compare(a->host, b->host);
    if (order == 0)
        order = (a->reason->rank > b->reason->rank) - (a->reason->rank < b->reason->rank);
    if (order == 0)
        order = builder_more_first(a->code.files, b->code.files);
    if (order == 0)
        order = builder_more_first(a->code.events, b->code.events);
    if (order == 0)
        order = strcmp(a->code.text, b->code.text);
    return order;
}

/* Adds a row without a host for each category with files that are only counted: which host and code
 * they have is not kept. */
static bool add_estimated_rows(struct builder *builder, struct report_row *rows, size_t *count)
{
    const struct file_counts *files = &builder->tally->file_counts;
    for (size_t category = 0; files->overflow != NULL && category < files->category_count;
         category++) {
        struct row_sum sum = {.category = category,
                              .files = overflow_files_of(builder, category),
                              .events = files->overflow[category].events};
        if (sum.events == 0)
            continue;
        struct report_row *row = &rows[(*count)++];
        if (!build_row(builder, &sum, row))
            return false;
        row->host = (struct span){0};
    }
    return true;
}

bool build_rows(struct builder *builder)
{
    const struct hash_array *sums = &builder->rollup->rows;
    size_t most = sums->count + catalog_category_count(builder->catalog);
    size_t count = sums->count;
    struct report_row *rows = arena_allocate(builder->arena, most, sizeof *rows, builder->fault);
    if (rows == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!build_row(builder, hash_array_at(sums, i), &rows[i]))
            return false;
    qsort(rows, count, sizeof *rows, compare_rows);
    if (!add_estimated_rows(builder, rows, &count))
        return false;
    for (size_t i = 0; i < count; i++)
        builder->report->files_at_risk += rows[i].at_risk ? rows[i].code.files : 0;
    builder->rows = rows;
    builder->report->rows = rows;
    builder->report->row_count = count;
    return true;
}

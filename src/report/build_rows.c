/* The reasons cut by host and code, and the groups of --by. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "report/builder.h"

static const struct report_reason *reason_of(const struct draft *draft, size_t category)
{
    const char *name = catalog_category_at(draft->catalog, category)->name;
    for (size_t i = 0; i < draft->report->reason_count; i++)
        if (strcmp(draft->report->reasons[i].category, name) == 0)
            return &draft->report->reasons[i];
    return NULL;
}

/* What the one rule of all files of the row says goes before what the code says. */
static void read_rule(const struct catalog_context *rule, enum language language,
                      struct report_row *row)
{
    if (rule->advice[language][0] != '\0')
        row->action = rule->advice[language];
    if (rule->reference[0] != '\0')
        row->reference = rule->reference;
    if (rule->mark[0] != '\0')
        row->at_risk = false;
}

/* What the reason says first may be meant for its most frequent code alone. */
static const char *first_action(const struct draft *draft, const struct row_sum *sum,
                                const struct report_reason *reason)
{
    enum language language = draft->options->language;
    const struct catalog_category *category = catalog_category_at(draft->catalog, sum->category);
    const char *const *actions = sum->has_code ? category->actions[language] : reason->actions;
    size_t count = sum->has_code ? category->action_count[language] : reason->action_count;
    return count > 0 ? actions[0] : "";
}

static bool draft_row(struct draft *draft, const struct row_sum *sum, struct report_row *row)
{
    enum language language = draft->options->language;
    *row = (struct report_row){.host = drafting_host(draft, sum->host),
                               .reason = reason_of(draft, sum->category),
                               .share_percent = drafting_share(draft, sum->files),
                               .first_seen = sum->first,
                               .last_seen = sum->last,
                               .example = sum->example};
    if (!drafting_code(draft, sum->has_code, sum->code, &row->code))
        return false;
    row->code.files = sum->files;
    row->code.events = sum->events;
    row->action = first_action(draft, sum, row->reason);
    row->reference = row->reason->reference;
    row->at_risk = row->reason->at_risk;
    row->transient = row->reason->transient;
    const struct catalog_context *rule =
        sum->has_context ? catalog_context_at(draft->catalog, sum->context) : NULL;
    /* A code says nothing of a category that a rule has put it into. */
    if (sum->has_code && (rule == NULL || !rule->has_category)) {
        struct code_meaning meaning = catalog_code_meaning(draft->catalog, sum->code);
        row->at_risk = meaning.at_risk;
        row->transient = meaning.transient;
        row->reference = meaning.reference;
        if (meaning.action[language][0] != '\0')
            row->action = meaning.action[language];
    }
    if (rule != NULL)
        read_rule(rule, language, row);
    return true;
}

static int compare_rows(const void *left, const void *right)
{
    const struct report_row *a = left;
    const struct report_row *b = right;
    int order = span_compare(a->host, b->host);
    if (order == 0)
        order = (a->reason->rank > b->reason->rank) - (a->reason->rank < b->reason->rank);
    if (order == 0)
        order = drafting_more_first(a->code.files, b->code.files);
    if (order == 0)
        order = drafting_more_first(a->code.events, b->code.events);
    if (order == 0)
        order = strcmp(a->code.text, b->code.text);
    return order;
}

bool drafting_rows(struct draft *draft)
{
    const struct hash_array *sums = &draft->summary->rows;
    struct report_row *rows = arena_allocate(draft->arena, sums->count, sizeof *rows, draft->fault);
    if (rows == NULL)
        return false;
    for (size_t i = 0; i < sums->count; i++)
        if (!draft_row(draft, hash_array_at(sums, i), &rows[i]))
            return false;
    qsort(rows, sums->count, sizeof *rows, compare_rows);
    draft->report->rows = rows;
    draft->report->row_count = sums->count;
    return true;
}

/* A group while it is summed: its biggest category so far is its own. */
struct group_sum {
    struct report_group shown;
    uint64_t top_files;
    uint64_t top_events;
};

static bool add_to_group(struct draft *draft, struct hash_array *groups, uint64_t key,
                         struct span name, struct span host, const char *detail, size_t category,
                         uint64_t files, uint64_t events)
{
    bool is_new = false;
    struct group_sum *group = hash_array_add(groups, key, &is_new, draft->fault);
    if (group == NULL)
        return false;
    const struct catalog_category *entry = catalog_category_at(draft->catalog, category);
    bool is_bigger = files > group->top_files ||
                     (files == group->top_files && events > group->top_events) ||
                     (files == group->top_files && events == group->top_events && !is_new &&
                      strcmp(entry->name, group->shown.category) < 0);
    if (is_new)
        group->shown = (struct report_group){.key = name, .host = host, .detail = detail};
    if (is_new || is_bigger) {
        group->top_files = files;
        group->top_events = events;
        group->shown.category = entry->name;
        group->shown.category_title = entry->title[draft->options->language];
        group->shown.severity = entry->severity;
        group->shown.at_risk = entry->at_risk;
    }
    group->shown.files += files;
    group->shown.events += events;
    return true;
}

static bool group_rows(struct draft *draft, struct hash_array *groups)
{
    bool is_by_host = draft->options->by == BY_HOST;
    for (size_t i = 0; i < draft->summary->rows.count; i++) {
        const struct row_sum *row = hash_array_at(&draft->summary->rows, i);
        struct report_code code;
        if (!drafting_code(draft, row->has_code, row->code, &code))
            return false;
        struct span text = arena_copy(draft->arena, span_of(code.text), draft->fault);
        uint64_t key = is_by_host ? row->host : row->has_code ? row->code : UINT64_C(1) << 32;
        struct span name = is_by_host ? drafting_host(draft, row->host) : text;
        if (text.bytes == NULL ||
            !add_to_group(draft, groups, hash_mix(draft->tally->options.seed, key), name,
                          (struct span){0}, is_by_host ? "" : code.symbol, row->category,
                          row->files, row->events))
            return false;
    }
    return true;
}

static uint64_t key_of_part(uint32_t part, uint32_t host)
{
    return hash_mix(part, host);
}

static bool group_folders(struct draft *draft, struct hash_array *groups)
{
    const struct hash_array *parts = &draft->summary->folders;
    for (size_t i = 0; i < parts->count; i++) {
        const struct part_sum *part = hash_array_at(parts, i);
        if (!add_to_group(draft, groups, key_of_part(part->part, part->host),
                          draft->tally->folders.texts[part->part], drafting_host(draft, part->host),
                          "", part->category, part->files, part->events))
            return false;
    }
    return true;
}

/* A file that failed in several jobs is one of each; a list stands under its run. */
static bool group_jobs(struct draft *draft, struct hash_array *groups)
{
    const struct hash_array *parts = &draft->summary->jobs;
    const struct hash_array *jobs = &draft->tally->jobs;
    if (!drafting_job_parts(draft))
        return false;
    for (size_t i = 0; i < parts->count; i++) {
        const struct part_sum *part = hash_array_at(parts, i);
        const struct job *job = hash_array_at(jobs, part->part);
        if (!add_to_group(draft, groups, key_of_part(part->part, part->host), job->name,
                          drafting_host(draft, part->host), "", part->category, part->files, 0))
            return false;
    }
    for (size_t i = 0; i < jobs->count; i++) {
        const struct job *job = hash_array_at(jobs, i);
        uint32_t number = 0;
        if (hash_table_find(&groups->numbers, key_of_part(draft->owners[i], job->host), &number))
            ((struct group_sum *)hash_array_at(groups, number))->shown.events += job->events;
    }
    return true;
}

static bool group_all(struct draft *draft, struct hash_array *groups)
{
    switch (draft->options->by) {
    case BY_REASON:
        return true;
    case BY_FOLDER:
        return group_folders(draft, groups);
    case BY_JOB:
        return group_jobs(draft, groups);
    default:
        return group_rows(draft, groups);
    }
}

static int compare_groups(const void *left, const void *right)
{
    const struct report_group *a = left;
    const struct report_group *b = right;
    int order = drafting_more_first(a->files, b->files);
    if (order == 0)
        order = drafting_more_first(a->events, b->events);
    if (order == 0)
        order = span_compare(a->key, b->key);
    return order ? order : span_compare(a->host, b->host);
}

bool drafting_groups(struct draft *draft)
{
    struct hash_array sums = {.item_bytes = sizeof(struct group_sum)};
    struct report_group *groups = NULL;
    draft->report->by = draft->options->by;
    bool done = group_all(draft, &sums);
    if (done)
        groups = arena_allocate(draft->arena, sums.count, sizeof *groups, draft->fault);
    done = done && groups != NULL;
    for (size_t i = 0; done && i < sums.count; i++) {
        groups[i] = ((const struct group_sum *)hash_array_at(&sums, i))->shown;
        groups[i].share_percent = drafting_share(draft, groups[i].files);
    }
    if (done) {
        qsort(groups, sums.count, sizeof *groups, compare_groups);
        for (size_t i = 0; i < sums.count; i++)
            groups[i].rank = i + 1;
        draft->report->groups = groups;
        draft->report->group_count = sums.count;
    }
    hash_array_release(&sums);
    return done;
}

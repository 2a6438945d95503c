#include "report/triage_hosts.h"

#include "base/hash.h"
#include "report/host_causes.h"
#include "tally/text_budget.h"

static uint64_t key_of(const char *cause, const char *action)
{
    return hash_mix(hash_span(span_of(cause), 0),
                    action != NULL ? hash_span(span_of(action), 0) : 0);
}

/* What a pass over the servers does with a kind of backups that a server lacks. False with the
 * fault set. */
typedef bool visit_lacking(const struct builder *builder, size_t host,
                           struct lacking_hosts *lacking);

static bool visit_all(const struct builder *builder, struct triage_hosts *hosts,
                      visit_lacking *visit)
{
    const struct report *report = builder->report;
    for (size_t i = 0; i < report->host_count; i++)
        for (size_t k = 0; k < report->hosts[i].kind_count; k++) {
            const struct report_host_kind *kind = &report->hosts[i].kinds[k];
            bool is_new = false;
            if (!report_host_kind_is_lacking(kind))
                continue;
            struct lacking_hosts *lacking = hash_array_add(
                &hosts->causes, key_of(kind->cause, kind->cause_action), &is_new, builder->fault);
            if (lacking == NULL)
                return false;
            if (is_new)
                *lacking = (struct lacking_hosts){.first = i * HOST_KINDS + k,
                                                  .title = kind->cause_title,
                                                  .is_possible = kind->may_be_due_later};
            if (!visit(builder, i, lacking))
                return false;
        }
    return true;
}

static bool make_room(const struct builder *builder, size_t host, struct lacking_hosts *lacking)
{
    (void)builder, (void)host;
    lacking->capacity++;
    return true;
}

/* Both kinds of a server may lack for one cause. */
static bool add_name(const struct builder *builder, size_t host, struct lacking_hosts *lacking)
{
    struct span name = builder->report->hosts[host].name;
    if (lacking->names == NULL)
        lacking->names = arena_allocate(builder->arena, lacking->capacity, sizeof *lacking->names,
                                        builder->fault);
    if (lacking->names == NULL)
        return false;
    if (lacking->count == 0 || !span_equals(lacking->names[lacking->count - 1], name))
        lacking->names[lacking->count++] = name;
    return true;
}

bool triage_hosts_collect(const struct builder *builder, struct triage_hosts *hosts)
{
    return visit_all(builder, hosts, make_room) && visit_all(builder, hosts, add_name);
}

/* Those of more servers first, then those of the worst server, and of its worst kind; at the end
 * those that may have a current backup. */
static uint32_t urgency_of(const struct lacking_hosts *lacking)
{
    uint32_t most = UINT16_MAX - 1;
    uint32_t count = lacking->count < most ? (uint32_t)lacking->count : most;
    uint32_t weight = lacking->is_possible ? 1 : count + 1;
    uint32_t first = lacking->first < UINT16_MAX ? (uint32_t)lacking->first : UINT16_MAX;
    return UINT32_MAX - (weight << 16) + first;
}

/* The servers of that cause and action; NULL if there are none. */
static struct lacking_hosts *lacking_of(const struct triage_hosts *hosts, const char *cause,
                                        const char *action)
{
    uint32_t number = 0;
    if (cause == NULL || cause[0] == '\0' ||
        !hash_table_find(&hosts->causes.numbers, key_of(cause, action), &number))
        return NULL;
    return hash_array_at(&hosts->causes, number);
}

bool triage_hosts_are_lacking(const struct triage_hosts *hosts, const char *cause)
{
    return lacking_of(hosts, cause, NULL) != NULL;
}

void triage_hosts_promote(const struct triage_hosts *hosts, struct triage_item *items, size_t count)
{
    enum { CAUSE_COUNT = sizeof items->causes / sizeof *items->causes };
    for (size_t i = 0; i < count; i++) {
        struct lacking_hosts *lacking = NULL;
        for (size_t j = 0; j < CAUSE_COUNT && lacking == NULL; j++)
            lacking = lacking_of(hosts, items[i].causes[j], items[i].cause_action);
        if (lacking == NULL || items[i].leading_actions == 0)
            continue;
        /* Another item of the same cause, such as the same code in other words, adds nothing. */
        items[i].is_covered = lacking->is_taken;
        if (lacking->is_taken)
            continue;
        lacking->is_taken = true;
        items[i].tier = TRIAGE_NO_BACKUP;
        items[i].urgency = urgency_of(lacking);
        items[i].lacking = lacking->names;
        items[i].lacking_count = lacking->count;
        items[i].is_possible = lacking->is_possible;
    }
}

void triage_hosts_add_rest(const struct builder *builder, const struct triage_hosts *hosts,
                           struct triage_item *items, size_t *count)
{
    size_t error = 0;
    if (!catalog_error_by_symbol(builder->catalog, span_of(HOST_FAILED_SYMBOL), &error))
        return;
    const struct agent_error *row = catalog_error_at(builder->catalog, error);
    enum language language = builder->options->language;
    for (size_t i = 0; i < hosts->causes.count; i++) {
        struct lacking_hosts *lacking = hash_array_at(&hosts->causes, i);
        if (lacking->is_taken)
            continue;
        lacking->is_taken = true;
        items[(*count)++] = (struct triage_item){
            .title = lacking->title[0] != '\0' ? lacking->title : row->title[language],
            .category = catalog_category_at(builder->catalog, row->category)->name,
            .actions = row->actions[language],
            .keys = row->actions[LANGUAGE_EN],
            .leading_actions = row->action_count[LANGUAGE_EN] > 0,
            .reference = row->reference,
            .tier = TRIAGE_NO_BACKUP,
            .urgency = urgency_of(lacking),
            .is_inferred = true,
            .events = lacking->count,
            .at_risk = true,
            .hosts = lacking->names,
            .host_count = lacking->count,
            .lacking = lacking->names,
            .lacking_count = lacking->count,
            .is_possible = lacking->is_possible};
    }
}

bool triage_hosts_add_unknown(const struct builder *builder, struct triage_item *items,
                              size_t *count)
{
    const struct report *report = builder->report;
    uint64_t unknown = report->hosts_by_state[HOST_UNKNOWN];
    size_t error = 0;
    if (unknown == 0 || unknown == report->host_count ||
        !catalog_error_by_symbol(builder->catalog, span_of(HOST_UNKNOWN_SYMBOL), &error))
        return true;
    struct span *names = arena_allocate(builder->arena, unknown, sizeof *names, builder->fault);
    if (names == NULL)
        return false;
    size_t named = 0;
    for (size_t i = 0; i < report->host_count; i++)
        if (report->hosts[i].kinds[0].state == HOST_UNKNOWN &&
            !span_equals(report->hosts[i].name, span_of(UNKNOWN_HOST)))
            names[named++] = report->hosts[i].name;
    if (named == 0)
        return true;
    const struct agent_error *row = catalog_error_at(builder->catalog, error);
    enum language language = builder->options->language;
    items[(*count)++] =
        (struct triage_item){.title = row->title[language],
                             .category = catalog_category_at(builder->catalog, row->category)->name,
                             .actions = row->actions[language],
                             .keys = row->actions[LANGUAGE_EN],
                             .leading_actions = row->action_count[LANGUAGE_EN] > 0,
                             .reference = row->reference,
                             .tier = TRIAGE_UNKNOWN,
                             .is_inferred = true,
                             .hosts = names,
                             .host_count = named};
    return true;
}

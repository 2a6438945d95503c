#include "engine/message_probe.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "text/word_search.h"
#include "verdict/message_origin.h"
#include "verdict/verdict.h"

struct message_probe {
    struct ruleset *ruleset;
    const struct limits *limits;
    struct matcher *matcher; /* NULL until the first text is probed */
    bool has_message;        /* the current text does */
};

struct message_probe *message_probe_open(struct ruleset *ruleset, const struct limits *limits,
                                         struct fault *fault)
{
    struct message_probe *message_probe = memory_allocate(1, sizeof *message_probe, fault);
    if (message_probe != NULL)
        *message_probe = (struct message_probe){.ruleset = ruleset, .limits = limits};
    return message_probe;
}

void message_probe_close(struct message_probe *message_probe)
{
    if (message_probe == NULL)
        return;
    matcher_close(message_probe->matcher);
    memory_free(message_probe);
}

/* True if the record holds a message that only the agent writes. Numbers, symbols and generic words
 * also occur in notes and manuals. */
static bool holds_message(const struct catalog *catalog, const struct event *event)
{
    if (event->literal == EVENT_NO_LITERAL)
        return false;
    const struct catalog_message_pattern *pattern =
        catalog_message_pattern_at(catalog, event->literal);
    return !pattern->is_generic && !pattern->is_symbol &&
           message_origin_is_agent(event->text, pattern->text);
}

/* True for a failure with a number and a code together, "(ID 58 Details: ... (0x80070070))": only
 * jobs of DPM write that. */
static bool is_job_message(const struct verdict *verdict)
{
    return verdict->class == VERDICT_OTHER_FAILURE && verdict->has_code &&
           verdict->symbol.length > 0 && ascii_is_digit(verdict->symbol.bytes[0]);
}

/* True if the record names what makes backups or snapshots: then its failure is about these. */
static bool names_backup(struct span text)
{
    static const char *const names[] = {"volume shadow copy",
                                        "shadow copies",
                                        "vssadmin",
                                        "vss writer",
                                        "diskshadow",
                                        "wbadmin",
                                        "wbengine",
                                        "windows server backup",
                                        "windows backup",
                                        "azure backup",
                                        "azure recovery",
                                        "data protection manager",
                                        "cloudbackup",
                                        "cbengine",
                                        "obengine",
                                        "start-obbackup",
                                        "dpmra",
                                        "msdpm",
                                        "schattenkopie",
                                        "cliché instantané",
                                        "instantáneas de volumen",
                                        "copia shadow",
                                        "シャドウ コピー",
                                        "windows server バックアップ"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (word_search_contains(text, span_of(names[i])))
            return true;
    return false;
}

static bool probe_event(void *context, const struct event *event)
{
    struct message_probe *message_probe = context;
    const struct catalog *catalog = message_probe->ruleset->catalog;
    struct verdict verdict;
    if (message_probe->has_message)
        return true;
    if (!verdict_classify(catalog, event, /* scratch= */ NULL, &verdict, NULL))
        return false;
    bool is_failure = verdict.class == VERDICT_OTHER_FAILURE && verdict.has_code;
    message_probe->has_message = (verdict.has_error && holds_message(catalog, event)) ||
                                 is_job_message(&verdict) ||
                                 (is_failure && names_backup(event->text));
    return true;
}

static bool open_matcher(struct message_probe *message_probe, size_t dialect_index,
                         struct fault *fault)
{
    if (message_probe->matcher != NULL)
        return true;
    const struct rule_index *rule_index =
        ruleset_rule_index(message_probe->ruleset, dialect_index, fault);
    if (rule_index != NULL)
        message_probe->matcher = matcher_open(rule_index, message_probe->limits, NULL, fault);
    return message_probe->matcher != NULL;
}

bool message_probe_dialect(struct message_probe *message_probe, const struct block *head,
                           const struct dialect **dialect, struct fault *fault)
{
    const struct dialect_set *set = &message_probe->ruleset->dialects;
    const struct dialect *messages = dialect_set_find(set, MESSAGES_DIALECT);
    *dialect = NULL;
    if (messages == NULL)
        return true;
    message_probe->has_message = false;
    if (!open_matcher(message_probe, messages->index, fault) ||
        !matcher_match(message_probe->matcher, head, /* is_first= */ true, /* may_merge= */ false,
                       probe_event, message_probe, fault))
        return false;
    if (message_probe->has_message)
        *dialect = messages;
    return true;
}

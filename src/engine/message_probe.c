#include "engine/message_probe.h"

#include "base/memory.h"
#include "verdict/message_origin.h"
#include "verdict/verdict.h"

static const char messages[] = "messages";

struct message_probe {
    struct ruleset *ruleset;
    const struct limits *limits;
    struct matcher *matcher; /* NULL until a text is listened to */
    bool is_agents;
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

/* Whether the record says a message of the agent, and not only a number, a symbol or words that
 * others say as well: those stand in notes and manuals, too. */
static bool says_message(const struct catalog *catalog, const struct event *event)
{
    if (event->literal == EVENT_NO_LITERAL)
        return false;
    const struct catalog_message_pattern *fragment =
        catalog_message_pattern_at(catalog, event->literal);
    return !fragment->is_generic && !fragment->is_symbol &&
           message_origin_is_agent(event->text, fragment->text);
}

static bool hear(void *context, const struct event *event)
{
    struct message_probe *message_probe = context;
    const struct catalog *catalog = message_probe->ruleset->catalog;
    struct verdict verdict;
    if (message_probe->is_agents)
        return true;
    if (!verdict_classify(catalog, event, /* scratch= */ NULL, &verdict, NULL))
        return false;
    message_probe->is_agents = verdict.has_error && says_message(catalog, event);
    return true;
}

static bool open_matcher(struct message_probe *message_probe, size_t number, struct fault *fault)
{
    if (message_probe->matcher != NULL)
        return true;
    const struct rule_index *rule_index = ruleset_rulebook(message_probe->ruleset, number, fault);
    if (rule_index != NULL)
        message_probe->matcher = matcher_open(rule_index, message_probe->limits, fault);
    return message_probe->matcher != NULL;
}

bool message_probe_dialect(struct message_probe *message_probe, const struct block *head,
                           const struct dialect **dialect, struct fault *fault)
{
    const struct dialect_set *set = &message_probe->ruleset->dialects;
    const struct dialect *wanted = dialect_set_find(set, messages);
    *dialect = NULL;
    if (wanted == NULL)
        return true;
    message_probe->is_agents = false;
    if (!open_matcher(message_probe, wanted->index, fault) ||
        !matcher_match(message_probe->matcher, head, /* is_first= */ true, /* may_merge= */ false,
                       hear, message_probe, fault))
        return false;
    if (message_probe->is_agents)
        *dialect = wanted;
    return true;
}

#include "engine/message_probe.h"

#include "base/memory.h"
#include "verdict/message_origin.h"
#include "verdict/verdict.h"

static const char messages[] = "messages";

struct listening {
    struct library *library;
    const struct limits *limits;
    struct matcher *matcher; /* NULL until a text is listened to */
    bool is_agents;
};

struct listening *listening_open(struct library *library, const struct limits *limits,
                                 struct fault *fault)
{
    struct listening *listening = memory_allocate(1, sizeof *listening, fault);
    if (listening != NULL)
        *listening = (struct listening){.library = library, .limits = limits};
    return listening;
}

void listening_close(struct listening *listening)
{
    if (listening == NULL)
        return;
    matcher_close(listening->matcher);
    memory_free(listening);
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
    struct listening *listening = context;
    const struct catalog *catalog = listening->library->catalog;
    struct verdict verdict;
    if (listening->is_agents)
        return true;
    verdict_read(catalog, event, &verdict);
    listening->is_agents = verdict.has_error && says_message(catalog, event);
    return true;
}

static bool open_matcher(struct listening *listening, size_t number, struct fault *fault)
{
    if (listening->matcher != NULL)
        return true;
    const struct rule_index *rule_index = library_rulebook(listening->library, number, fault);
    if (rule_index != NULL)
        listening->matcher = matcher_open(rule_index, listening->limits, fault);
    return listening->matcher != NULL;
}

bool listening_dialect(struct listening *listening, const struct block *head,
                       const struct dialect **dialect, struct fault *fault)
{
    const struct dialect_set *set = &listening->library->dialects;
    const struct dialect *wanted = dialect_set_find(set, messages);
    size_t number = 0;
    *dialect = NULL;
    if (wanted == NULL)
        return true;
    while (set->dialects[number] != wanted)
        number++;
    listening->is_agents = false;
    if (!open_matcher(listening, number, fault) ||
        !matcher_match(listening->matcher, head, true, false, hear, listening, fault))
        return false;
    if (listening->is_agents)
        *dialect = wanted;
    return true;
}

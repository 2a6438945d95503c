#include "grammar/match/step_limit.h"

#include "grammar/match/matcher_private.h"

void step_limit_note(struct matcher *matcher, struct event *event, const char *name)
{
    for (size_t i = 0; i < event->limited_rule_count; i++)
        if (matcher->limited_rules[i] == name)
            return;
    matcher->limited_rules[event->limited_rule_count++] = name;
    event->limited_rules = matcher->limited_rules;
}

void step_limit_note_rule(struct matcher *matcher, struct event *event, uint32_t rule)
{
    step_limit_note(matcher, event, matcher->rule_index->dialect->rules[rule].name);
}

#include "grammar/match/step_limit.h"

#include <string.h>

#include "grammar/match/matcher_private.h"

/* Records of a block on which a rule may reach its step limit. */
enum { MAX_LIMITED_RECORDS = 8 };

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
    if (!step_limit_is_spent(matcher, rule))
        matcher->limits_of_rule[rule]++;
    step_limit_note(matcher, event, matcher->rule_index->dialect->rules[rule].name);
}

bool step_limit_is_spent(const struct matcher *matcher, uint32_t rule)
{
    return matcher->limits_of_rule[rule] >= MAX_LIMITED_RECORDS;
}

void step_limit_begin_block(struct matcher *matcher)
{
    memset(matcher->limits_of_rule, 0, matcher->rule_index->dialect->rule_count);
}

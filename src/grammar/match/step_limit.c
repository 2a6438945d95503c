#include "grammar/match/matcher_private.h"

void step_limit_note(struct matcher *matcher, struct event *event, const char *name)
{
    for (size_t i = 0; i < event->gave_up; i++)
        if (matcher->undecided[i] == name)
            return;
    matcher->undecided[event->gave_up++] = name;
    event->undecided = matcher->undecided;
}

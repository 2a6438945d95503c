#include "verdict/reported_message.h"

#include "verdict/message_origin.h"

bool reported_message_find(const struct catalog *catalog, const struct event *event, size_t *error)
{
    if (event->literal == EVENT_NO_LITERAL)
        return false;
    const struct catalog_message_pattern *pattern =
        catalog_message_pattern_at(catalog, event->literal);
    if (pattern->is_generic && !event->is_record &&
        !message_origin_is_agent(event->text, pattern->text))
        return false;
    *error = pattern->error;
    return true;
}

#include "input/source_state.h"

#include <string.h>

#include "base/buffer.h"
#include "input/display_name.h"
#include "input/host_name.h"

bool source_state_count_member(struct source_state *reading, const char *member)
{
    const struct limits *limits = reading->options->limits;
    reading->member_count++;
    reading->name_bytes += strlen(member);
    bool are_many = reading->member_count > limits->max_members;
    if (!are_many && reading->name_bytes <= limits->max_name_bytes)
        return true;
    if (!reading->has_too_many_members)
        source_state_limit(reading, are_many ? LIMIT_max_members : LIMIT_max_name_bytes, member);
    reading->has_too_many_members = true;
    return false;
}

void source_state_skip(const struct source_state *reading, const char *member,
                       enum skip_reason reason, const char *detail)
{
    const struct source_handler *handler = reading->handler;
    handler->skip(handler->context, reading->source, member, reason, detail);
}

void source_state_problem(const struct source_state *reading, const char *member,
                          const char *sentence)
{
    const struct source_handler *handler = reading->handler;
    handler->problem(handler->context, reading->source, member, sentence);
}

void source_state_limit(const struct source_state *reading, enum limit_id id, const char *member)
{
    const struct source_handler *handler = reading->handler;
    handler->limit(handler->context, id, reading->source, member);
}

bool source_state_host(const struct source_state *reading, const char *member, struct buffer *host,
                       struct fault *fault)
{
    struct span source = display_name_last_part(span_of(reading->source), false);
    struct buffer place = {0};
    bool done = buffer_append(&place, source, fault);
    if (done && member[0] != '\0')
        done =
            buffer_append_byte(&place, '/', fault) && buffer_append(&place, span_of(member), fault);
    host->length = 0;
    done = done && buffer_append(host, host_name_of_place(buffer_span(&place)), fault) &&
           buffer_append_byte(host, '\0', fault);
    buffer_release(&place);
    return done;
}

#include "input/source_state.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "input/host_name.h"

bool source_state_count_member(struct source_state *state, const char *member)
{
    const struct limits *limits = state->options->limits;
    state->member_count++;
    state->name_bytes += strlen(member);
    bool has_too_many = state->member_count > limits->max_members;
    if (!has_too_many && state->name_bytes <= limits->max_name_bytes)
        return true;
    if (!state->has_too_many_members)
        source_state_limit(state, has_too_many ? LIMIT_max_members : LIMIT_max_name_bytes, member);
    state->has_too_many_members = true;
    return false;
}

void source_state_skip(const struct source_state *state, const char *member,
                       enum skip_reason reason, const char *detail)
{
    const struct source_handler *handler = state->handler;
    handler->report_skip(handler->context, state->source, member, reason, detail);
}

void source_state_problem(const struct source_state *state, const char *member,
                          const char *sentence)
{
    const struct source_handler *handler = state->handler;
    handler->report_problem(handler->context, state->source, member, sentence);
}

void source_state_system_problem(const struct source_state *state, const char *member,
                                 const char *what, int reason)
{
    char sentence[128];
    snprintf(sentence, sizeof sentence, "%s: %s", what, strerror(reason));
    source_state_problem(state, member, sentence);
}

void source_state_limit(const struct source_state *state, enum limit_id id, const char *member)
{
    const struct source_handler *handler = state->handler;
    handler->report_limit(handler->context, id, state->source, member);
}

bool source_state_host(const struct source_state *state, const char *member, struct buffer *host,
                       struct fault *fault)
{
    struct buffer place = {0};
    host->length = 0;
    bool done = host_name_write_place(state->options->inputs, span_of(state->source),
                                      span_of(member), &place, fault) &&
                buffer_append(host, host_name_of_place(buffer_span(&place)), fault) &&
                buffer_append_byte(host, '\0', fault);
    buffer_release(&place);
    return done;
}

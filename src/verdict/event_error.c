#include "verdict/event_error.h"

#include "verdict/channel_event.h"
#include "verdict/job_statement.h"
#include "verdict/provider_event.h"
#include "verdict/reported_message.h"

/* Numbers of the agent, and not Win32 errors, even where a code is expected. */
enum { LEAST_AGENT_NUMBER = 0x8000, MOST_AGENT_NUMBER = 999999 };

bool event_error_is_finding(const struct agent_error *error)
{
    return error->code == 0 && !error->is_wrapper;
}

struct agent_error_number event_error_number(const struct catalog *catalog,
                                             const struct event *event, bool is_stated)
{
    struct agent_error_number number = {0};
    if (is_stated && job_statement_read_number(catalog, event, &number))
        return number;
    if (!is_stated && event->fields[FIELD_ID].length > 0)
        return agent_error_number_read(catalog, event->fields[FIELD_ID]);
    agent_error_number_find(catalog, event->body, &number);
    return number;
}

/* Finds the agent error that the record names other than by its number: by symbol, then by message,
 * then by its failure code. */
static bool find_error(const struct catalog *catalog, const struct event *event,
                       const uint32_t *code, size_t *error)
{
    /* "error code: 0x186A2" is too short for a failure code: it is a number of the agent. */
    if (code != NULL && *code >= LEAST_AGENT_NUMBER && *code <= MOST_AGENT_NUMBER &&
        catalog_error_by_id(catalog, *code, error))
        return true;
    struct span symbol = channel_event_symbol(event);
    if (symbol.length > 0 && catalog_error_by_symbol(catalog, symbol, error))
        return true;
    if (provider_event_find(catalog, event, error))
        return true;
    bool has_message = reported_message_find(catalog, event, error);
    if (has_message && event_error_is_finding(catalog_error_at(catalog, *error)))
        return true;
    return (code != NULL && catalog_error_by_code(catalog, *code, error)) || has_message;
}

bool event_error_find(const struct catalog *catalog, const struct event *event,
                      const struct agent_error_number *number, const uint32_t *code, size_t *error)
{
    bool is_wrapper = number->is_known && catalog_error_at(catalog, number->error)->is_wrapper;
    if (number->is_known && !is_wrapper) {
        *error = number->error;
        return true;
    }
    size_t wrapper = number->error;
    if (find_error(catalog, event, code, error))
        return true;
    *error = wrapper;
    return is_wrapper;
}

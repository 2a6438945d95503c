#include "verdict/event_code.h"

#include "text/code_notation.h"
#include "verdict/failure_code.h"
#include "verdict/job_statement.h"
#include "verdict/number_context.h"

bool event_code_read(const struct catalog *catalog, const struct event *event, bool is_stated,
                     uint32_t *code)
{
    size_t start = 0;
    if (is_stated)
        return job_statement_read_code(catalog, event, code);
    if (event->fields[FIELD_CODE].length > 0 && event->class == VERDICT_FAILED_FILE)
        return code_notation_read_code(event->fields[FIELD_CODE], code) ||
               code_notation_read_win32(event->fields[FIELD_CODE], code);
    if (event->fields[FIELD_CODE].length > 0)
        return failure_code_read(event->body, event->fields[FIELD_CODE], code);
    return event->class == VERDICT_FAILED_FILE && event->fields[FIELD_MESSAGE].length > 0 &&
           catalog_system_message(catalog, event->fields[FIELD_MESSAGE], code, &start);
}

bool event_code_is_no_failure(const struct event *event, bool has_code)
{
    const struct span *fields = event->fields;
    return event->class == VERDICT_OTHER_FAILURE && !has_code && fields[FIELD_CODE].length > 0 &&
           fields[FIELD_STATE].length == 0 && fields[FIELD_LEVEL].length == 0 &&
           fields[FIELD_EVENT].length == 0 && fields[FIELD_PROVIDER].length == 0 &&
           !number_context_names_failure(event->body);
}

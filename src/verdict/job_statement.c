#include "verdict/job_statement.h"

#include "base/ascii.h"
#include "text/code_notation.h"
#include "text/log_date.h"

/* What is greater is a failure code. */
enum { GREATEST_AGENT_NUMBER = 0xFFFFFF };

struct job_statement job_statement_of(const struct event *event)
{
    const struct span *fields = event->fields;
    struct job_statement statement = {.is_stated = fields[FIELD_STATE].length > 0 &&
                                                   event->class != VERDICT_FRAME &&
                                                   !event->is_doubtful};
    if (!statement.is_stated)
        return statement;
    statement.state = state_word_read(fields[FIELD_STATE]);
    statement.type = state_word_read_type(fields[FIELD_TYPE]);
    statement.item = span_trim(fields[FIELD_ITEM]);
    if (fields[FIELD_END].length > 0)
        statement.end = log_date_read(fields[FIELD_END], (struct span){0});
    return statement;
}

struct span job_statement_guid(const struct event *event)
{
    struct span guid = span_trim(event->fields[FIELD_JOB]);
    if (guid.length > 2 && guid.bytes[0] == '{' && guid.bytes[guid.length - 1] == '}')
        guid = span_slice(guid, 1, guid.length - 1);
    for (size_t i = 0; i < guid.length; i++)
        if (guid.bytes[i] != '0' && guid.bytes[i] != '-')
            return guid;
    return (struct span){0};
}

/* Parses up to eight hexadecimal digits. */
static bool read_digits(struct span digits, uint32_t *value)
{
    enum { MOST_DIGITS = 8 };
    *value = 0;
    for (size_t i = 0; i < digits.length; i++) {
        int digit = ascii_hex_digit(digits.bytes[i]);
        if (digit < 0)
            return false;
        *value = *value * 16 + (uint32_t)digit;
    }
    return digits.length > 0 && digits.length <= MOST_DIGITS;
}

static bool is_known(const struct catalog *catalog, uint32_t value)
{
    size_t error = 0;
    return catalog_error_by_id(catalog, value, &error);
}

static bool read_number(const struct catalog *catalog, struct span text, uint32_t *value)
{
    uint32_t decimal = 0;
    uint32_t hex = 0;
    text = span_trim(text);
    bool is_code = code_notation_read_code(text, value);
    if (!is_code) {
        bool is_decimal = code_notation_read_id(text, &decimal);
        bool is_hex = read_digits(text, &hex);
        bool prefers_hex = !is_decimal || (!is_known(catalog, decimal) && is_known(catalog, hex));
        if (!is_decimal && !is_hex)
            return false;
        *value = is_hex && prefers_hex ? hex : decimal;
    }
    return *value != 0;
}

bool job_statement_read_code(const struct catalog *catalog, const struct event *event,
                             uint32_t *code)
{
    if (read_number(catalog, event->fields[FIELD_CODE], code))
        return true;
    return read_number(catalog, event->fields[FIELD_ID], code) && *code > GREATEST_AGENT_NUMBER;
}

bool job_statement_read_number(const struct catalog *catalog, const struct event *event,
                               struct agent_error_number *number)
{
    uint32_t id = 0;
    if (!read_number(catalog, event->fields[FIELD_ID], &id) || id > GREATEST_AGENT_NUMBER)
        return false;
    number->digits = event->fields[FIELD_ID];
    number->is_known = catalog_error_by_id(catalog, id, &number->error);
    return true;
}

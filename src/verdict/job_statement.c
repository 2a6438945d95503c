#include "verdict/job_statement.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/code_notation.h"
#include "text/log_date.h"

/* A number that is greater is a failure code. */
enum { GREATEST_AGENT_NUMBER = 0xFFFFFF, GUID_BYTES = 36 };

/* The severity bit of an HRESULT. */
#define FAILURE_BIT UINT32_C(0x80000000)

/* True if `text` has both cells, as a record without a message is shown by all its cells. */
static bool contains_cells(struct span text, struct span cell, struct span other)
{
    return cell.length > 0 && other.length > 0 && span_find(text, cell) < text.length &&
           span_find(text, other) < text.length;
}

static bool is_failure_code(struct span text)
{
    uint32_t code = 0;
    return code_notation_read_code(span_trim(text), &code) && (code & FAILURE_BIT) != 0;
}

/* True for 0 in any notation. */
static bool is_zero(struct span text)
{
    text = span_trim(text);
    if (span_starts_with_ignoring_case(text, span_of("0x")))
        text = span_slice(text, 2, text.length);
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != '0')
            return false;
    return text.length > 0;
}

/* False for a code of success, and for the cells of a record without words. */
static bool names_reason(const struct span *fields)
{
    struct span text = span_trim(fields[FIELD_MESSAGE]);
    return text.length > 0 && !is_zero(text) &&
           !contains_cells(text, fields[FIELD_STATE], fields[FIELD_DATE]) &&
           !contains_cells(text, fields[FIELD_STATE], fields[FIELD_JOB]);
}

static bool names_number(struct span text)
{
    text = span_trim(text);
    return text.length > 0 && !span_equals(text, span_of("0"));
}

/* True if a column for numbers of errors gives one. */
static bool names_error(const struct span *fields)
{
    struct span number = span_trim(fields[FIELD_ID]);
    return is_failure_code(fields[FIELD_CODE]) ||
           (number.length > 0 && ascii_hex_digit(number.bytes[0]) >= 0 && !is_zero(number));
}

/* The state may be the result's code. A job that is over, "Completed", with the number of an error
 * has failed; so has one whose state no word tells, as where a tool prints the number of the state.
 */
static enum stated_state read_state(const struct span *fields)
{
    if (is_zero(fields[FIELD_STATE]))
        return STATED_SUCCESS;
    if (is_failure_code(fields[FIELD_STATE]))
        return STATED_FAILURE;
    enum stated_state state = state_word_read(fields[FIELD_STATE]);
    bool is_over = state == STATED_SUCCESS || state == STATED_NOTHING;
    return is_over && names_error(fields) ? STATED_FAILURE : state;
}

/* True for a moment that is a bare count of seconds or milliseconds since 1970: programs of other
 * makers write so, and none that reports on the agent's jobs. */
static bool is_clock_count(struct span text)
{
    enum { SECOND_DIGITS = 10, MILLISECOND_DIGITS = 13 };
    text = span_trim(text);
    for (size_t i = 0; i < text.length; i++)
        if (!ascii_is_digit(text.bytes[i]))
            return false;
    return text.length == SECOND_DIGITS || text.length == MILLISECOND_DIGITS;
}

/* False for what is said of something else: a record without a job's type, ID or end, in which no
 * word tells how a job ended, as an alert on a vault, or one on deleted backups, which "warns"; and
 * for a job of another maker's program, which does not say what kind of job it is. */
static bool is_on_job(const struct span *fields)
{
    if (fields[FIELD_STATE].length == 0 ||
        (fields[FIELD_TYPE].length == 0 && is_clock_count(fields[FIELD_DATE])))
        return false;
    if (fields[FIELD_TYPE].length > 0 || fields[FIELD_JOB].length > 0 ||
        fields[FIELD_END].length > 0)
        return true;
    return read_state(fields) != STATED_NOTHING &&
           state_word_read_type(fields[FIELD_STATE]) != STATED_MANAGEMENT;
}

/* True for 36 hexadecimal digits and dashes, as a GUID without braces has. */
static bool is_guid(struct span text)
{
    if (text.length != GUID_BYTES)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_dash ? text.bytes[i] != '-' : ascii_hex_digit(text.bytes[i]) < 0)
            return false;
    }
    return true;
}

/* Returns the GUID that the text is, begins with, as an activity's ID does ("GUID-2024-07-20
 * 17:47:38Z-PS"), or ends with; the whole text if it is none. */
static struct span guid_of(struct span text)
{
    text = span_trim(text);
    if (text.length > 2 && text.bytes[0] == '{' && text.bytes[text.length - 1] == '}')
        text = span_slice(text, 1, text.length - 1);
    if (text.length < GUID_BYTES)
        return text;
    struct span start = span_slice(text, 0, GUID_BYTES);
    struct span end = span_slice(text, text.length - GUID_BYTES, text.length);
    return is_guid(start) ? start : is_guid(end) ? end : text;
}

struct span job_statement_item(const struct event *event)
{
    struct span item = span_trim(event->fields[FIELD_ITEM]);
    struct span guid = guid_of(item);
    size_t rest = item.length - guid.length;
    if (rest > 0 && guid.bytes == item.bytes)
        return span_trim(span_slice(item, guid.length, item.length));
    return rest > 0 && guid.bytes == item.bytes + rest ? span_trim(span_slice(item, 0, rest))
                                                       : item;
}

struct job_statement job_statement_of(const struct event *event)
{
    const struct span *fields = event->fields;
    struct job_statement statement = {
        .is_stated = is_on_job(fields) && event->class != VERDICT_FRAME && !event->is_doubtful &&
                     (event->class != VERDICT_FINDING || read_state(fields) == STATED_FAILURE)};
    if (!statement.is_stated)
        return statement;
    statement.has_reason =
        names_reason(fields) || fields[FIELD_SYMBOL].length > 0 || names_number(fields[FIELD_ID]);
    statement.has_start = fields[FIELD_DATE].length > 0;
    statement.state = read_state(fields);
    /* "Restore Failure" names both. */
    statement.type =
        state_word_read_type(fields[fields[FIELD_TYPE].length > 0 ? FIELD_TYPE : FIELD_STATE]);
    if (!code_notation_read_id(span_trim(fields[FIELD_ID]), &statement.error))
        statement.error = 0;
    statement.item = job_statement_item(event);
    if (fields[FIELD_END].length > 0)
        statement.end = log_date_read(fields[FIELD_END], (struct span){0});
    if (fields[FIELD_GOOD].length > 0)
        statement.last_good = log_date_read(fields[FIELD_GOOD], (struct span){0});
    return statement;
}

struct span job_statement_guid(const struct event *event)
{
    struct span guid = guid_of(event->fields[FIELD_JOB]);
    struct span name = guid_of(event->fields[FIELD_ITEM]);
    if (is_guid(name) && !is_guid(span_trim(event->fields[FIELD_JOB])))
        guid = name; /* the name of a job in lists of the service is its ID */
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

/* Finds the first failure code in a text, "... (0x80070005)". */
static bool find_code(struct span text, uint32_t *code)
{
    enum { CODE_BYTES = 10 };
    static const char *const starts[] = {"0x8", "0xC", "0xc", "0x9"};
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        size_t at = span_find(text, span_of(starts[i]));
        size_t end = at + CODE_BYTES;
        if (end <= text.length && (end == text.length || ascii_hex_digit(text.bytes[end]) < 0) &&
            code_notation_read_code(span_slice(text, at, end), code))
            return true;
    }
    return false;
}

bool job_statement_read_code(const struct catalog *catalog, const struct event *event,
                             uint32_t *code)
{
    if (read_number(catalog, event->fields[FIELD_CODE], code))
        return true;
    if (read_number(catalog, event->fields[FIELD_ID], code) && *code > GREATEST_AGENT_NUMBER)
        return true;
    return find_code(event->fields[FIELD_MESSAGE], code);
}

/* Returns the last word of the message, which is the number where a console puts it below the words
 * of the error. A number of another length may be anything. */
static struct span last_word(struct span message)
{
    enum { LEAST_BYTES = 6, MOST_BYTES = 7 }; /* 100037, 0x186C5 */
    message = span_trim(message);
    size_t start = message.length;
    while (start > 0 && !span_is_blank(message.bytes[start - 1]))
        start--;
    struct span word = span_slice(message, start, message.length);
    bool is_of_number = word.length >= LEAST_BYTES && word.length <= MOST_BYTES;
    return is_of_number ? word : (struct span){0};
}

bool job_statement_read_detail(const struct event *event, uint32_t code, uint32_t *detail)
{
    uint32_t found = code;
    struct span rest = event->fields[FIELD_MESSAGE];
    if (find_code(rest, &found) && found != code) {
        *detail = found;
        return true;
    }
    while ((rest = span_trim(rest)).length > 0) {
        size_t end = 0;
        while (end < rest.length && !span_is_blank(rest.bytes[end]))
            end++;
        struct span word = span_slice(rest, 0, end);
        bool is_number = ascii_is_digit(word.bytes[0]) || word.bytes[0] == '-';
        if (is_number && is_failure_code(word) && code_notation_read_code(word, &found) &&
            found != code) {
            *detail = found;
            return true;
        }
        rest = span_slice(rest, end, rest.length);
    }
    return false;
}

bool job_statement_read_number(const struct catalog *catalog, const struct event *event,
                               struct agent_error_number *number)
{
    uint32_t id = 0;
    struct span digits = event->fields[FIELD_ID];
    bool is_number = read_number(catalog, digits, &id);
    if (!is_number) {
        /* The service's reports have names and numbers of the agent in one column. */
        digits = event->fields[FIELD_SYMBOL];
        is_number = read_number(catalog, digits, &id) && is_known(catalog, id);
    }
    if (!is_number) {
        digits = last_word(event->fields[FIELD_MESSAGE]);
        is_number = code_notation_read_id(digits, &id) && is_known(catalog, id);
    }
    if (!is_number || id == 0 || id > GREATEST_AGENT_NUMBER)
        return false;
    number->digits = digits;
    number->is_known = catalog_error_by_id(catalog, id, &number->error);
    return true;
}

#include "verdict/host_field.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/placeholder_name.h"
#include "verdict/job_statement.h"

/* True for the full name of a server, "fs01.corp.example": three labels or more, the last one of
 * letters. */
static bool is_full_name(struct span text)
{
    size_t dots = 0;
    bool is_last_of_letters = true;
    for (size_t i = 0; i < text.length; i++) {
        bool is_dot = text.bytes[i] == '.';
        if (!is_dot && text.bytes[i] != '-' && !ascii_is_letter(text.bytes[i]) &&
            !ascii_is_digit(text.bytes[i]))
            return false;
        dots += is_dot;
        is_last_of_letters = is_dot || (is_last_of_letters && ascii_is_letter(text.bytes[i]));
    }
    return dots > 1 && is_last_of_letters && text.bytes[text.length - 1] != '.';
}

/* True for what the service lists of a server: a database behind its instance, or what the agent
 * calls so. Behind a volume the name may be that of the volume. */
static bool is_of_server(struct span item)
{
    static const char *const items[] = {"System State", "SystemState", "FileFolder",
                                        "Files and folders"};
    bool is_item = false;
    for (size_t i = 0; i < COUNT_OF(items); i++)
        is_item = is_item || span_equals_ignoring_case(item, span_of(items[i]));
    return is_item || span_find_byte(item, '/') < item.length;
}

/* The server's name behind the item that the service lists: "MSSQLSERVER/db [sql01.corp.example]",
 * "System State [fs01]"; empty without one. A name without dots counts behind what only servers
 * have. */
static struct span name_in_brackets(struct span item)
{
    size_t open = span_find(item, span_of(" ["));
    if (open == item.length || item.bytes[item.length - 1] != ']')
        return (struct span){0};
    struct span name = span_slice(item, open + 2, item.length - 1);
    bool is_word = name.length > 0 && ascii_is_letter(name.bytes[0]);
    for (size_t i = 0; i < name.length; i++)
        is_word = is_word && (ascii_is_letter_or_digit(name.bytes[i]) || name.bytes[i] == '-');
    return is_full_name(name) || (is_word && is_of_server(span_slice(item, 0, open)))
               ? name
               : (struct span){0};
}

/* The server that a job's item is or names; empty if it is neither. */
static struct span host_of_item(struct span item)
{
    return is_full_name(item) ? item : name_in_brackets(item);
}

struct span host_field_read(const struct event *event)
{
    bool is_stated = event->fields[FIELD_STATE].length > 0;
    if (event->fields[FIELD_HOST].length == 0 && !is_stated) /* most records */
        return (struct span){0};
    struct span host = span_trim(event->fields[FIELD_HOST]);
    /* The portal lists a job of the agent under the name of its server; what forwards the list or
     * searches it is another one. */
    struct span of_item = {0};
    if (is_stated && (host.length == 0 || event->has_outer_host))
        of_item = host_of_item(job_statement_item(event));
    if (of_item.length > 0)
        host = of_item;
    if (placeholder_name_is(host))
        return (struct span){0};
    while (host.length > 0 &&
           (host.bytes[host.length - 1] == '.' || host.bytes[host.length - 1] == '-'))
        host.length--;
    return host;
}

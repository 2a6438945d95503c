#include "verdict/host_field.h"

#include "base/ascii.h"
#include "text/placeholder_name.h"

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

struct span host_field_read(const struct event *event)
{
    bool is_stated = event->fields[FIELD_STATE].length > 0;
    if (event->fields[FIELD_HOST].length == 0 && !is_stated) /* most records */
        return (struct span){0};
    struct span host = span_trim(event->fields[FIELD_HOST]);
    /* The portal lists a job of the agent under the name of its server; what forwards the list or
     * searches it is another one. */
    if ((host.length == 0 || event->has_outer_host) && is_stated &&
        is_full_name(span_trim(event->fields[FIELD_ITEM])))
        host = span_trim(event->fields[FIELD_ITEM]);
    if (placeholder_name_is(host))
        return (struct span){0};
    while (host.length > 0 &&
           (host.bytes[host.length - 1] == '.' || host.bytes[host.length - 1] == '-'))
        host.length--;
    return host;
}

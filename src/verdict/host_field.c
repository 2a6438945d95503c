#include "verdict/host_field.h"

struct span host_field_read(const struct event *event)
{
    struct span host = span_trim(event->fields[FIELD_HOST]);
    for (size_t i = 0; i < host.length; i++)
        if (host.bytes[i] == '<' || host.bytes[i] == '>' || host.bytes[i] == '%')
            return (struct span){0};
    while (host.length > 0 &&
           (host.bytes[host.length - 1] == '.' || host.bytes[host.length - 1] == '-'))
        host.length--;
    return host;
}

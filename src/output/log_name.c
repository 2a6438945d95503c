#include "output/log_name.h"

struct span log_name(struct span source, struct span member, struct buffer *scratch,
                     struct fault *fault)
{
    if (member.length == 0)
        return source;
    scratch->length = 0;
    if (!buffer_append(scratch, source, fault) || !buffer_append_byte(scratch, '/', fault) ||
        !buffer_append(scratch, member, fault))
        return source;
    return buffer_span(scratch);
}

struct span log_name_of_place(const struct report *report, struct place place,
                              struct buffer *scratch, struct fault *fault)
{
    if (place.log >= report->log_count)
        return (struct span){0};
    const struct report_log *log = &report->logs[place.log];
    return log_name(log->source, log->member, scratch, fault);
}

#include "output/write/log_place.h"

#include "text/log_name.h"

struct span log_place_name(const struct report *report, struct place place, struct buffer *scratch,
                           struct fault *fault)
{
    if (place.log >= report->log_count)
        return (struct span){0};
    const struct report_log *log = &report->logs[place.log];
    return log_name(log->source, log->member, scratch, fault);
}

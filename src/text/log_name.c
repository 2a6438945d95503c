#include "text/log_name.h"

struct span log_name(struct span source, struct span member, struct buffer *scratch,
                     struct fault *fault)
{
    if (member.length == 0)
        return source;
    bool has_slash = source.length > 0 && source.bytes[source.length - 1] == '/';
    scratch->length = 0;
    if (!buffer_append(scratch, source, fault) ||
        (!has_slash && !buffer_append_byte(scratch, '/', fault)) ||
        !buffer_append(scratch, member, fault))
        return source;
    return buffer_span(scratch);
}

/* For memrchr. */
#define _GNU_SOURCE
#include "engine/skipped_file.h"

#include <string.h>

#include "input/display_name.h"

const char *skipped_file_reason(enum skip_reason reason)
{
    static const char *const names[] = {[SKIP_NOT_TEXT] = "not-text",
                                        [SKIP_PACKED] = "not-text",
                                        [SKIP_UNKNOWN_BYTES] = "not-text",
                                        [SKIP_UNKNOWN_TEXT] = "unknown-text",
                                        [SKIP_FAILURE_TEXT] = "text-with-failures",
                                        [SKIP_EMPTY] = "empty",
                                        [SKIP_LINK] = "link",
                                        [SKIP_SPECIAL] = "special"};
    return names[reason];
}

static struct span without_suffix(struct span name)
{
    const char *dot = name.length > 0 ? memrchr(name.bytes, '.', name.length) : NULL;
    return dot == NULL ? name : span_slice(name, 0, (size_t)(dot - name.bytes));
}

const char *skipped_file_problem(const struct dialect_set *dialects, const char *member,
                                 enum skip_reason reason, struct pattern_scratch *scratch)
{
    struct span name = display_name_last_part(span_of(member), /* has_backslashes= */ true);
    if (reason == SKIP_UNKNOWN_BYTES && dialect_set_has_name(dialects, name, scratch))
        return "named as a log, but it holds no text";
    if (reason == SKIP_PACKED && dialect_set_has_name(dialects, without_suffix(name), scratch))
        return "packed in a format that is not read; unpack it and give what was in it";
    return NULL;
}

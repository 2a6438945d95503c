#include "input/not_log.h"

#include <stdio.h>

static void report_named(const struct source_state *state, const char *member,
                         const struct not_log *not_log)
{
    char sentence[160];
    snprintf(sentence, sizeof sentence, "%s (%s)",
             not_log->content == CONTENT_PACKED
                 ? "packed in a format that is not read; unpack it and give what was in it"
                 : "not text; give a log of the agent, or a folder or archive that has some",
             not_log->word);
    source_state_problem(state, member, sentence);
}

static enum skip_reason reason_of(enum content_type content)
{
    return content == CONTENT_EMPTY     ? SKIP_EMPTY
           : content == CONTENT_PACKED  ? SKIP_PACKED
           : content == CONTENT_UNKNOWN ? SKIP_UNKNOWN_BYTES
                                        : SKIP_NOT_TEXT;
}

void not_log_report(const struct source_state *state, const char *member,
                    const struct not_log *not_log)
{
    bool is_empty = not_log->content == CONTENT_EMPTY;
    if (is_empty && not_log->problem != NULL)
        source_state_problem(state, member, not_log->problem);
    else if (not_log->named_directly)
        report_named(state, member, not_log);
    else
        source_state_skip(state, member, reason_of(not_log->content), not_log->word);
}

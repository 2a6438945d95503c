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

void not_log_report(const struct source_state *state, const char *member,
                    const struct not_log *not_log)
{
    bool is_empty = not_log->content == CONTENT_EMPTY;
    if (is_empty && not_log->problem != NULL)
        source_state_problem(state, member, not_log->problem);
    else if (not_log->named_directly)
        report_named(state, member, not_log);
    else
        source_state_skip(state, member, is_empty ? SKIP_EMPTY : SKIP_NOT_TEXT, not_log->word);
}

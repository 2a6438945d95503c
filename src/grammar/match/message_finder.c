#include "grammar/match/message_finder.h"

#include "grammar/match/matcher_private.h"
#include "grammar/search/phrase_context.h"

static bool carries_message(const struct event *event)
{
    switch (event->class) {
    case VERDICT_NOISE:
    case VERDICT_FRAME:
    case VERDICT_FAILED_FILE:
        return false;
    case VERDICT_FINDING:
    case VERDICT_OTHER_FAILURE:
    case VERDICT_UNPARSED:
    case VERDICT_CLASS_COUNT:
        break;
    }
    return !event->is_doubtful;
}

bool message_finder_run(struct matcher *matcher, struct event *event, struct fault *fault)
{
    struct lazy_scanner *lazy = matcher->rule_index->messages;
    struct scanner_hit *hits = NULL;
    size_t count = 0;
    if (lazy == NULL || !carries_message(event))
        return true;
    const struct literal_scanner *scanner = lazy_scanner_get(lazy, fault);
    if (scanner != NULL && matcher->message_scratch == NULL)
        matcher->message_scratch = literal_scanner_scratch_open(scanner, fault);
    if (matcher->message_scratch == NULL ||
        !literal_scanner_scan(scanner, matcher->message_scratch, event->text, &hits, &count, fault))
        return false;
    for (size_t i = 0; i < count; i++) {
        size_t start = 0;
        size_t end = 0;
        if (hits[i].literal < event->literal && /* the messages are sorted, longest first */
            literal_scanner_confirm(scanner, event->text, hits[i], &start, &end) &&
            phrase_is_asserted(event->text, start, end))
            event->literal = hits[i].literal;
    }
    return true;
}

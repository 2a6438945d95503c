/* Chooses the word of each message that the scanner searches for. */
#ifndef MARSIFT_GRAMMAR_SEARCH_PHRASE_ANCHOR_H
#define MARSIFT_GRAMMAR_SEARCH_PHRASE_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "grammar/search/phrase.h"

/* Anchors each phrase at the run that is rarest among all phrases; of equally rare ones, at the
 * longest. Words such as "failed" or "snapshot" occur in dozens of messages and in harmless records
 * as well, and each occurrence costs a comparison. Skips phrases without parts. False without
 * memory. */
bool phrase_anchor_choose(struct phrase *phrases, size_t count, struct fault *fault);

#endif

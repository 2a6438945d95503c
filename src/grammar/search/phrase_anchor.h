/* Which word of each message the prefilter looks for. */
#ifndef MARSIFT_GRAMMAR_SEARCH_PHRASE_ANCHOR_H
#define MARSIFT_GRAMMAR_SEARCH_PHRASE_ANCHOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fault.h"
#include "grammar/search/phrase.h"

/* Makes the anchor of each wording the run of its message that is rarest among all of them, the
 * longest one of equals: words such as "failed" or "snapshot" stand in dozens of messages, and in
 * harmless records as well, where each costs a comparison in vain. Wordings without parts are left
 * alone. */
bool phrase_anchor_choose(struct phrase *wordings, size_t count, struct fault *fault);

#endif

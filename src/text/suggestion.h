/* "Did you mean ...?": the known word that is closest to a misspelt one. */
#ifndef MARSIFT_TEXT_SUGGESTION_H
#define MARSIFT_TEXT_SUGGESTION_H

/* The word of `known` (ended by NULL) with the fewest single-letter changes from `word`, the first
 * among equals; NULL when even that one differs in more than a third of the letters. */
const char *suggestion_nearest(const char *word, const char *const *known);

#endif

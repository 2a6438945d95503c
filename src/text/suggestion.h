/* Finds the word for "did you mean ...?": the known one that is closest to a misspelt one. */
#ifndef MARSIFT_TEXT_SUGGESTION_H
#define MARSIFT_TEXT_SUGGESTION_H

/* Returns the word of `words` (ended by NULL) with the fewest single-letter changes from `word`,
 * the first among equals; NULL if more than about a third of the letters would change. */
const char *suggestion_nearest(const char *word, const char *const *words);

#endif

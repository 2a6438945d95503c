/* Tells messages apart by their words. */
#ifndef MARSIFT_TEXT_WORD_SIGNATURE_H
#define MARSIFT_TEXT_WORD_SIGNATURE_H

#include <stdint.h>

#include "base/span.h"

/* Hashes the words of the first 512 bytes of `text`, ignoring ASCII case, punctuation, what is in
 * quotes, and every word with a digit, a slash, an underscore or a full stop in it: numbers, paths,
 * names of servers and times differ from record to record of one error. */
uint64_t word_signature(struct span text, uint64_t seed);

#endif

/* The words by which people and programs say what a number is. */
#ifndef MARSIFT_CATALOG_EXPLAIN_NUMBER_WORD_H
#define MARSIFT_CATALOG_EXPLAIN_NUMBER_WORD_H

#include "base/span.h"

enum number_word {
    NUMBER_WORD_NONE,
    NUMBER_WORD_WIN32,
    NUMBER_WORD_HTTP,
    NUMBER_WORD_EVENT,
    NUMBER_WORD_ID /* of an error of the agent or DPM */
};

/* Cuts the words off the start of `text`, with what separates them from the number, and returns
 * the rest: "5" of "os error 5" and of "Win32 error code: 5". */
struct span number_word_cut(struct span text, enum number_word *word);

#endif

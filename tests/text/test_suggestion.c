#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "text/suggestion.h"

Test(text_suggestion, finds_the_word_that_was_meant_or_none)
{
    static const char *const words[] = {"verdict", "pattern", "samples", "not_samples", NULL};
    cr_assert(eq(str, (char *)suggestion_nearest("patern", words), "pattern"));
    cr_assert(eq(str, (char *)suggestion_nearest("sample", words), "samples"));
    cr_assert(eq(ptr, (void *)suggestion_nearest("zebra", words), NULL));
    char long_word[200];
    memset(long_word, 'a', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    const char *const long_words[] = {long_word, "pattern", NULL};
    cr_assert(eq(ptr, (void *)suggestion_nearest(long_word, words), NULL));
    cr_assert(eq(str, (char *)suggestion_nearest("pattern", long_words), "pattern"));
}

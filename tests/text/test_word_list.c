#include "text/word_list.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/count_of.h"

static const char *const words[] = {"error", "the error", "：", "エラー"};

Test(text_word_list, a_text_is_a_word_whatever_its_case_and_no_part_of_one)
{
    cr_assert(word_list_has(words, COUNT_OF(words), span_of("The Error")));
    cr_assert(not(word_list_has(words, COUNT_OF(words), span_of("errors"))));
    cr_assert(not(word_list_has(words, COUNT_OF(words), span_of(""))));
}

Test(text_word_list, the_first_word_at_the_end_gives_its_length)
{
    cr_assert(eq(sz, word_list_end_of(words, COUNT_OF(words), span_of("it was the ERROR")), 5));
    cr_assert(eq(sz, word_list_end_of(words, COUNT_OF(words), span_of("結果：")), 3));
    cr_assert(eq(sz, word_list_end_of(words, COUNT_OF(words), span_of("errors")), 0));
    cr_assert(eq(sz, word_list_end_of(words, COUNT_OF(words), span_of("")), 0));
}

Test(text_word_list, a_longer_word_does_not_end_with_a_word_of_the_list)
{
    cr_assert(word_list_ends(words, COUNT_OF(words), span_of("an error")));
    cr_assert(word_list_ends(words, COUNT_OF(words), span_of("error")));
    cr_assert(word_list_ends(words, COUNT_OF(words), span_of("Xエラー")));
    cr_assert(not(word_list_ends(words, COUNT_OF(words), span_of("terror"))));
    cr_assert(not(word_list_ends(words, COUNT_OF(words), span_of("r"))));
}

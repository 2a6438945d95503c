#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/count_of.h"
#include "text/word_search.h"

Test(text_word_search, finds_words_in_any_case)
{
    cr_assert(word_search_contains(span_of("a SNAPSHOT failed"), span_of("snapshot")));
    cr_assert(word_search_contains(span_of("Windows  Server Backup"), span_of("windows server")));
    cr_assert(not(word_search_contains(span_of("snap shots"), span_of("snapshot"))));
    cr_assert(not(word_search_contains(span_of("snapshot"), span_of(""))));
}

Test(text_word_search, tells_words_from_parts_of_words)
{
    cr_assert(word_search_has_word(span_of("it failed, and"), span_of("failed")));
    cr_assert(word_search_has_word(span_of("unfailed failed"), span_of("failed")));
    cr_assert(not(word_search_has_word(span_of("unfailed failed_2"), span_of("failed"))));
    cr_assert(word_search_has_word(span_of("失敗VSSです"), span_of("vss")));
}

Test(text_word_search, finds_any_of_several_words)
{
    static const char *const words[] = {"error", "失敗"};
    static const struct {
        const char *text;
        bool contains;
        bool has_word;
    } cases[] = {
        {"an Error", true, true},  {"two errors", true, false}, {"作成に失敗しました", true, true},
        {"nothing", false, false}, {"", false, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct span text = span_of(cases[i].text);
        cr_assert(
            eq(int, word_search_contains_any(text, words, COUNT_OF(words)), cases[i].contains),
            "%s", cases[i].text);
        cr_assert(
            eq(int, word_search_has_any_word(text, words, COUNT_OF(words)), cases[i].has_word),
            "%s", cases[i].text);
    }
    cr_assert(not(word_search_contains_any(span_of("error"), words, 0)));
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <string.h>

#include "text/word_signature.h"

static uint64_t signature(const char *text)
{
    return word_signature(span_of(text), 1);
}

Test(text_word_signature, is_equal_for_one_error_with_other_names_and_numbers)
{
    static const char *const pairs[][2] = {
        {"Copy of D:\\a.txt failed (0x80070005)", "copy of E:\\b\\c.doc failed (0x80070005)."},
        {"Job 'first one' failed after 3 s", "Job 'the second' failed after 14 s"},
        {"DPM cannot reach a.contoso.com", "DPM cannot reach b.example.org"},
        {"FILESV01 の処理に失敗しました。", "FILESV22 の処理に失敗しました。"},
        {"it's gone", "it's  gone"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        cr_assert(eq(u64, signature(pairs[i][0]), signature(pairs[i][1])), "%s", pairs[i][0]);
}

Test(text_word_signature, differs_for_other_words)
{
    static const char *const pairs[][2] = {
        {"The agent could not be reached", "The agent could not be started"},
        {"read failed", "write failed"},
        {"ab c", "a bc"},
        {"it's gone", "it's here"},
        {"読み取りに失敗しました。", "書き込みに失敗しました。"},
        {"'open quote a", "'open quote b"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        cr_assert(ne(u64, signature(pairs[i][0]), signature(pairs[i][1])), "%s", pairs[i][0]);
}

Test(text_word_signature, reads_no_further_than_its_bound)
{
    char text[600];
    memset(text, 'a', sizeof text);
    uint64_t whole = word_signature((struct span){text, sizeof text}, 1);
    text[550] = 'b';
    cr_assert(eq(u64, whole, word_signature((struct span){text, sizeof text}, 1)));
    cr_assert(eq(u64, signature(""), signature(" \t12 D:\\a ")));
}

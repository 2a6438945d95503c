#include "grammar/log_kind.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(grammar_log_kind, every_kind_has_its_word_and_other_words_are_another_kind)
{
    for (int kind = LOG_KIND_OTHER + 1; kind < LOG_KIND_COUNT; kind++)
        cr_assert(eq(int, log_kind_of_word(log_kind_word((enum log_kind)kind)), kind));
    cr_assert(eq(int, log_kind_of_word("failed-files-list"), LOG_KIND_FAILED_FILES_LIST));
    cr_assert(eq(int, log_kind_of_word("engine-logs"), LOG_KIND_OTHER));
    cr_assert(eq(int, log_kind_of_word(""), LOG_KIND_OTHER));
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "report/sentences.h"

/* Bit n is set if the sentence uses its argument number n. */
static unsigned arguments_of(enum sentence_id id, enum language language)
{
    static const char *const marks[MAX_SENTENCE_ARGUMENTS] = {"<1>", "<2>", "<3>",
                                                              "<4>", "<5>", "<6>"};
    struct sentence sentence = {.id = id};
    struct arena arena = {0};
    struct fault fault = {0};
    unsigned used = 0;
    for (size_t i = 0; i < MAX_SENTENCE_ARGUMENTS; i++)
        sentence.arguments[i] = span_of(marks[i]);
    struct span text = sentence_write(&sentence, language, &arena, &fault);
    cr_assert(text.bytes != NULL && text.length > 0);
    for (size_t i = 0; i < MAX_SENTENCE_ARGUMENTS; i++)
        used |= strstr(text.bytes, marks[i]) != NULL ? 1U << i : 0;
    arena_release(&arena);
    return used;
}

Test(report_sentences, every_language_uses_the_same_arguments)
{
    for (int id = 0; id < SENTENCE_COUNT; id++)
        cr_assert(eq(uint, arguments_of((enum sentence_id)id, LANGUAGE_JA),
                     arguments_of((enum sentence_id)id, LANGUAGE_EN)),
                  "sentence %d", id);
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "input/encoding/chunk_border.h"

/* `lines` up to `end` are whole; the border is expected before `rest`. */
static const struct {
    const char *name;
    const char *before;
    const char *rest;
    const char *behind_end;
} cases[] = {
    {"a record that begins at the end", "1B2C\t0A94\t07/20\tx\n", "", "1B2C\t0A94\t07/21\t"},
    {"a record before a table", "1B2C\t0A94\t07/20\tx\n", "1B2C 0A94 07/20 y\n\nName State\n",
     "---- -----"},
    {"a record rather than a path", "1B2C\t0A94\t07/20\tx\n", "1 2 07/20 y\nC:\\a\n", "words"},
    {"a path in a list", "C:\\a\nD:\\b\n", "\\\\srv\\c\nwords\n", "words"},
};

Test(chunk_border, is_before_the_last_record)
{
    struct encoding utf8;
    cr_assert(encoding_by_name("UTF-8", &utf8, NULL));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        int length = snprintf(text, sizeof text, "%s%s%s", cases[i].before, cases[i].rest,
                              cases[i].behind_end);
        size_t end = strlen(cases[i].before) + strlen(cases[i].rest);
        size_t border = chunk_border_find(&utf8, (struct span){text, (size_t)length}, end);
        cr_expect(eq(sz, border, strlen(cases[i].before)), "%s", cases[i].name);
    }
}

Test(chunk_border, is_nowhere_in_other_texts)
{
    static const char *const texts[] = {"1B2C\t0A94\t07/20\tthe first line\nwords\n",
                                        "12 34 words\n12 34 07-20\n", "C:relative\nC\n", "\n\n"};
    struct encoding utf8;
    cr_assert(encoding_by_name("UTF-8", &utf8, NULL));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct span bytes = span_of(texts[i]);
        cr_expect(eq(sz, chunk_border_find(&utf8, bytes, bytes.length), 0), "%s", texts[i]);
    }
}

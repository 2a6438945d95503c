#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "output/write/log_place.h"
#include "output/write/ui_text.h"
#include "text/log_name.h"

static size_t count_of(const char *text, const char *wanted)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, wanted)) != NULL; at++)
        count++;
    return count;
}

Test(output_ui_text, both_languages_have_the_same_placeholders)
{
    for (enum ui_text_id id = 0; id < UI_TEXT_COUNT; id++) {
        const char *english = ui_text(id, LANGUAGE_EN);
        const char *japanese = ui_text(id, LANGUAGE_JA);
        bool has_plural = strchr(english, '|') != NULL;
        cr_assert(english[0] != '\0' && japanese[0] != '\0', "text %d", (int)id);
        cr_assert(strchr(japanese, '|') == NULL, "%s", japanese);
        cr_assert(eq(sz, count_of(english, "|"), has_plural ? 1 : 0), "%s", english);
        for (const char *const *mark = (const char *const[]){"{1}", "{2}", NULL}; *mark; mark++) {
            size_t wanted = count_of(english, *mark) / (has_plural ? 2 : 1);
            cr_assert(eq(sz, count_of(japanese, *mark), wanted), "%s", japanese);
        }
        /* Brackets are half-width in the whole interface. */
        cr_assert(strstr(japanese, "（") == NULL && strstr(japanese, "）") == NULL, "%s", japanese);
    }
}

Test(output_ui_text, a_log_in_an_archive_is_named_by_both_parts)
{
    struct buffer scratch = {0};
    struct span name = log_name(span_of("a.zip"), span_of("b/c.log"), &scratch, NULL);
    cr_assert(span_equals(name, span_of("a.zip/b/c.log")));
    name = log_name(span_of("a.log"), (struct span){0}, &scratch, NULL);
    cr_assert(span_equals(name, span_of("a.log")));
    const struct report report = {0};
    cr_assert(eq(sz, log_place_name(&report, (struct place){0}, &scratch, NULL).length, 0));
    buffer_release(&scratch);
}

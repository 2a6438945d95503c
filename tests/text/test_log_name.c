#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/log_name.h"

Test(text_log_name, joins_source_and_member_with_one_slash)
{
    struct buffer scratch = {0};
    static const struct {
        const char *source, *member, *name;
    } cases[] = {{"a.zip", "N1/b.log", "a.zip/N1/b.log"}, {"logs/", "b", "logs/b"}, {"-", "", "-"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span name =
            log_name(span_of(cases[i].source), span_of(cases[i].member), &scratch, NULL);
        cr_assert(span_equals(name, span_of(cases[i].name)), "%s", cases[i].name);
    }
    buffer_release(&scratch);
}

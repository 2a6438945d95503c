#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "text/template.h"

Test(text_template, placeholders_may_come_in_any_order_and_any_number_of_times)
{
    static const struct span arguments[] = {{"one", 3}, {"{1}", 3}, {NULL, 0}};
    static const struct {
        const char *template;
        const char *wanted;
    } rows[] = {
        {"", ""},
        {"no placeholder", "no placeholder"},
        {"{1}", "one"},
        {"{2}, {1}", "{1}, one"},
        {"({1}{1}){3}", "(oneone)"},
        {"{0} {a} {} {1", "{0} {a} {} {1"},
        {"{{1}}", "{one}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer text = {0};
        struct fault fault = {0};
        cr_assert(template_append(&text, rows[i].template, arguments, 3, &fault));
        cr_assert(span_equals(buffer_span(&text), span_of(rows[i].wanted)), "%s", rows[i].template);
        buffer_release(&text);
    }
}

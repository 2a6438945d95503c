#include <criterion/criterion.h>

#include "base/count_of.h"
#include "text/placeholder_name.h"

Test(placeholder_name, masked_names_and_names_of_manuals_are_no_servers)
{
    static const struct {
        const char *name;
        bool is_placeholder;
    } cases[] = {
        {"*******", true},
        {"SRV***01", true},
        {"<server>", true},
        {"%COMPUTERNAME%", true},
        {"[redacted]", true},
        {"(hidden)", true},
        {"{server}", true},
        {"$env:COMPUTERNAME", true},
        {"XXXX", true},
        {"xxx-xxx", true},
        {"XXXXXX.xxxx.local", true},
        {"-------", true},
        {"....", true},
        {"█████", true},
        {"SERVERNAME", true},
        {"Servername.domain.local", true},
        {"hostname", true},
        {"localhost", true},
        {"N/A", true},
        {"サーバー名", true},
        {"", false},
        {"X", false},
        {"X1", false},
        {"XEN", false},
        {"SRV-XXX", false},
        {"server", false},
        {"SERVERNAME01", false},
        {"fs01.xxxx.local", false},
        {"東京本社", false},
        {"SRV01 (10.0.0.1)", false},
        {"zeus", false},
        {"10.0.0.1", false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        cr_expect_eq(placeholder_name_is(span_of(cases[i].name)), cases[i].is_placeholder, "%s",
                     cases[i].name);
}

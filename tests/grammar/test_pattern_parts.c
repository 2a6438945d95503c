#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "grammar/pattern_parts.h"

Test(grammar_pattern_parts, are_replaced_by_their_patterns)
{
    static const struct pattern_part parts[] = {
        {"hex", "[0-9a-f]"},
        {"code", "0x{{hex}}{8}"},
        {"pair", "{{code}}-{{code}}"},
    };
    static const struct {
        const char *expression, *expanded;
    } cases[] = {
        {"", ""},
        {"abc", "abc"},
        {"{{hex}}", "[0-9a-f]"},
        {"a{{hex}}b{{hex}}", "a[0-9a-f]b[0-9a-f]"},
        {"{{pair}}$", "0x[0-9a-f]{8}-0x[0-9a-f]{8}$"},
        {"a{2}{3}", "a{2}{3}"},
        {"{{", "{{"},
        {"{{hex}", "{{hex}"},
        {"x{{{hex}}", NULL},
        {"{{nothing}}", NULL},
        {"a{{}}b", "a{{}}b"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = {0};
        struct fault fault = {0};
        bool done =
            pattern_parts_expand(parts, 3, span_of(cases[i].expression), 1000, &out, &fault);
        cr_assert(eq(int, done, cases[i].expanded != NULL), "%s: %s", cases[i].expression,
                  fault.text);
        if (done)
            cr_assert(span_equals(buffer_span(&out), span_of(cases[i].expanded)), "%s gives %.*s",
                      cases[i].expression, (int)out.length, out.bytes);
        else
            cr_assert(eq(int, fault.kind, FAULT_GRAMMAR), "%s", cases[i].expression);
        buffer_release(&out);
    }
}

Test(grammar_pattern_parts, cannot_use_later_parts_or_themselves)
{
    static const struct pattern_part parts[] = {{"a", "{{b}}"}, {"b", "{{b}}"}};
    struct buffer out = {0};
    struct fault fault = {0};
    cr_assert(not(pattern_parts_expand(parts, 2, span_of("{{a}}"), 1000, &out, &fault)));
    cr_assert(eq(str, fault.text, "there is no part called \"b\" before its use"));
    fault = (struct fault){0};
    cr_assert(not(pattern_parts_expand(parts, 2, span_of("{{b}}"), 1000, &out, &fault)));
    buffer_release(&out);
}

Test(grammar_pattern_parts, cannot_grow_without_bound)
{
    static const struct pattern_part parts[] = {
        {"a", "xxxxxxxxxx"},
        {"b", "{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}{{a}}"},
        {"c", "{{b}}{{b}}{{b}}{{b}}{{b}}{{b}}{{b}}{{b}}{{b}}{{b}}"},
        {"d", "{{c}}{{c}}{{c}}{{c}}{{c}}{{c}}{{c}}{{c}}{{c}}{{c}}"},
    };
    struct buffer out = {0};
    struct fault fault = {0};
    cr_assert(not(pattern_parts_expand(parts, 4, span_of("{{d}}"), 5000, &out, &fault)));
    cr_assert(eq(str, fault.text, "the pattern grows beyond 5000 bytes"));
    buffer_release(&out);
}

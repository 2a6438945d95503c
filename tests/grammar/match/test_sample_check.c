#include "grammar/match/sample_check.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>

#include "support/grammar_run.h"

static const char good[] = "grammar: mine\n"
                           "detect: '^mine '\n"
                           "rules:\n"
                           "  - name: first\n"
                           "    verdict: failed-file\n"
                           "    pattern: '^mine (?<path>.*) (?<code>0x\\w+)$'\n"
                           "    samples:\n"
                           "      - line: 'mine C:\\a 0x80070005'\n"
                           "        expect: { path: 'C:\\a', code: '0x80070005' }\n"
                           "    not_samples: [ 'mine' ]\n";

struct violations {
    size_t count;
    char last[1024];
};

static void keep_violation(void *context, const char *sentence)
{
    struct violations *violations = context;
    violations->count++;
    snprintf(violations->last, sizeof violations->last, "%s", sentence);
}

static void check(const char *text, struct violations *violations)
{
    struct fault fault = {0};
    struct limits limits = limits_default();
    struct sample_check_result result = {0};
    struct dialect *dialect = dialect_open("g.yaml", span_of(text), &fault);
    cr_assert(dialect != NULL, "%s", fault.text);
    cr_assert(sample_check_run(dialect, &limits, keep_violation, violations, &result, &fault));
    cr_assert(eq(sz, result.violations, violations->count));
    dialect_close(dialect);
}

Test(grammar_sample_check, every_built_in_grammar_passes_its_own_samples)
{
    static const char *const names[] = {"cbengine", "failed-files", "wsb-error",
                                        "messages", "events",       "text"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct dialect *dialect = grammar_built_in(names[i]);
        struct violations violations = {0};
        struct sample_check_result result = {0};
        struct limits limits = limits_default();
        cr_assert(sample_check_run(dialect, &limits, keep_violation, &violations, &result, NULL));
        cr_assert(eq(sz, violations.count, 0), "%s", violations.last);
        cr_assert(ge(sz, result.samples, 2 * result.rules));
        dialect_close(dialect);
    }
}

Test(grammar_sample_check, a_good_file_has_no_violation)
{
    struct violations violations = {0};
    check(good, &violations);
    cr_assert(eq(sz, violations.count, 0), "%s", violations.last);
}

Test(grammar_sample_check, each_violation_of_the_rules_is_found)
{
    static const struct {
        const char *text, *sentence;
    } cases[] = {
        {"grammar: g\nrules:\n  - name: a\n    verdict: frame\n    pattern: 'a'\n    not_samples: "
         "[b]\n",
         "g.yaml:3: rule \"a\": has no sample"},
        {"grammar: g\nrules:\n  - name: a\n    verdict: frame\n    pattern: 'a'\n    samples:\n    "
         "  - line: a\n",
         "g.yaml:3: rule \"a\": has no not_sample"},
        {"grammar: g\nrules:\n  - name: a\n    verdict: frame\n    pattern: 'a'\n    samples:\n    "
         "  - line: b\n    not_samples: [c]\n",
         "g.yaml:3: rule \"a\": a sample does not fit it: b"},
        {"grammar: g\nrules:\n  - name: a\n    verdict: frame\n    pattern: 'a'\n    samples:\n    "
         "  - line: a\n    not_samples: [ba]\n",
         "g.yaml:3: rule \"a\": a not_sample fits it: ba"},
        {"grammar: g\nrules:\n  - name: a\n    verdict: frame\n    pattern: '(?<code>a)'\n    "
         "samples:\n      - line: a\n        expect: { code: b }\n    not_samples: [c]\n",
         "g.yaml:3: rule \"a\": expected code \"b\", got \"a\""},
        {"grammar: g\nrules:\n  - name: a\n    verdict: frame\n    pattern: 'a'\n    samples:\n    "
         "  - line: ab\n    not_samples: [c]\n"
         "  - name: b\n    verdict: frame\n    pattern: '^.b'\n    samples:\n      - line: cb\n    "
         "not_samples: [c]\n",
         "g.yaml:3: rule \"a\": a sample also fits rule \"b\": ab"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct violations violations = {0};
        check(cases[i].text, &violations);
        cr_assert(eq(sz, violations.count, 1), "%s", cases[i].sentence);
        cr_assert(eq(str, violations.last, (char *)cases[i].sentence));
    }
}

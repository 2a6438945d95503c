#include "grammar/dialect.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

Test(grammar_dialect, errors_in_a_grammar_file_are_reported_with_file_and_line)
{
    static const struct {
        const char *text, *complaint;
    } cases[] = {
        {"", "g.yaml:1: the file is empty"},
        {"grammar: x\nruels:\n  - name: a\n",
         "g.yaml:2: unknown key \"ruels\"; did you mean \"rules\"?"},
        {"grammar: x\ncolumn: message\nrules: []\n",
         "g.yaml:2: unknown key \"column\"; did you mean \"columns\"?"},
        {"grammar: x\nrules:\n  - name: a\n    verdict: noise\n    shape: ['a']\n",
         "g.yaml:5: unknown key \"shape\"; did you mean \"shapes\"?"},
        {"? ? a\n", "g.yaml:1: not a grammar"},
        {"grammar: x\nname: y\n", "g.yaml:2: unknown key \"name\" in this place"},
        {"%YAML 1.1\n---\ngrammar: x\ntitle: |\n --- a\n---\nrules: []\n",
         "g.yaml:6: a second document; a grammar is one"},
        {"grammar: x\nrules:\n  - name: a\n    verdict: failed-file\n    patern: 'a'\n",
         "g.yaml:5: unknown key \"patern\"; did you mean \"pattern\"?"},
        {"grammar: x\nrules:\n  - name: a\n    verdict: frame\n    pattern: '('\n",
         "g.yaml:3: rule \"a\": the pattern is wrong at offset 1: missing closing parenthesis"},
        {"grammar: x\nrules:\n  - name: a\n    verdict: frame\n    pattern: '(?<nam>a)'\n",
         "g.yaml:3: rule \"a\": the group name \"nam\" is no known field"},
        {"grammar: x\nrecord: '['\nrules:\n  - name: a\n    verdict: frame\n    pattern: 'a'\n",
         "g.yaml:1: record: the pattern is wrong at offset 1: missing terminating ] for character "
         "class"},
        {"grammar: x\nrules:\n  - name: a\n    verdict: frame\n",
         "g.yaml:3: rule \"a\" has neither pattern nor levels"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fault fault = {0};
        cr_assert(eq(ptr, dialect_open("g.yaml", span_of(cases[i].text), &fault), NULL), "%s",
                  cases[i].text);
        cr_assert(eq(int, fault.kind, FAULT_GRAMMAR), "%s", fault.text);
        cr_assert(eq(str, fault.text, (char *)cases[i].complaint));
    }
}

Test(grammar_dialect, broken_yaml_bombs_and_wrong_words_are_rejected)
{
    static const char *const texts[] = {
        "grammar: [a\n",
        "- a\n- b\n",
        "just words\n",
        "grammar: x\n",
        "grammar: x\nrules: []\n",
        "grammar: x\nrules:\n  - name: a\n    verdict: wrong\n    pattern: a\n",
        "grammar: x\nrules:\n  - verdict: frame\n    pattern: a\n",
        "a: &a [x,x]\nb: &b [*a,*a]\ngrammar: *b\n",
        "grammar: &g x\ntitle: *g\nrules:\n  - name: a\n    verdict: frame\n    pattern: a\n",
        "\x01\x02\xff",
        "grammar: x\ngrammar\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct fault fault = {0};
        struct dialect *dialect = dialect_open("g.yaml", span_of(texts[i]), &fault);
        cr_assert(dialect == NULL, "%s", texts[i]);
        cr_assert(eq(int, fault.kind, FAULT_GRAMMAR), "%s", texts[i]);
        cr_assert(eq(int, strncmp(fault.text, "g.yaml:", 7), 0), "%s", fault.text);
    }
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/dialect.h"
#include "grammar/match/sample_check.h"
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

Test(grammar_dialect, what_breaks_a_grammar_file_is_told_with_file_and_line)
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

Test(grammar_dialect, broken_yaml_bombs_and_wrong_words_are_refused)
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

struct sample_check {
    size_t count;
    char last[1024];
};

static void keep_breach(void *context, const char *sentence)
{
    struct sample_check *court = context;
    court->count++;
    snprintf(court->last, sizeof court->last, "%s", sentence);
}

static void prove(const char *text, struct sample_check *court)
{
    struct fault fault = {0};
    struct limits limits = limits_default();
    struct sample_check_result proof = {0};
    struct dialect *dialect = dialect_open("g.yaml", span_of(text), &fault);
    cr_assert(dialect != NULL, "%s", fault.text);
    cr_assert(sample_check_run(dialect, &limits, keep_breach, court, &proof, &fault));
    cr_assert(eq(sz, proof.breaches, court->count));
    dialect_close(dialect);
}

Test(grammar_samples, every_built_in_grammar_proves_itself)
{
    static const char *const names[] = {"cbengine", "failed-files", "wsb-error",
                                        "messages", "events",       "text"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct dialect *dialect = grammar_built_in(names[i]);
        struct sample_check court = {0};
        struct sample_check_result proof = {0};
        struct limits limits = limits_default();
        cr_assert(sample_check_run(dialect, &limits, keep_breach, &court, &proof, NULL));
        cr_assert(eq(sz, court.count, 0), "%s", court.last);
        cr_assert(ge(sz, proof.samples, 2 * proof.rules));
        dialect_close(dialect);
    }
}

Test(grammar_samples, a_good_file_has_no_breach)
{
    struct sample_check court = {0};
    prove(good, &court);
    cr_assert(eq(sz, court.count, 0), "%s", court.last);
}

Test(grammar_samples, each_breach_of_the_law_is_found)
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
        struct sample_check court = {0};
        prove(cases[i].text, &court);
        cr_assert(eq(sz, court.count, 1), "%s", cases[i].sentence);
        cr_assert(eq(str, court.last, (char *)cases[i].sentence));
    }
}

static const struct dialect *choose(struct dialect_set *set, const char *name, const char *text,
                                    bool named_directly)
{
    struct pattern_scratch *scratch = pattern_scratch_open(100000, NULL);
    struct line lines[8];
    struct block head = {.text = span_of(text), .lines = lines};
    for (size_t start = 0; start < head.text.length && head.line_count < 8;) {
        size_t length = span_find_byte(span_slice(head.text, start, head.text.length), '\n');
        lines[head.line_count++] = (struct line){(uint32_t)start, (uint32_t)length};
        start += length + 1;
    }
    struct log log = {
        .source = name, .member = "", .name = name, .host = "", .named_directly = named_directly};
    const struct dialect *dialect = dialect_set_choose(set, &log, &head, scratch).dialect;
    pattern_scratch_close(scratch);
    return dialect;
}

Test(grammar_dialect_set, the_content_decides_and_the_name_helps)
{
    static const char *const names[] = {"cbengine", "failed-files", "wsb-error",
                                        "messages", "events",       "text"};
    static const struct {
        const char *name, *text;
        bool named_directly;
        const char *grammar; /* NULL: left out */
    } cases[] = {
        {"x.txt", "0AB0\t0974\t08/04\t13:16:29.206\t18\ta.cpp(1)\t\t\tNORMAL\tm\n", false,
         "cbengine"},
        {"x.txt", "C:\\a.txt, 0x80070005\nD:\\b.txt\n", false, "failed-files"},
        {"LastBackupFailedFiles17af1_7_21_2020.txt", "", false, "failed-files"},
        {"LastBackupFailedFiles17af1_7_21_2020.txt", "?? what ??\n", false, "failed-files"},
        {"listing.txt", "C:\\Windows\\a.dll\nC:\\Windows\\b.dll\n", false, NULL},
        {"listing.txt", "C:\\Windows\\a.dll\nC:\\Windows\\b.dll\n", true, "failed-files"},
        {"set.txt", "TEMP=C:\\temp\n", false, NULL},
        {"diskpart.txt", "--------------------------\nvolume\n", false, NULL},
        {"other.txt", "Consider adding these to exclusion list of backup policy.----\nC:\\a\n",
         false, "failed-files"},
        {"x", "Error in backup of F:\\a during write: Error [0x80070005] Access is denied.\n", true,
         "wsb-error"},
        {"x", "It failed. (ID: 100050)\n", true, "messages"},
        {"x", "Error\tBACKUP_ERROR_STOP_EVENT\t11\tText\n", true, "events"},
        {"notes.txt", "Dear all,\nnothing here\n", false, NULL},
        {"notes.txt", "Dear all,\nnothing here\n", true, "text"},
        {"OBMsi.log", "MSI (s) started\n", false, "text"},
        {"CBEngineCurr.errlog", "no record here\n", false, "cbengine"},
        /* The name of a list does not make an engine trace a list. */
        {"LastBackupFailedFiles1_1_1_2020.txt",
         "0AB0\t0974\t08/04\t13:16:29.206\t18\ta.cpp(1)\t\t\tNORMAL\tm\n", false, "cbengine"},
    };
    struct dialect_set set = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        cr_assert(dialect_set_add(&set, grammar_built_in(names[i]), NULL));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct dialect *dialect =
            choose(&set, cases[i].name, cases[i].text, cases[i].named_directly);
        const char *chosen = dialect ? dialect->name : "none";
        const char *wanted = cases[i].grammar ? cases[i].grammar : "none";
        cr_assert(eq(str, (char *)chosen, (char *)wanted), "case %zu", i);
    }
    dialect_set_release(&set);
}

Test(grammar_dialect_set, a_dialect_of_the_same_name_replaces_the_first)
{
    struct dialect_set set = {0};
    cr_assert(dialect_set_add(&set, dialect_open("a.yaml", span_of(good), NULL), NULL));
    cr_assert(dialect_set_add(&set, dialect_open("b.yaml", span_of(good), NULL), NULL));
    cr_assert(eq(sz, set.count, 1));
    cr_assert(eq(str, (char *)dialect_set_find(&set, "mine")->file, "b.yaml"));
    dialect_set_release(&set);
}

Test(grammar_dialect, survives_memory_that_fails_at_any_call)
{
    for (unsigned long n = 1; n < 400; n++) {
        struct fault fault = {0};
        memory_fail_at(n);
        struct dialect *dialect = dialect_open("g.yaml", span_of(good), &fault);
        memory_fail_at(0);
        if (dialect == NULL)
            cr_assert(eq(int, fault.kind, FAULT_MEMORY), "%lu: %s", n, fault.text);
        dialect_close(dialect);
    }
}

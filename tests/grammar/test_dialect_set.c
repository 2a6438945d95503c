#include "grammar/dialect_set.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

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
        /* Bare paths, and what shows that a list is one of something else. */
        {"a.txt", "Files that failed:\nC:\\a.dll\nC:\\b.dll\n", false, "failed-files"},
        {"a.txt", "Attached files:\nC:\\a.dll\nC:\\b.dll\n", true, "text"},
        {"inventory.txt", "C:\\Windows\\a.dll\nC:\\Windows\\b.dll\n", true, "text"},
        {"a.txt", "C:\\Windows\\a.dll\nC:\\Windows\nC:\\Windows\\b.dll\n", true, "text"},
        {"a.txt", "C:\\Windows\\a.dll\nd.dll\nC:\\Windows\\b.dll\n", true, "text"},
        {"a.txt", "C:\\Data\tCompleted\n", true, "text"},
        {"a.txt", "C:\\a.dll: OK\nC:\\b.dll: OK\nC:\\c.sys: Access denied\n", true, "text"},
        {"a.txt", "C:\\c.sys: Access denied\n", false, "failed-files"},
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

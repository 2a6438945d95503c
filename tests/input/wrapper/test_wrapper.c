#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "input/wrapper/wrapper.h"

/* Takes one step off `line`, and expects `wanted` and the host. */
static void expect(struct wrapper_step step, const char *line, const char *wanted, const char *host)
{
    struct wrapper wrapper = {.steps = {step}, .count = 1};
    struct wrapper_state state = {.host = {0}};
    struct unwrapped_line unwrapped;
    struct fault fault = {0};
    cr_assert(wrapper_strip(&wrapper, &state, span_of(line), &unwrapped, &fault));
    cr_assert(span_equals(unwrapped.text, span_of(wanted)), "%s: '%.*s', not '%s'", line,
              (int)unwrapped.text.length, unwrapped.text.bytes, wanted);
    cr_assert(span_equals(unwrapped.host, span_of(host)), "%s: host '%.*s'", line,
              (int)unwrapped.host.length, unwrapped.host.bytes);
    wrapper_state_release(&state);
}

struct row {
    const char *line, *wanted, *host;
};

static void expect_rows(struct wrapper_step step, const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect(step, rows[i].line, rows[i].wanted, rows[i].host ? rows[i].host : "");
}
#define EXPECT_ROWS(rows, ...)                                                                     \
    expect_rows((struct wrapper_step){__VA_ARGS__}, rows, sizeof(rows) / sizeof *(rows))

Test(input_wrapper, takes_off_line_numbers_with_the_mark_that_was_found)
{
    static const struct row colons[] = {
        {"12:a:b", "a:b", NULL},          {"12-a", "a", NULL},
        {"\tLine 12: a", "a", NULL},      {"--", "", NULL},
        {"no number", "no number", NULL}, {"1234567890123:a", "1234567890123:a", NULL}};
    static const struct row tabs[] = {{"    12\ta", "a", NULL}, {"12:a", "12:a", NULL}};
    static const struct row bars[] = {{"  12 \xE2\x94\x82 a", "a", NULL}, {"12|a", "a", NULL}};
    static const struct row brackets[] = {{"[12]a", "a", NULL}, {"[12a", "[12a", NULL}};
    static const struct row columns[] = {{"  12,5: a", "a", NULL}, {"12: a", "12: a", NULL}};
    EXPECT_ROWS(colons, .kind = WRAPPER_NUMBERS, .mark = ':');
    EXPECT_ROWS(tabs, .kind = WRAPPER_NUMBERS, .mark = '\t');
    EXPECT_ROWS(bars, .kind = WRAPPER_NUMBERS, .mark = '|');
    EXPECT_ROWS(brackets, .kind = WRAPPER_NUMBERS, .mark = ']');
    EXPECT_ROWS(columns, .kind = WRAPPER_NUMBERS, .mark = ':', .has_columns = true);
}

Test(input_wrapper, takes_off_file_names_and_keeps_their_host)
{
    static const struct row plain[] = {
        {"CBEngineCurr.errlog:a", "a", NULL}, {"N1-DPMRACurr.errlog:a", "a", "N1"},
        {"N2/Temp/a.errlog-b", "b", "N2"},    {"C:\\Temp\\a.errlog:12", "12", NULL},
        {"D:\\a b.txt", "D:\\a b.txt", NULL}, {"Note: a.txt:b", "Note: a.txt:b", NULL},
    };
    static const struct row numbers[] = {
        {"a.errlog:12:b", "b", NULL},
        {"x-1/a.errlog-12-b", "b", "x-1"},
        {"MSDPMCurr.errlog.2016-06-01_20-55-45.Crash-12-b", "b", NULL},
        {"> a.errlog:12:b", "b", NULL},
        {"  D:\\SRV1\\a.errlog(12):b", "b", "SRV1"},
        {"a.errlog:b", "a.errlog:b", NULL},
    };
    EXPECT_ROWS(plain, .kind = WRAPPER_FILES, .trusts_folders = true);
    EXPECT_ROWS(numbers, .kind = WRAPPER_FILES, .has_numbers = true, .trusts_folders = true);
    expect((struct wrapper_step){.kind = WRAPPER_FILES}, "x/a.errlog:b", "b", "");
}

Test(input_wrapper, takes_off_what_transports_put_before_a_line)
{
    static const struct row syslog[] = {
        {"<14>Jul 21 03:00:05 N1 mars[12]: a", "a", "N1"},
        {"Jul  1 03:00:05 N1 mars: a", "a", "N1"},
        {"2024-07-21T03:00:05.1+02:00 N1 mars[12]: a", "a", "N1"},
        {"1721530805.123456 N1 mars[12]: a", "a", "N1"},
        {"<14>1 2024-07-21T03:00:05Z N1 mars 1 - [a b=\"c\"][d] \xEF\xBB\xBF"
         "a",
         "a", "N1"},
        {"<14>1 2024-07-21T03:00:05Z - mars 1 - - a", "a", NULL},
        {"Jul 21 03:00:05 no tag", "Jul 21 03:00:05 no tag", NULL},
        {"2024-07-21 03:00:05 N1 mars: a", "2024-07-21 03:00:05 N1 mars: a", NULL},
    };
    static const struct row container[] = {
        {"2024-07-21T03:00:05.123456789Z stdout F a", "a", NULL},
        {"2024-07-21T03:00:05Z a", "a", NULL},
        {"mars-1  | a", "a", NULL},
        {"D:\\a | b", "D:\\a | b", NULL},
    };
    static const struct row json[] = {
        {"{\"log\":\"D:\\\\a\\tb\\u00e9\\ud83d\\ude00\\n\",\"stream\":\"x\"}",
         "D:\\a\tb\xC3\xA9\xF0\x9F\x98\x80", NULL},
        {"{\"log\":\"a", "{\"log\":\"a", NULL},
        {"{\"log\":5}", "{\"log\":5}", NULL},
    };
    EXPECT_ROWS(syslog, .kind = WRAPPER_SYSLOG);
    EXPECT_ROWS(container, .kind = WRAPPER_CONTAINER);
    EXPECT_ROWS(json, .kind = WRAPPER_JSON_LOG);
}

Test(input_wrapper, undoes_what_was_done_to_characters)
{
    static const struct row colors[] = {{"\x1B[01;31m\x1B[Ka\x1B[m b", "a b", NULL},
                                        {"\x1B]8;;http://x\x07link\x1B]8;;\x1B\\", "link", NULL},
                                        {"^[[31ma^[[0m ^a", "a ^a", NULL}};
    static const struct row invisible[] = {{"\xEF\xBB\xBF"
                                            "a\\\xE2\x80\x8B\xE6\x96\x87",
                                            "a\\\xE6\x96\x87", NULL},
                                           {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9",
                                            "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9", NULL}};
    static const struct row blanks[] = {{"a\xC2\xA0\xE3\x80\x80"
                                         "D:\\b\xC2\xA0\xE3\x80\x80"
                                         "c\xE3\x80\x80(0x1",
                                         "a  D:\\b \xE3\x80\x80"
                                         "c (0x1",
                                         NULL}};
    static const struct row entities[] = {
        {"D:&#92;R&amp;D&#x5C;a&nbsp;b &lt;c&gt; &quot;&unknown; & &#0;",
         "D:\\R&D\\a b <c> \"&unknown; & &#0;", NULL}};
    static const struct row escapes[] = {{"D:\\\\a\\tb\\\"\\x\\", "D:\\a\tb\"\\x\\", NULL}};
    static const struct row tags[] = {{"<p>a<br></p>", "a", NULL},
                                      {"List<string>", "List<string>", NULL}};
    EXPECT_ROWS(colors, .kind = WRAPPER_COLORS);
    EXPECT_ROWS(invisible, .kind = WRAPPER_INVISIBLE);
    EXPECT_ROWS(blanks, .kind = WRAPPER_BLANKS);
    EXPECT_ROWS(entities, .kind = WRAPPER_ENTITIES);
    EXPECT_ROWS(escapes, .kind = WRAPPER_ESCAPES);
    EXPECT_ROWS(tags, .kind = WRAPPER_TAGS);
}

Test(input_wrapper, takes_off_marks_and_bars)
{
    static const struct row quotes[] = {{"> >> a > b", "a > b", NULL}, {">", "", NULL}};
    static const struct row bullets[] = {{"  - a", "a", NULL}, {"-a", "-a", NULL}};
    static const struct row rows[] = {{"| a | b |", "a | b", NULL}, {"|---|:-:|", "", NULL}};
    static const struct row columns[] = {
        {"1,2,3,x,,WARNING,\"a \"\"b\"\", c\"", "1\t2\t3\tx\t\tWARNING\ta \"b\", c", NULL},
        {"a, b, c, d", "a, b, c, d", NULL}};
    static const struct row fences[] = {{"```text", "", NULL}, {"a", "a", NULL}};
    static const struct row breaks[] = {{"Source: VSS\\", "Source: VSS", NULL}, {"a", "a", NULL}};
    EXPECT_ROWS(quotes, .kind = WRAPPER_QUOTES);
    EXPECT_ROWS(bullets, .kind = WRAPPER_BULLETS);
    EXPECT_ROWS(rows, .kind = WRAPPER_TABLE);
    EXPECT_ROWS(columns, .kind = WRAPPER_COLUMNS, .mark = ',');
    EXPECT_ROWS(fences, .kind = WRAPPER_FENCES);
    EXPECT_ROWS(breaks, .kind = WRAPPER_HARD_BREAKS);
}

Test(input_wrapper, takes_the_line_out_of_what_a_search_found)
{
    static const struct row rows[] = {{"1,\"a \"\"b\"\", c\",D:\\N1-x.errlog", "a \"b\", c", "N1"},
                                      {"1,a", "a", NULL},
                                      {"1", "1", NULL},
                                      {"LineNumber,Line,Path", "", NULL},
                                      {"#TYPE MatchInfo", "", NULL}};
    static const struct row hosts[] = {{"SRV1,a", "a", "SRV1"}, {",a", "a", NULL}};
    static const struct row list[] = {{"LineNumber : 5", "", NULL},
                                      {"Line       : a : b", "a : b", NULL},
                                      {"             rest of nothing", "", NULL},
                                      {"Other      : c", "Other      : c", NULL}};
    static const struct row json[] = {{"  \"Line\":  \"a\\tb \\\"c\\\"\",", "a\tb \"c\"", NULL},
                                      {"  \"Line\": null", "", NULL},
                                      {"  \"Path\": \"D:\\\\x\"", "", NULL},
                                      {"  },", "", NULL},
                                      {"  \"a\",", "", NULL},
                                      {"  \"Other\": 5", "  \"Other\": 5", NULL}};
    EXPECT_ROWS(rows, .kind = WRAPPER_MATCHES, .mark = ',', .line_column = 1, .file_column = 2);
    EXPECT_ROWS(hosts, .kind = WRAPPER_MATCHES, .mark = ',', .line_column = 1, .has_host = true);
    EXPECT_ROWS(list, .kind = WRAPPER_MATCHES, .mark = ':', .indent = 13);
    EXPECT_ROWS(json, .kind = WRAPPER_MATCHES, .mark = '"');
}

Test(input_wrapper, takes_off_the_marks_of_a_diff)
{
    static const struct row rows[] = {{"+a", "a", NULL},
                                      {"-a", "a", NULL},
                                      {" a", "a", NULL},
                                      {"+ a", " a", NULL},
                                      {"< a", "a", NULL},
                                      {"> a", "a", NULL},
                                      {"a", "a", NULL},
                                      {"", "", NULL},
                                      {"@@ -1,2 +1 @@ f", "", NULL},
                                      {"--- a/x", "", NULL},
                                      {"1,2c3", "", NULL},
                                      {"1,2c3 d", "1,2c3 d", NULL},
                                      {"---", "", NULL},
                                      {"\\ No newline", "", NULL}};
    EXPECT_ROWS(rows, .kind = WRAPPER_DIFF);
}

Test(input_wrapper, says_what_it_takes_off)
{
    struct wrapper wrapper = {.steps = {{.kind = WRAPPER_COLORS}, {.kind = WRAPPER_NUMBERS}},
                              .count = 2};
    struct wrapper_kinds kinds = wrapper_kinds_of(&wrapper);
    cr_assert(eq(u8, kinds.count, 2));
    cr_assert(eq(u8, kinds.kinds[0], WRAPPER_COLORS));
    cr_assert(eq(u8, kinds.kinds[1], WRAPPER_NUMBERS));
    wrapper.count = 0;
    cr_assert(eq(u8, wrapper_kinds_of(&wrapper).count, 0));
}

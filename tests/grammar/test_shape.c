#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "grammar/shape.h"
#include "support/guard.h"
#include "support/random.h"

static bool shape_read(const struct shape *shape, struct span subject,
                       struct span fields[FIELD_COUNT])
{
    struct shape_match match;
    bool fits = shape_find(shape, subject, &match);
    if (fits)
        shape_fields(shape, subject, &match, fields);
    return fits;
}

/* Returns the end of the path at `at`, found byte by byte; `at` if there is none. */
static size_t path_end_bytewise(struct span text, size_t at, const char *ends)
{
    if (text.length < at + 4 || (text.bytes[at] | 0x20) < 'a' || (text.bytes[at] | 0x20) > 'z' ||
        memcmp(text.bytes + at + 1, ":\\", 2) != 0)
        return at;
    size_t end = at + 3;
    while (end < text.length && (text.bytes[end] == '\0' || strchr(ends, text.bytes[end]) == NULL))
        end++;
    return strchr(" \v\f,;=", text.bytes[end - 1]) != NULL ? at : end;
}

/* True if "{path}" and `after` fit all of `text`. */
static bool fits_bytewise(struct span text, const char *ends, const char *after,
                          size_t *path_length)
{
    *path_length = path_end_bytewise(text, 0, ends);
    return *path_length > 0 &&
           span_equals(span_slice(text, *path_length, text.length), span_of(after));
}

static void compare_on_random_paths(const char *form, const char *ends, const char *after)
{
    static const char *const parts[] = {"a",   "Z",      "7",   " ",   ".",     "\\", "(",  "+",
                                        ";",   "=",      "~",   "{",   "}",     "@",  "日", "é",
                                        "abc", "report", "\\d", "x y", "plan.", "[",  "/",  "-1"};
    uint64_t state = 4;
    struct shape shape;
    cr_assert(shape_parse(span_of(form), &shape, NULL));
    for (int round = 0; round < 60000; round++) {
        char bytes[128] = "C:\\";
        size_t length = 3 + random_text(&state, parts, sizeof parts / sizeof *parts, bytes + 3,
                                        random_below(&state, 101));
        if (round % 3 > 0) {
            memcpy(bytes + length, after, strlen(after));
            length += strlen(after);
        }
        if (round % 4 == 0) /* any byte, also a NUL, anywhere */
            bytes[random_below(&state, (uint32_t)length)] = (char)random_below(&state, 256);
        struct guard guard = guard_copy((struct span){.bytes = bytes, .length = length});
        struct span text = {.bytes = guard.bytes, .length = length};
        struct span fields[FIELD_COUNT] = {0};
        size_t path_length = 0;
        bool fits = fits_bytewise(text, ends, after, &path_length);
        cr_assert(eq(int, shape_read(&shape, text, fields), fits), "%s on %.*s", form, (int)length,
                  bytes);
        if (fits)
            cr_assert(eq(sz, fields[FIELD_PATH].length, path_length), "%s on %.*s", form,
                      (int)length, bytes);
        guard_release(&guard);
    }
}

Test(grammar_shape, random_paths_end_where_a_bytewise_search_finds_their_end)
{
    compare_on_random_paths("{path}", "\"<>|*?:\t\r\n", "");
    compare_on_random_paths("{path}\t-", "\"<>|*?:\t\r\n", "\t-");
    compare_on_random_paths("{path})-", "\"<>|*?:\t\r\n)", ")-");
}

Test(grammar_shape, no_byte_that_ends_a_path_is_missed_at_any_offset)
{
    struct shape shape;
    cr_assert(shape_parse(span_of("{path})"), &shape, NULL));
    for (size_t length = 4; length <= 100; length++)
        for (size_t at = 3; at < length; at++)
            for (int byte = 0; byte < 256; byte++) {
                char bytes[101] = "C:\\";
                memset(bytes + 3, 'x', length - 3);
                bytes[length] = ')';
                bytes[at] = (char)byte;
                struct span fields[FIELD_COUNT];
                bool ends = byte != '\0' && strchr("\"<>|*?:\t\r\n)", byte) != NULL;
                bool is_odd = at + 1 == length && strchr(" \v\f,;=", byte) != NULL;
                struct span text = {.bytes = bytes, .length = length + 1};
                cr_assert(eq(int, shape_read(&shape, text, fields), !ends && !is_odd),
                          "byte %d at %zu of %zu", byte, at, length);
            }
}

Test(grammar_shape, any_reaches_up_to_the_text_after_it_on_one_line)
{
    static const struct {
        const char *text;
        bool fits;
    } cases[] = {{"load [a.dll], again", true},
                 {"load [], again", false},
                 {"load [a b-c (d).dll], again", true},
                 {"load [a.dll] again", false},
                 {"load [a].dll], again", false},
                 {"load [a.dll], again.", false},
                 {"Load [a.dll], again", false},
                 {"load [a\nb], again", false},
                 {"load [a\rb], again", false},
                 {"load [a.dll", false},
                 {"load [", false},
                 {"", false}};
    struct shape shape;
    struct fault fault = {0};
    cr_assert(shape_parse(span_of("load [{any}], again"), &shape, &fault));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span fields[FIELD_COUNT] = {0};
        struct guard guard = guard_copy(span_of(cases[i].text));
        struct span text = {.bytes = guard.bytes, .length = strlen(cases[i].text)};
        cr_assert(eq(int, shape_read(&shape, text, fields), cases[i].fits), "%s", cases[i].text);
        for (size_t field = 0; field < FIELD_COUNT; field++)
            cr_assert(eq(sz, fields[field].length, 0));
        guard_release(&guard);
    }
    cr_assert(not(shape_parse(span_of("load [{any}"), &shape, &fault)));
    fault = (struct fault){0};
    cr_assert(not(shape_parse(span_of("load {any}{path}"), &shape, &fault)));
}

Test(grammar_shape, parentheses_of_a_name_in_parentheses_are_in_pairs)
{
    static const struct {
        const char *text;
        const char *path; /* NULL: for the pattern */
    } cases[] = {{"(C:\\a.doc)", "C:\\a.doc"},
                 {"(C:\\a (2).doc)", "C:\\a (2).doc"},
                 {"(C:\\a (2) (b).doc)", "C:\\a (2) (b).doc"},
                 {"(C:\\a ((2) b).doc)", "C:\\a ((2) b).doc"},
                 {"(C:\\a (((2))).doc)", NULL},
                 {"(C:\\a 2).doc)", NULL},
                 {"(C:\\a )2(.doc)", NULL},
                 {"(C:\\a (2)).doc)", NULL},
                 {"(C:\\a (b) (c.doc)", NULL},
                 {"(C:\\a (b.doc)", "C:\\a (b.doc"},
                 {"(C:\\a (2).doc) ", NULL},
                 {"(C:\\a (2)|.doc)", NULL},
                 {"(C:\\a (2);)", NULL},
                 {"(C:\\a (2).doc", NULL},
                 {"(C:\\a ())", "C:\\a ()"},
                 {"(C:\\a ()))", NULL},
                 {"(C:\\))", NULL}};
    struct shape shape;
    cr_assert(shape_parse(span_of("({path})"), &shape, NULL));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct span fields[FIELD_COUNT] = {0};
        struct guard guard = guard_copy(span_of(cases[i].text));
        struct span text = {.bytes = guard.bytes, .length = strlen(cases[i].text)};
        cr_assert(eq(int, shape_read(&shape, text, fields), cases[i].path != NULL), "%s",
                  cases[i].text);
        if (cases[i].path != NULL)
            cr_assert(span_equals(fields[FIELD_PATH], span_of(cases[i].path)), "%s", cases[i].text);
        guard_release(&guard);
    }
}

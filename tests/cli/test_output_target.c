/* The look of the output depends on its target: width and colours are for terminals. */
#include "cli/output_target.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <pty.h>
#include <stdlib.h>
#include <unistd.h>

/* Makes standard output a terminal with that many columns. Skips the test where the system has no
 * pseudo terminals, as in a chroot. */
static void open_terminal(unsigned short columns)
{
    struct winsize size = {.ws_col = columns, .ws_row = 24};
    int ours = -1;
    int theirs = -1;
    if (openpty(&ours, &theirs, NULL, NULL, &size) != 0)
        cr_skip_test("no pseudo terminals");
    cr_assert(eq(int, dup2(theirs, STDOUT_FILENO), STDOUT_FILENO));
    close(theirs);
}

static struct render_options look_of(enum when color)
{
    struct options options = {.format = "text", .color = color};
    struct output_target target = {0};
    struct fault fault = {0};
    cr_assert(output_target_choose(&options, &target, &fault), "%s", fault.text);
    return target.render;
}

Test(cli_output_target, the_width_is_that_of_the_terminal)
{
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    open_terminal(123);
    cr_assert(eq(u32, look_of(WHEN_AUTO).width, 123));
    open_terminal(1);
    cr_assert(eq(u32, look_of(WHEN_AUTO).width, 1));
}

Test(cli_output_target, a_terminal_of_unknown_width_has_eighty_columns)
{
    open_terminal(0);
    cr_assert(eq(u32, look_of(WHEN_AUTO).width, 80));
}

Test(cli_output_target, colours_depend_on_the_terminal_and_no_color)
{
    static const struct {
        const char *terminal;
        const char *no_color;
        enum when when;
        bool is_colored;
    } cases[] = {
        {"xterm", NULL, WHEN_AUTO, true},   {"xterm", "", WHEN_AUTO, true},
        {"xterm", "1", WHEN_AUTO, false},   {"dumb", NULL, WHEN_AUTO, false},
        {NULL, NULL, WHEN_AUTO, true},      {"dumb", "1", WHEN_ALWAYS, true},
        {"xterm", NULL, WHEN_NEVER, false},
    };
    open_terminal(80);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsetenv("TERM");
        unsetenv("NO_COLOR");
        if (cases[i].terminal != NULL)
            setenv("TERM", cases[i].terminal, 1);
        if (cases[i].no_color != NULL)
            setenv("NO_COLOR", cases[i].no_color, 1);
        cr_assert(eq(int, look_of(cases[i].when).color, cases[i].is_colored), "case %zu", i);
    }
}

Test(cli_output_target, a_pipe_has_neither_width_nor_colours)
{
    int pipe_ends[2];
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    cr_assert(zero(int, pipe(pipe_ends)));
    cr_assert(eq(int, dup2(pipe_ends[1], STDOUT_FILENO), STDOUT_FILENO));
    cr_assert(eq(u32, look_of(WHEN_AUTO).width, 0));
    cr_assert(not(look_of(WHEN_AUTO).color));
    cr_assert(look_of(WHEN_ALWAYS).color);
}

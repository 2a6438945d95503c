# An option is one row of src/cli/option_table.c, the member that it sets, and an item of the man page.

row() { put_before src/cli/option_table.c "FLAG('h', \"help\""; }
reads() { # VALUE WORD...: the program's parser sets the members to VALUE, or prints it as its error
    wanted=$1
    shift
    [ "$(build/probe "$@")" = "$wanted" ]
}

# A row without an effect, or with one on a member of the wrong type, does not build.
cp -p src/cli/option_table.c "$work/before"
for value in '' ', TEXT()' ', TEXT(no_such_member)' ', TEXT(threads)' ', NUMBER(year, int16_t, 1, 99999)'; do
    echo "    OPTION(0, \"tapes\", \"N\", R | F, LANGUAGE_TEXTS(\"tapes to expect\")$value)," | row
    fails "a row with \"$value\" for its value builds" build build/obj/cli/option_table.o
    cp -p "$work/before" src/cli/option_table.c
done

echo '    OPTION(0, "tapes", "N", R | F, LANGUAGE_TEXTS("tapes to expect"), NUMBER(tapes, uint16_t, 1, 500)),' | row
echo '    OPTION(0, "robot", "WHEN", R, LANGUAGE_TEXTS("use the robot"), WORD(robot, enum when, {"always", WHEN_ALWAYS}, {"never", WHEN_NEVER})),' | row
printf '    uint16_t tapes;\n    enum when robot;\n' | put_before src/cli/options.h 'bool wants_help;'
cat >probe.c <<'END'
#include <stdio.h>
#include "cli/command_line.h"
int main(int argc, char **argv)
{
    const char *arguments[16];
    struct options options;
    struct fault fault = {0};
    if (!command_line_read(argc, argv, arguments, &options, &fault))
        return puts(fault.text) < 0;
    return printf("%d %d\n", options.tapes, options.robot) < 0;
}
END
holds "the new rows build" build_with_probe build/marsift build/completions/marsift
holds "--help shows the option" sh -c 'build/marsift --help | grep -x "      --tapes N          tapes to expect"'
holds "the option sets its member" reads '12 0' --tapes 12
holds "a word sets its member" reads '0 2' --robot never
holds "its range is enforced" reads '--tapes takes a whole number from 1 to 500, not "501"' --tapes 501
holds "its words are enforced" reads '--robot takes one of always, never, not "neve"; did you mean "never"?' --robot neve
holds "a command without the option rejects it" reads 'marsift check has no option --tapes' check --tapes 1
holds "completion offers the option" offers '--tapes' 'marsift files --ta'
holds "completion offers its words" offers 'always never' 'marsift --robot '
fails "the manual check passes without the option in the man page" manual_has options
printf '.It Fl Fl tapes Ar n\nTapes.\n[RF]\n.It Fl Fl robot Ar when\nRobot.\n[R]\n' | put_before man/marsift.1 '.It Fl h , Fl Fl help'
holds "the manual check passes with the option in the man page" manual_has options

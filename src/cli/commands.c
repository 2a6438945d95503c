#include "cli/commands.h"

const struct command_row command_rows[COMMAND_COUNT] = {
#define COMMAND_ROW(id, letter, name, usage, summary)                                              \
    {(#letter)[0], #name, usage, summary, command_##name},
    COMMANDS(COMMAND_ROW)
#undef COMMAND_ROW
};

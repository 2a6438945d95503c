#include "cli/commands.h"

#include <string.h>

#include "base/ascii.h"
#include "text/suggestion.h"

const struct command_row command_rows[COMMAND_COUNT] = {
#define COMMAND_ROW(id, letter, name, usage, summary) {(#letter)[0], #name, usage, summary},
    COMMANDS(COMMAND_ROW)
#undef COMMAND_ROW
};

bool command_find(const char *name, enum command *command)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(name, command_rows[i].name) != 0)
            continue;
        *command = (enum command)i;
        return true;
    }
    return false;
}

const char *command_nearest(const char *word)
{
    const char *names[COMMAND_COUNT + 1] = {NULL};
    char folded[32];
    size_t length = strlen(word);
    if (length >= sizeof folded || strpbrk(word, "./\\") != NULL) /* the name of a file */
        return NULL;
    for (size_t i = 0; i <= length; i++)
        folded[i] = ascii_to_lower(word[i]);
    for (int i = 0; i < COMMAND_COUNT; i++)
        names[i] = command_rows[i].name;
    return suggestion_nearest(folded, names);
}

bool command_reads_stdin(enum command command)
{
    return strstr(command_rows[command].usage, "PATH") != NULL;
}

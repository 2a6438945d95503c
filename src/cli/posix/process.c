#include "cli/posix/process.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output/write/posix/whole_file.h"

struct ending {
    int number;
    const char *line;
};

static const struct ending endings[] = {{SIGINT, "marsift: ended by SIGINT\n"},
                                        {SIGTERM, "marsift: ended by SIGTERM\n"},
                                        {SIGHUP, "marsift: ended by SIGHUP\n"}};

enum { ENDING_COUNT = sizeof endings / sizeof *endings };

static void say(const char *text)
{
    if (write(STDERR_FILENO, text, strlen(text)) < 0)
        return; /* and there is nowhere to complain */
}

/* Only what POSIX allows in a handler. */
static void end_process(int number)
{
    static const char clear_line[] = "\r\033[K"; /* of the progress, or of the ^C that was typed */
    static atomic_flag is_ending = ATOMIC_FLAG_INIT;
    if (atomic_flag_test_and_set(&is_ending))
        return; /* another thread is at it */
    whole_file_remove_unfinished();
    /* From here on a second signal ends the process at once: the next lines may have to wait. */
    signal(number, SIG_DFL);
    if (isatty(STDERR_FILENO))
        say(clear_line);
    for (size_t i = 0; i < ENDING_COUNT; i++)
        if (endings[i].number == number)
            say(endings[i].line);
    raise(number);
}

static void handle_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    struct sigaction action = {.sa_handler = end_process, .sa_flags = SA_NODEFER};
    struct sigaction before;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < ENDING_COUNT; i++)
        if (sigaction(endings[i].number, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(endings[i].number, &action, NULL);
}

/* A file that is opened takes the lowest free number: without this, an input could become the
 * standard output, and a message could land in the report. What was closed still cannot be used: it
 * is opened the other way round. */
static bool occupy_standard_descriptors(struct fault *fault)
{
    for (int wanted = STDIN_FILENO; wanted <= STDERR_FILENO; wanted++) {
        if (fcntl(wanted, F_GETFD) != -1)
            continue;
        if (open("/dev/null", wanted == STDIN_FILENO ? O_WRONLY : O_RDONLY) != wanted)
            return fault_set(fault, FAULT_READ, "cannot open /dev/null");
    }
    return true;
}

bool process_prepare(struct fault *fault)
{
    handle_signals();
    /* Archives hold local times: read them alike on every machine. */
    if (setenv("TZ", "UTC0", 1) != 0)
        return fault_no_memory(fault);
    return occupy_standard_descriptors(fault);
}

#include "cli/process.h"

#include <assert.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/count_of.h"
#include "output/write/whole_file.h"

struct ending_signal {
    int number;
    const char *line;
};

static const struct ending_signal ending_signals[] = {{SIGINT, "marsift: ended by SIGINT\n"},
                                                      {SIGTERM, "marsift: ended by SIGTERM\n"},
                                                      {SIGHUP, "marsift: ended by SIGHUP\n"}};

/* More than the libraries have been seen to take, by three times. */
enum { STACK_BYTES = 256 * 1024 };

enum { ENDING_COUNT = COUNT_OF(ending_signals) };

static void print(const char *text)
{
    if (write(STDERR_FILENO, text, strlen(text)) < 0)
        return; /* a lost message cannot be reported */
}

/* Signal handler: only async-signal-safe functions. */
static void end_process(int number)
{
    static const char clear_line[] = "\r\033[K"; /* of the progress, or of the ^C that was typed */
    static atomic_flag is_ending = ATOMIC_FLAG_INIT;
    if (atomic_flag_test_and_set(&is_ending))
        return; /* another thread does it */
    whole_file_remove_unfinished();
    /* A second signal ends the process at once, since printing may block. */
    signal(number, SIG_DFL);
    if (isatty(STDERR_FILENO))
        print(clear_line);
    for (size_t i = 0; i < ENDING_COUNT; i++)
        if (ending_signals[i].number == number)
            print(ending_signals[i].line);
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
        if (sigaction(ending_signals[i].number, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(ending_signals[i].number, &action, NULL);
}

/* Opens /dev/null for each closed standard descriptor. Otherwise the next file to be opened would
 * take its number, and an input could become standard output. Standard input is opened for writing
 * and the others for reading, so that using them still fails. */
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

bool process_has_stack(void)
{
    static const char line[] =
        "marsift: the stack may not grow to 256 KiB, which is needed (ulimit -s)\n";
    static_assert(STACK_BYTES == 256 * 1024, "the message says so");
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= STACK_BYTES)
        return true;
    limit.rlim_cur = STACK_BYTES;
    /* The kernel looks at the limit when the stack grows, so raising it helps at once. */
    if (limit.rlim_max >= STACK_BYTES && setrlimit(RLIMIT_STACK, &limit) == 0)
        return true;
    print(line); /* formatting it would take more stack than there may be */
    return false;
}

bool process_prepare(struct fault *fault)
{
    handle_signals();
    /* Archives hold local times; read them as UTC on every machine. */
    if (setenv("TZ", "UTC0", 1) != 0)
        return fault_no_memory(fault);
    return occupy_standard_descriptors(fault);
}

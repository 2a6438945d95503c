/* probe: tries calls in the sandbox, each in a separate process, with both mechanisms and as on
 * systems that lack one of them. Prints the outcomes. Exit status 1 if one is wrong.
 *
 * probe --without landlock|seccomp|both COMMAND...: runs a command as on such a system. Exit status
 * 77 if the mechanism cannot be hidden. */
#define _GNU_SOURCE
#include <errno.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/sandbox.h"
#include "sandbox/calls.h"

enum { LANDLOCK = 1, SECCOMP = 2, ALL = LANDLOCK | SECCOMP };

/* Exit statuses of a child. */
enum { STATUS_WORKED, STATUS_REFUSED, STATUS_FAILED_OTHERWISE, STATUS_NOT_SET_UP };

static struct attempt_context context;

/* Makes the kernel deny that it has the mechanisms, by a filter on the calls that set them up. */
static bool hide(int mechanisms)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    bool done = filter != NULL;
    const struct scmp_arg_cmp setting = SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP);
    if (mechanisms & LANDLOCK)
        done = done && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS),
                                        SCMP_SYS(landlock_create_ruleset), 0) == 0;
    if (mechanisms & SECCOMP)
        done =
            done && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(seccomp), 0) == 0 &&
            seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(prctl), 1, &setting) ==
                0;
    done = done && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return done;
}

static bool enter(int hidden, struct sandbox *sandbox)
{
    static const char *const paths[] = {"named", "-", "nowhere"};
    if (hidden != 0 && !hide(hidden))
        return false;
    return sandbox_enter(&(struct sandbox_plan){.paths = paths,
                                                .path_count = sizeof paths / sizeof *paths,
                                                .output = &context.output},
                         sandbox, &(struct fault){0});
}

/* Runs in a child: enters the sandbox and makes the call. */
static int try_inside(const struct attempt *attempt, int hidden)
{
    struct sandbox sandbox;
    setrlimit(RLIMIT_CORE, &(struct rlimit){0});
    if (!enter(hidden, &sandbox))
        return STATUS_NOT_SET_UP;
    if (attempt_make(attempt, &context) == 0)
        return STATUS_WORKED;
    bool is_refused = errno == EACCES || errno == EPERM || errno == ENOSYS || errno == EXDEV;
    return is_refused ? STATUS_REFUSED : STATUS_FAILED_OTHERWISE;
}

static void prepare_files(void)
{
    struct fault fault = {0};
    fclose(fopen("named/a.log", "w"));
    if (!writer_to_file(&context.output, "out/report", &fault)) {
        fprintf(stderr, "probe: %s\n", fault.text);
        exit(1);
    }
}

static int outcome_of(const struct attempt *attempt, int hidden)
{
    int status = 0;
    prepare_files();
    pid_t child = fork();
    if (child == 0)
        _exit(try_inside(attempt, hidden));
    waitpid(child, &status, 0);
    writer_abandon(&context.output);
    unlink("out/report");
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGSYS ? DIES : -1;
    int outcomes[] = {WORKS, REFUSED, -1, -1};
    return outcomes[WEXITSTATUS(status)];
}

/* Returns the mechanisms in force if `hidden` is missing. Asks a child, which cannot leave its
 * sandbox. */
static int in_force(int hidden, int *landlock_version)
{
    int status = 0;
    struct sandbox sandbox = {0};
    prepare_files();
    pid_t child = fork();
    if (child == 0)
        _exit(!enter(hidden, &sandbox)
                  ? 255
                  : sandbox.landlock_version * 2 + sandbox.filters_system_calls);
    waitpid(child, &status, 0);
    writer_abandon(&context.output);
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 255)
        return 0;
    *landlock_version = WEXITSTATUS(status) / 2;
    return (*landlock_version > 0 ? LANDLOCK : 0) | (WEXITSTATUS(status) % 2 ? SECCOMP : 0);
}

/* Returns the mechanisms that the kernel offers, asked independently of the sandbox. */
static int offered_by_kernel(void)
{
    long version =
        syscall(SYS_landlock_create_ruleset, NULL, 0, 1 /* LANDLOCK_CREATE_RULESET_VERSION */);
    return (version > 0 ? LANDLOCK : 0) | (prctl(PR_GET_SECCOMP) >= 0 ? SECCOMP : 0);
}

/* Returns the required outcome, or -1 if no mechanism decides it. */
static int wanted_outcome(const struct attempt *attempt, int mechanisms, int landlock_version)
{
    if ((mechanisms & SECCOMP) && attempt->by_seccomp != WORKS)
        return attempt->by_seccomp;
    if (attempt->landlock_since > 0 && landlock_version >= attempt->landlock_since)
        return REFUSED;
    return attempt->by_seccomp == WORKS && attempt->landlock_since == 0 ? WORKS : -1;
}

/* Makes the attempt. False if the outcome is not the wanted one. */
static bool try_one(const struct attempt *attempt, int hidden, enum outcome wanted)
{
    static const char *const names[] = {"works", "is refused", "ends the process"};
    int outcome = outcome_of(attempt, hidden);
    bool is_right = outcome == (int)wanted;
    if (hidden == 0 || !is_right)
        printf("    %s %s%s\n", attempt->name, outcome < 0 ? "fails" : names[outcome],
               is_right ? "" : ", which is wrong");
    return is_right;
}

/* True if all outcomes are as required. */
static bool try_all(int hidden)
{
    static const char *const names[] = {"neither", "Landlock alone", "seccomp alone",
                                        "seccomp and Landlock"};
    int wrong = 0;
    int tried = 0;
    int version = 0;
    int mechanisms = in_force(hidden, &version);
    int wanted_mechanisms = offered_by_kernel() & ~hidden;
    if (mechanisms != wanted_mechanisms) {
        printf("%s is in force, not %s\n", names[mechanisms], names[wanted_mechanisms]);
        return false;
    }
    if (mechanisms != (ALL & ~hidden)) {
        printf("skipped: this system has no %s\n", names[ALL & ~hidden]);
        return true;
    }
    for (size_t i = 0; i < attempt_count; i++) {
        int wanted = wanted_outcome(&attempts[i], mechanisms, version);
        tried += wanted >= 0;
        wrong += wanted >= 0 && !try_one(&attempts[i], hidden, (enum outcome)wanted);
    }
    printf("%s: %d calls tried, %d wrong\n", names[mechanisms], tried, wrong);
    return wrong == 0;
}

static int run_without(const char *what, char **command)
{
    int mechanisms = strcmp(what, "landlock") == 0  ? LANDLOCK
                     : strcmp(what, "seccomp") == 0 ? SECCOMP
                                                    : ALL;
    if (!hide(mechanisms))
        return 77;
    execvp(command[0], command);
    perror(command[0]);
    return 1;
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/marsift-sandbox-XXXXXX";
    if (argc > 3 && strcmp(argv[1], "--without") == 0)
        return run_without(argv[2], argv + 3);
    if (mkdtemp(folder) == NULL || chdir(folder) != 0 ||
        system("mkdir named out && touch beside.log && ln -s ../beside.log named/link") != 0)
        return 1;
    context.inherited = fileno(tmpfile());
    bool is_right = try_all(0);
    is_right = try_all(LANDLOCK) && is_right;
    is_right = try_all(SECCOMP) && is_right;
    bool is_clean = system("rm -r named out beside.log") == 0 && rmdir(folder) == 0;
    return is_right && is_clean ? 0 : 1;
}

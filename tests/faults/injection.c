/* Preloaded into the program by tests/faults: makes one call fail, in whichever library it is made.
 * The environment says which:
 *
 *     INJECT=KIND:N:WHAT    the N-th call of KIND (the first is 1) since the program started
 *     INJECT_FILE=PATH      the file that "cut", "grow" and "remove" change
 *     INJECT_COUNTS=PATH    an existing file of `struct counts`, correct even after a SIGKILL
 *     INJECT_TRIALS=FD      a socket: the call fails in a child, whose outcome is sent as a
 *                           `struct trial`; the answer is the next N, 64 bits, 0 for none
 *
 * KIND is one of `kind_names`, see injection.h. WHAT happens just before the call:
 *
 *     e5, e5+               the call fails with errno 5; with +, all later ones fail, too
 *     short                 this call and all later ones read or write one byte at a time
 *     s15                   signal 15 is raised, then the call proceeds
 *     cut, grow, remove     the file is halved, doubled or removed, then the call proceeds
 *
 * Counters are atomic, so that threads may make calls at the same time. */
#define _GNU_SOURCE

#include "faults/injection.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const kind_names[KIND_COUNT] = {
    [MEMORY] = "memory", [OPEN] = "open",       [READ] = "read",     [LIST] = "list",
    [WRITE] = "write",   [MESSAGE] = "message", [CLOSE] = "close",   [SYNC] = "sync",
    [RENAME] = "rename", [OTHER] = "other",     [SYSTEM] = "system",
};

/* In the order in which tests/faults/program.py unpacks them. */
struct counts {
    atomic_uint_fast64_t calls[KIND_COUNT];
    atomic_int_fast64_t live_blocks;      /* allocated and not yet released */
    atomic_int_fast64_t open_descriptors; /* at exit; -1 if the program did not exit regularly */
    atomic_int_fast64_t is_of_library;    /* the failed call was made by the C library */
};

struct trial {
    uint64_t call;
    int64_t wait_status;  /* -1: forking was forbidden; the call needs a separate run */
    struct counts counts; /* of the child */
};

enum { MOST_DESCRIPTORS = 64 };

static struct counts no_counts;
static struct counts *counts = &no_counts;

static enum kind wanted_kind = KIND_COUNT;
static uint64_t wanted_call;
static const char *what = "";
static const char *file;
static int trials = -1; /* the socket; -1: none */
static _Thread_local bool is_indivisible;
static bool is_started;

/* Releases the C library's own blocks. */
void __libc_freeres(void);

void injection_count_blocks(int change)
{
    if (is_started)
        atomic_fetch_add(&counts->live_blocks, change);
}

void injection_forbid_children(bool is_forbidden)
{
    is_indivisible = is_forbidden;
}

static enum kind kind_called(const char *name, size_t length)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (strlen(kind_names[kind]) == length && memcmp(kind_names[kind], name, length) == 0)
            return (enum kind)kind;
    abort();
}

/* Blocks and descriptors from before this are not counted. */
__attribute__((constructor)) static void start(void)
{
    injected_calls_find();
    const char *path = getenv("INJECT_COUNTS");
    if (path != NULL) {
        int descriptor = real_open(path, O_RDWR | O_CLOEXEC);
        counts = mmap(NULL, sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
        real_close(descriptor);
        if (counts == MAP_FAILED)
            abort();
    }
    counts->open_descriptors = -1;
    const char *inject = getenv("INJECT");
    file = getenv("INJECT_FILE");
    if (getenv("INJECT_TRIALS") != NULL)
        trials = atoi(getenv("INJECT_TRIALS"));
    if (inject != NULL) {
        char *end;
        const char *number = strchr(inject, ':') + 1;
        wanted_kind = kind_called(inject, (size_t)(number - 1 - inject));
        wanted_call = strtoull(number, &end, 10);
        what = end + 1;
    }
    is_started = true;
}

__attribute__((destructor)) static void end(void)
{
    int count = 0;
    for (int descriptor = 0; descriptor < MOST_DESCRIPTORS; descriptor++)
        count += fcntl(descriptor, F_GETFD) != -1;
    counts->open_descriptors = count;
    __libc_freeres(); /* the C library's own blocks are no leak */
}

static void change_file(void)
{
    struct stat status;
    if (strcmp(what, "remove") == 0) {
        real_unlink(file);
        return;
    }
    if (stat(file, &status) != 0)
        abort();
    if (truncate(file, strcmp(what, "cut") == 0 ? status.st_size / 2 : status.st_size * 2) != 0)
        abort();
}

/* Saves or restores file positions, which a child shares with its parent. */
static void seek_files(off_t positions[MOST_DESCRIPTORS], bool restores)
{
    for (int descriptor = 0; descriptor < MOST_DESCRIPTORS; descriptor++) {
        if (!restores)
            positions[descriptor] = lseek(descriptor, 0, SEEK_CUR);
        else if (positions[descriptor] != -1)
            lseek(descriptor, positions[descriptor], SEEK_SET);
    }
}

/* Returns true in a new child, in which the call must fail. Returns false in this process after the
 * child has ended, with counts and file positions restored. */
static bool is_in_child(uint64_t call)
{
    struct trial trial = {.call = call, .wait_status = -1};
    off_t positions[MOST_DESCRIPTORS];
    struct counts before;
    seek_files(positions, false);
    memcpy(&before, counts, sizeof before);
    if (!is_indivisible) {
        int status;
        pid_t child = fork();
        if (child == 0) {
            real_close(trials);
            trials = -1;
            return true;
        }
        if (child < 0 || waitpid(child, &status, 0) != child)
            abort();
        trial.wait_status = status;
    }
    memcpy(&trial.counts, counts, sizeof trial.counts);
    memcpy(counts, &before, sizeof before);
    seek_files(positions, true);
    if (real_write(trials, &trial, sizeof trial) != sizeof trial ||
        real_read(trials, &wanted_call, sizeof wanted_call) != sizeof wanted_call)
        abort();
    return false;
}

bool injection_fails(enum kind kind)
{
    if (!is_started)
        return false;
    uint64_t call = atomic_fetch_add(&counts->calls[kind], 1) + 1;
    uint64_t system_call = kind == MEMORY ? 0 : atomic_fetch_add(&counts->calls[SYSTEM], 1) + 1;
    if (wanted_kind != kind && (wanted_kind != SYSTEM || kind == MEMORY))
        return false;
    if (wanted_kind == SYSTEM)
        call = system_call;
    bool lasts = what[0] == 'e' && what[strlen(what) - 1] == '+' && trials == -1;
    if (call < wanted_call || (call > wanted_call && !lasts))
        return false;
    if (trials != -1 && !is_in_child(call))
        return false;
    if (what[0] == 'e') {
        if (is_indivisible)
            counts->is_of_library = 1;
        errno = atoi(what + 1);
        return true;
    }
    if (what[0] == 's' && what[1] != 'h')
        raise(atoi(what + 1));
    else if (what[0] != 's')
        change_file();
    return false;
}

size_t injection_length(enum kind kind, size_t length)
{
    bool is_short = wanted_kind == kind && strcmp(what, "short") == 0 && length > 1 &&
                    counts->calls[kind] >= wanted_call;
    return is_short ? 1 : length;
}

#define _GNU_SOURCE
#include "cli/linux/sandbox_seccomp.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/count_of.h"

/* A call is allowed, or ends the process if no honest run makes it; a call in neither list fails
 * with ENOSYS. libseccomp skips calls that the processor does not have. */
static const int allowed[] = {
    /* reading */
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(_llseek),
    SCMP_SYS(getdents64),
    SCMP_SYS(fstat),
    SCMP_SYS(fstat64),
    SCMP_SYS(newfstatat),
    SCMP_SYS(fstatat64),
    SCMP_SYS(stat),
    SCMP_SYS(stat64),
    SCMP_SYS(lstat),
    SCMP_SYS(lstat64),
    SCMP_SYS(statx),
    SCMP_SYS(fcntl),
    SCMP_SYS(fcntl64),
    SCMP_SYS(dup),
    SCMP_SYS(close),
    /* finishing an output */
    SCMP_SYS(fsync),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(ppoll_time64),
    /* memory; PCRE2 compiles patterns to machine code when the first log needs them */
    SCMP_SYS(brk),
    SCMP_SYS(mmap),
    SCMP_SYS(mmap2),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(sysinfo),
    /* threads */
    SCMP_SYS(futex),
    SCMP_SYS(futex_time64),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getcpu),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
    /* signals, also those of abort() */
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    /* clocks and random numbers */
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_gettime64),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(clock_nanosleep_time64),
    SCMP_SYS(getrandom),
};

static const int forbidden[] = {
    /* programs and processes */
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(pidfd_send_signal),
    /* network */
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(socketcall),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(sendto),
    SCMP_SYS(sendmsg),
    SCMP_SYS(sendmmsg),
    /* files; the calls with flags are below */
    SCMP_SYS(creat),
    SCMP_SYS(truncate),
    SCMP_SYS(truncate64),
    SCMP_SYS(rename),
    SCMP_SYS(unlink),
    SCMP_SYS(link),
    SCMP_SYS(linkat),
    SCMP_SYS(symlink),
    SCMP_SYS(symlinkat),
    SCMP_SYS(mkdir),
    SCMP_SYS(mkdirat),
    SCMP_SYS(rmdir),
    SCMP_SYS(mknod),
    SCMP_SYS(mknodat),
    SCMP_SYS(chmod),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(chown),
    SCMP_SYS(lchown),
    SCMP_SYS(fchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr),
    SCMP_SYS(utimensat),
    SCMP_SYS(open_by_handle_at),
    /* the system */
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(move_mount),
    SCMP_SYS(open_tree),
    SCMP_SYS(fsopen),
    SCMP_SYS(pivot_root),
    SCMP_SYS(chroot),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(setuid),
    SCMP_SYS(setgid),
    SCMP_SYS(setresuid),
    SCMP_SYS(setresgid),
    SCMP_SYS(capset),
    SCMP_SYS(personality),
};

/* Compares an int argument: its register may hold anything above the 32 bits. */
static struct scmp_arg_cmp masked(unsigned argument, uint32_t mask, uint32_t value)
{
    return (struct scmp_arg_cmp){
        .arg = argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = value};
}

static struct scmp_arg_cmp equals(unsigned argument, int value)
{
    return masked(argument, UINT32_MAX, (uint32_t)value);
}

static bool add_if(scmp_filter_ctx filter, uint32_t action, int call, struct scmp_arg_cmp condition)
{
    return seccomp_rule_add_array(filter, action, call, 1, &condition) == 0;
}

static bool add_all(scmp_filter_ctx filter, uint32_t action, const int *calls, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (seccomp_rule_add(filter, action, calls[i], 0) != 0)
            return false;
    return true;
}

/* Allows opening for reading only; `argument` is the index of the flags. */
static bool limit_opening(scmp_filter_ctx filter, int call, unsigned argument)
{
    static const uint32_t writing[][2] = {
        {O_ACCMODE, O_WRONLY}, {O_ACCMODE, O_RDWR}, {O_CREAT, O_CREAT}, {O_TRUNC, O_TRUNC}};
    uint32_t any = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
    for (size_t i = 0; i < COUNT_OF(writing); i++)
        if (!add_if(filter, SCMP_ACT_KILL_PROCESS, call,
                    masked(argument, writing[i][0], writing[i][1])))
            return false;
    return add_if(filter, SCMP_ACT_ALLOW, call, masked(argument, any, 0));
}

/* Allows threads, and no processes. clone3 passes its flags by pointer, where a filter cannot see
 * them; without it C libraries fall back to clone. */
static bool limit_threads(scmp_filter_ctx filter)
{
    return add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), masked(0, CLONE_THREAD, CLONE_THREAD)) &&
           add_if(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), masked(0, CLONE_THREAD, 0));
}

/* Allows signals to this process only, reading of resource limits, and asking terminals for their
 * type and width, but not giving them input in the name of the user. */
static bool limit_other_calls(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp no_new_limit = {.arg = 2, .op = SCMP_CMP_EQ, .datum_a = 0};
    int self = getpid();
    return add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), equals(0, self)) &&
           add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), equals(0, self)) &&
           add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), no_new_limit) &&
           add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), equals(1, TCGETS)) &&
           add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), equals(1, TIOCGWINSZ)) &&
           add_if(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(ioctl), equals(1, TIOCSTI));
}

static bool limit_writing(scmp_filter_ctx filter, const struct writer *output)
{
    int descriptors[] = {STDOUT_FILENO, STDERR_FILENO,
                         output != NULL ? output->descriptor : STDOUT_FILENO};
    for (size_t i = 0; i < COUNT_OF(descriptors); i++)
        if (!add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), equals(0, descriptors[i])) ||
            !add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(writev), equals(0, descriptors[i])))
            return false;
    return true;
}

/* Allows renaming and removing only in the open folder of the output. */
static bool limit_renaming(scmp_filter_ctx filter, const struct writer *output)
{
    static const int calls[] = {SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(unlinkat)};
    int folder = output != NULL ? output->file.folder : -1;
    if (folder < 0)
        return add_all(filter, SCMP_ACT_KILL_PROCESS, calls, COUNT_OF(calls));
    const struct scmp_arg_cmp both[] = {equals(0, folder), equals(2, folder)};
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(renameat), 2, both) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(renameat2), 2, both) == 0 &&
           add_if(filter, SCMP_ACT_ALLOW, SCMP_SYS(unlinkat), equals(0, folder));
}

bool sandbox_seccomp_apply(const struct sandbox_plan *plan)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    if (filter == NULL)
        return false;
    bool done = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
                seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 &&
                add_all(filter, SCMP_ACT_ALLOW, allowed, COUNT_OF(allowed)) &&
                add_all(filter, SCMP_ACT_KILL_PROCESS, forbidden, COUNT_OF(forbidden)) &&
                limit_opening(filter, SCMP_SYS(open), 1) &&
                limit_opening(filter, SCMP_SYS(openat), 2) && limit_threads(filter) &&
                limit_other_calls(filter) && limit_writing(filter, plan->output) &&
                limit_renaming(filter, plan->output) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return done;
}

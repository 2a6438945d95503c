#define _GNU_SOURCE
#include "sandbox/calls.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int write_output(const struct attempt_context *context)
{
    int descriptor = context->output.descriptor;
    return write(descriptor, "x", 1) == 1 ? fsync(descriptor) : -1;
}

static int name_output(const struct attempt_context *context)
{
    const struct whole_file *file = &context->output.file;
    return renameat(file->folder, file->temporary, file->folder, file->name);
}

static int remove_output(const struct attempt_context *context)
{
    return unlinkat(context->output.file.folder, context->output.file.temporary, 0);
}

static void *nothing(void *context)
{
    return context;
}

static int start_thread(const struct attempt_context *context)
{
    pthread_t thread;
    (void)context;
    return pthread_create(&thread, NULL, nothing, NULL) == 0 ? pthread_join(thread, NULL) : -1;
}

static int make_executable_memory(const struct attempt_context *context)
{
    (void)context;
    void *page =
        mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page == MAP_FAILED ? -1 : munmap(page, 4096);
}

static int start_program(const struct attempt_context *context)
{
    char *const arguments[] = {(char[]){"true"}, NULL};
    (void)context;
    return execve("/bin/true", arguments, NULL); /* whose status says that it works */
}

static int write_elsewhere(const struct attempt_context *context)
{
    return write(context->inherited, "x", 1) == 1 ? 0 : -1;
}

static int empty_named_file(const struct attempt_context *context)
{
    (void)context;
    return truncate("named/a.log", 0);
}

static int open_with_flags_out_of_sight(const struct attempt_context *context)
{
    uint64_t how[3] = {O_WRONLY, 0, 0};
    (void)context;
    long descriptor = syscall(SYS_openat2, AT_FDCWD, "named/a.log", how, sizeof how);
    return descriptor < 0 ? -1 : close((int)descriptor);
}

static int remove_by_path(const struct attempt_context *context)
{
    (void)context;
    return unlinkat(AT_FDCWD, "named/a.log", 0);
}

static int remove_through_output_folder(const struct attempt_context *context)
{
    return unlinkat(context->output.file.folder, "../named/a.log", 0);
}

static int move_named_file(const struct attempt_context *context)
{
    return renameat(AT_FDCWD, "named/a.log", context->output.file.folder, "stolen");
}

static int make_folder(const struct attempt_context *context)
{
    return mkdirat(context->output.file.folder, "folder", 0700);
}

static int make_link(const struct attempt_context *context)
{
    return symlinkat("/etc/passwd", context->output.file.folder, "passwd");
}

static int make_second_name(const struct attempt_context *context)
{
    return linkat(AT_FDCWD, "named/a.log", context->output.file.folder, "second", 0);
}

static int signal_parent(const struct attempt_context *context)
{
    (void)context;
    return kill(getppid(), 0);
}

static int type_into_terminal(const struct attempt_context *context)
{
    (void)context;
    return ioctl(STDIN_FILENO, TIOCSTI, "x");
}

/* Made by function, by path and flags, or by number. */
#define CALL(name, function, by_seccomp, since)                                                    \
    {                                                                                              \
        name, function, NULL, 0, 0, by_seccomp, since                                              \
    }
#define OPEN(name, path, flags, by_seccomp, since)                                                 \
    {                                                                                              \
        name, NULL, path, flags, 0, by_seccomp, since                                              \
    }
#define BARE(call)                                                                                 \
    {                                                                                              \
#call, NULL, NULL, 0, SYS_##call, DIES, 0                                                  \
    }

const struct attempt attempts[] = {
    OPEN("read a named file", "named/a.log", O_RDONLY, WORKS, 0),
    OPEN("list a named folder", "named", O_RDONLY | O_DIRECTORY, WORKS, 0),
    CALL("write to the output", write_output, WORKS, 0),
    CALL("give the output its name", name_output, WORKS, 0),
    CALL("remove the output", remove_output, WORKS, 0),
    CALL("start a thread", start_thread, WORKS, 0),
    CALL("make executable memory", make_executable_memory, WORKS, 0),
    OPEN("read another file", "/etc/passwd", O_RDONLY, WORKS, 1),
    OPEN("read a file beside what is named", "beside.log", O_RDONLY, WORKS, 1),
    OPEN("read through a link", "named/link", O_RDONLY, WORKS, 1),
    OPEN("list the folder above", ".", O_RDONLY | O_DIRECTORY, WORKS, 1),
    OPEN("list the folder of the output", "out", O_RDONLY | O_DIRECTORY, WORKS, 1),
    OPEN("make a file", "/tmp/marsift-sandbox-new", O_WRONLY | O_CREAT | O_EXCL, DIES, 1),
    OPEN("make a file beside the output", "out/new", O_RDWR | O_CREAT, DIES, 1),
    OPEN("make a file while reading", "named/new", O_RDONLY | O_CREAT, DIES, 1),
    OPEN("make a nameless file", "out", O_WRONLY | O_TMPFILE, DIES, 1),
    OPEN("open for writing", "named/a.log", O_WRONLY, DIES, 1),
    OPEN("open for reading and writing", "named/a.log", O_RDWR | O_APPEND, DIES, 1),
    OPEN("empty by opening", "named/a.log", O_RDONLY | O_TRUNC, DIES, 3),
    CALL("empty a named file", empty_named_file, DIES, 3),
    CALL("open with flags out of sight", open_with_flags_out_of_sight, REFUSED, 1),
    CALL("write to another descriptor", write_elsewhere, REFUSED, 0),
    CALL("remove a named file", remove_by_path, REFUSED, 1),
    CALL("remove it through the output's folder", remove_through_output_folder, WORKS, 1),
    CALL("move a named file", move_named_file, REFUSED, 1),
    CALL("make a folder", make_folder, DIES, 1),
    CALL("make a link", make_link, DIES, 1),
    CALL("make a second name", make_second_name, DIES, 1),
    CALL("start a program", start_program, DIES, 1),
    CALL("send the parent a signal", signal_parent, REFUSED, 6),
    CALL("type into the terminal", type_into_terminal, DIES, 0),
    BARE(clone),
    BARE(execve),
    BARE(execveat),
    BARE(ptrace),
    BARE(process_vm_readv),
    BARE(process_vm_writev),
    BARE(socket),
    BARE(socketpair),
    BARE(connect),
    BARE(bind),
    BARE(listen),
    BARE(accept4),
    BARE(sendto),
    BARE(sendmsg),
    BARE(fchmod),
    BARE(fchmodat),
    BARE(fchownat),
    BARE(mknodat),
    BARE(mount),
    BARE(chroot),
    BARE(unshare),
    BARE(setns),
    BARE(bpf),
    BARE(perf_event_open),
    BARE(userfaultfd),
    BARE(io_uring_setup),
    BARE(keyctl),
    BARE(add_key),
    BARE(setuid),
    BARE(finit_module),
#ifdef SYS_fork
    BARE(fork),
    BARE(vfork),
    BARE(creat),
    BARE(rename),
    BARE(unlink),
    BARE(chmod),
#endif
};
const size_t attempt_count = sizeof attempts / sizeof *attempts;

int attempt_make(const struct attempt *attempt, const struct attempt_context *context)
{
    if (attempt->call != NULL)
        return attempt->call(context);
    if (attempt->path == NULL)
        return (int)syscall(attempt->number, 0, 0, 0, 0, 0, 0);
    int descriptor = open(attempt->path, attempt->flags, 0600);
    return descriptor < 0 ? -1 : close(descriptor);
}

#include "output/whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/span.h"

enum { MAX_TEMPORARY_NAMES = 100, TEMPORARY_NAME_BYTES = 48 };

/* The name of the temporary file while there is one. The one thing that a handler of a signal has
 * to know, and a handler is passed nothing. */
static _Atomic(const char *) unfinished;

static bool cannot_write(const char *path, struct fault *fault)
{
    return fault_set(fault, FAULT_WRITE, "cannot write %s: %s", path, strerror(errno));
}

/* The length of the folder part of `path` with its slash; 0 when there is none. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? 0 : (size_t)(slash - path) + 1;
}

static bool is_standard_output(const struct stat *status)
{
    struct stat standard;
    return fstat(STDOUT_FILENO, &standard) == 0 && standard.st_dev == status->st_dev &&
           standard.st_ino == status->st_ino;
}

static bool open_through(const char *path, const struct stat *status, struct whole_file *file,
                         struct fault *fault)
{
    file->descriptor =
        is_standard_output(status) ? STDOUT_FILENO : open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    return file->descriptor >= 0 || cannot_write(path, fault);
}

/* Makes the file and notes it, with no signal in between. */
static int create_noted(const char *temporary, mode_t mode)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    int reason = errno;
    if (descriptor >= 0)
        atomic_store(&unfinished, temporary);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = reason;
    return descriptor;
}

/* Opens a name beside file->path that nobody has. The name is short, so that it fits wherever the
 * final name fits. */
static bool open_temporary(struct whole_file *file, mode_t mode, struct fault *fault)
{
    size_t length = folder_length(file->path);
    size_t capacity = length + TEMPORARY_NAME_BYTES;
    file->temporary = memory_allocate(capacity, 1, fault);
    if (file->temporary == NULL)
        return false;
    memcpy(file->temporary, file->path, length);
    for (unsigned attempt = 0; attempt < MAX_TEMPORARY_NAMES; attempt++) {
        snprintf(file->temporary + length, TEMPORARY_NAME_BYTES, ".marsift-%ld-%u.tmp",
                 (long)getpid(), attempt);
        file->descriptor = create_noted(file->temporary, mode);
        if (file->descriptor >= 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    return cannot_write(file->path, fault);
}

static void whole_file_release(struct whole_file *file)
{
    if (file->descriptor >= 0) {
        close(file->descriptor);
        whole_file_remove(file->temporary);
    }
    memory_free(file->path);
    memory_free(file->temporary);
    *file = (struct whole_file){.descriptor = -1};
}

/* Replaces a regular file: what its owner may not write is not replaced behind his back, and who
 * could not read it before cannot read it afterwards. */
static bool open_replacement(const char *path, const struct stat *status, struct whole_file *file,
                             struct fault *fault)
{
    char resolved[PATH_MAX];
    if (access(path, W_OK) != 0 || realpath(path, resolved) == NULL)
        return cannot_write(path, fault);
    file->path = memory_copy_text(span_of(resolved), fault);
    if (file->path == NULL || !open_temporary(file, S_IRUSR | S_IWUSR, fault) ||
        (fchmod(file->descriptor, status->st_mode & 0777) != 0 && !cannot_write(path, fault))) {
        whole_file_release(file);
        return false;
    }
    return true;
}

static bool open_new(const char *path, struct whole_file *file, struct fault *fault)
{
    struct stat status;
    if (lstat(path, &status) == 0)
        return fault_set(fault, FAULT_WRITE, "cannot write %s: it is a link to nothing", path);
    size_t length = strlen(path);
    if (length == 0 || path[length - 1] == '/')
        return fault_set(fault, FAULT_WRITE, "cannot write %s: not a file name", path);
    file->path = memory_copy_text(span_of(path), fault);
    mode_t by_umask = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
    if (file->path == NULL || !open_temporary(file, by_umask, fault)) {
        whole_file_release(file);
        return false;
    }
    return true;
}

bool whole_file_open(const char *path, struct whole_file *file, struct fault *fault)
{
    *file = (struct whole_file){.descriptor = -1};
    struct stat status;
    if (stat(path, &status) != 0)
        return errno == ENOENT ? open_new(path, file, fault) : cannot_write(path, fault);
    /* `-o /dev/stdout >> log` must append to the log, not replace it. */
    if (!S_ISREG(status.st_mode) || is_standard_output(&status))
        return open_through(path, &status, file, fault);
    return open_replacement(path, &status, file, fault);
}

bool whole_file_sync(int descriptor, const char *name, struct fault *fault)
{
    while (fsync(descriptor) != 0) {
        /* Some file systems cannot sync, which is not a failure of ours. */
        if (errno == EINVAL || errno == ENOTSUP)
            return true;
        if (errno != EINTR)
            return cannot_write(name, fault);
    }
    return true;
}

bool whole_file_rename(const char *temporary, const char *path, struct fault *fault)
{
    if (rename(temporary, path) != 0)
        return cannot_write(path, fault);
    atomic_store(&unfinished, NULL);
    char folder[PATH_MAX];
    size_t length = folder_length(path);
    if (length >= sizeof folder)
        return true;
    snprintf(folder, sizeof folder, "%.*s", (int)length, length == 0 ? "" : path);
    int descriptor = open(length == 0 ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        /* The file itself is safe already; a folder that cannot be synced is no failure. */
        (void)fsync(descriptor);
        close(descriptor);
    }
    return true;
}

void whole_file_remove(const char *temporary)
{
    unlink(temporary);
    atomic_store(&unfinished, NULL);
}

void whole_file_remove_unfinished(void)
{
    const char *temporary = atomic_load(&unfinished);
    if (temporary != NULL)
        unlink(temporary);
}

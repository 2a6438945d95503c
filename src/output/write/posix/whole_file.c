#define _GNU_SOURCE /* O_PATH */
#include "output/write/whole_file.h"

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

enum { MAX_TEMPORARY_NAMES = 100 };

struct whole_file whole_file_none(void)
{
    return (struct whole_file){.descriptor = -1, .folder = -1};
}

/* The folder and the name of the temporary file while there is one, for the handler of a signal, to
 * which nothing can be passed. */
enum { NO_FOLDER = -1 };
static atomic_int unfinished_folder = NO_FOLDER;
static char unfinished_name[WHOLE_FILE_TEMPORARY_BYTES];

static bool cannot_write(const char *path, struct fault *fault)
{
    return fault_set(fault, FAULT_WRITE, "cannot write %s: %s", path, strerror(errno));
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

/* Creates the file and records it for the signal handler, with no signal in between. */
static int create_recorded(int folder, const char *name, mode_t mode)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int descriptor =
        openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    int reason = errno;
    if (descriptor >= 0) {
        snprintf(unfinished_name, sizeof unfinished_name, "%s", name);
        atomic_store(&unfinished_folder, folder);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = reason;
    return descriptor;
}

/* Opens the folder of `path`, and copies the name of the file. A folder need not be readable, only
 * writable. */
static bool open_folder(const char *path, struct whole_file *file, struct fault *fault)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    if (length >= sizeof folder) {
        errno = ENAMETOOLONG;
        return cannot_write(path, fault);
    }
    snprintf(folder, sizeof folder, "%.*s", (int)length, path);
    const char *place = length == 0 ? "." : folder;
    file->folder = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file->folder < 0 && errno == EACCES)
        file->folder = open(place, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (file->folder < 0)
        return cannot_write(path, fault);
    file->name = memory_copy_text(span_of(path + length), fault);
    return file->name != NULL;
}

/* Creates a file with an unused name in the folder. The name is short, so it is valid wherever the
 * final name is. */
static bool open_temporary(struct whole_file *file, const char *path, mode_t mode,
                           struct fault *fault)
{
    char name[WHOLE_FILE_TEMPORARY_BYTES];
    for (unsigned attempt = 0; attempt < MAX_TEMPORARY_NAMES; attempt++) {
        snprintf(name, sizeof name, ".marsift-%ld-%u.tmp", (long)getpid(), attempt);
        file->descriptor = create_recorded(file->folder, name, mode);
        if (file->descriptor >= 0) {
            memcpy(file->temporary, name, sizeof name);
            return true;
        }
        if (errno != EEXIST)
            break;
    }
    return cannot_write(path, fault);
}

/* Replaces a regular file. A file that the user may not write is not replaced; nobody gains the
 * right to read it. */
static bool open_replacement(const char *path, const struct stat *status, struct whole_file *file,
                             struct fault *fault)
{
    char resolved[PATH_MAX];
    if (access(path, W_OK) != 0 || realpath(path, resolved) == NULL)
        return cannot_write(path, fault);
    return open_folder(resolved, file, fault) &&
           open_temporary(file, path, S_IRUSR | S_IWUSR, fault) &&
           (fchmod(file->descriptor, status->st_mode & 0777) == 0 || cannot_write(path, fault));
}

static bool open_new(const char *path, struct whole_file *file, struct fault *fault)
{
    struct stat status;
    if (lstat(path, &status) == 0)
        return fault_set(fault, FAULT_WRITE, "cannot write %s: it is a link to nothing", path);
    size_t length = strlen(path);
    if (length == 0 || path[length - 1] == '/')
        return fault_set(fault, FAULT_WRITE, "cannot write %s: not a file name", path);
    mode_t by_umask = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
    return open_folder(path, file, fault) && open_temporary(file, path, by_umask, fault);
}

static bool open_by_kind(const char *path, struct whole_file *file, struct fault *fault)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return errno == ENOENT ? open_new(path, file, fault) : cannot_write(path, fault);
    /* `-o /dev/stdout >> log` must append to the log and not replace it. */
    if (!S_ISREG(status.st_mode) || is_standard_output(&status))
        return open_through(path, &status, file, fault);
    return open_replacement(path, &status, file, fault);
}

bool whole_file_open(const char *path, struct whole_file *file, struct fault *fault)
{
    *file = whole_file_none();
    if (open_by_kind(path, file, fault))
        return true;
    if (file->descriptor >= 0)
        close(file->descriptor);
    whole_file_release(file);
    return false;
}

bool whole_file_sync(const struct whole_file *file, const char *path, struct fault *fault)
{
    while (fsync(file->descriptor) != 0) {
        /* Some file systems cannot sync, which is no failure. */
        if (errno == EINVAL || errno == ENOTSUP)
            return true;
        if (errno != EINTR)
            return cannot_write(path, fault);
    }
    return true;
}

bool whole_file_rename(struct whole_file *file, const char *path, struct fault *fault)
{
    if (renameat(file->folder, file->temporary, file->folder, file->name) != 0)
        return cannot_write(path, fault);
    atomic_store(&unfinished_folder, NO_FOLDER);
    file->temporary[0] = '\0';
    /* The file itself is durable by now; a folder that cannot be synced is no failure. */
    (void)fsync(file->folder);
    return true;
}

void whole_file_release(struct whole_file *file)
{
    if (file->temporary[0] != '\0') {
        unlinkat(file->folder, file->temporary, 0);
        atomic_store(&unfinished_folder, NO_FOLDER);
    }
    if (file->folder >= 0)
        close(file->folder);
    memory_free(file->name);
    *file = whole_file_none();
}

void whole_file_remove_unfinished(void)
{
    int folder = atomic_load(&unfinished_folder);
    if (folder != NO_FOLDER)
        unlinkat(folder, unfinished_name, 0);
}

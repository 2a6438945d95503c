/* The functions that replace those of the C library. */
#define _GNU_SOURCE

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <locale.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

#include "faults/injection.h"

ssize_t (*real_read)(int, void *, size_t);
ssize_t (*real_write)(int, const void *, size_t);
int (*real_open)(const char *, int, ...);
int (*real_close)(int);
int (*real_unlink)(const char *);
static ssize_t (*real_pread)(int, void *, size_t, off_t);
static FILE *(*real_fopen)(const char *, const char *);
static struct dirent *(*real_readdir)(DIR *);
static int (*real_pthread_create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
static int (*real_fchmod)(int, mode_t);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_renameat)(int, const char *, int, const char *);
static int (*real_unlinkat)(int, const char *, int);
static void *(*real_mmap)(void *, size_t, int, int, int, off_t);
static int (*real_setenv)(const char *, const char *, int);
static locale_t (*real_newlocale)(int, const char *, locale_t);
static iconv_t (*real_iconv_open)(const char *, const char *);
static size_t (*real_mbrtowc)(wchar_t *, const char *, size_t, mbstate_t *);

/* The C library's allocator, under names that are not replaced. */
void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t count, size_t bytes);
void *__libc_realloc(void *block, size_t bytes);
void *__libc_memalign(size_t alignment, size_t bytes);
void __libc_free(void *block);

static void find(void *function, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

void injected_calls_find(void)
{
    find(&real_read, "read");
    find(&real_pread, "pread");
    find(&real_write, "write");
    find(&real_open, "open");
    find(&real_close, "close");
    find(&real_fopen, "fopen");
    find(&real_readdir, "readdir");
    find(&real_pthread_create, "pthread_create");
    find(&real_fchmod, "fchmod");
    find(&real_openat, "openat");
    find(&real_renameat, "renameat");
    find(&real_unlinkat, "unlinkat");
    find(&real_unlink, "unlink");
    find(&real_mmap, "mmap");
    find(&real_setenv, "setenv");
    find(&real_newlocale, "newlocale");
    find(&real_iconv_open, "iconv_open");
    find(&real_mbrtowc, "mbrtowc");
}

static void *counted(void *block)
{
    if (block != NULL)
        injection_count_blocks(1);
    return block;
}

void *malloc(size_t bytes)
{
    return injection_fails(MEMORY) ? NULL : counted(__libc_malloc(bytes));
}

void *calloc(size_t count, size_t bytes)
{
    return injection_fails(MEMORY) ? NULL : counted(__libc_calloc(count, bytes));
}

void *realloc(void *block, size_t bytes)
{
    if (injection_fails(MEMORY))
        return NULL;
    void *resized = __libc_realloc(block, bytes);
    return block == NULL ? counted(resized) : resized;
}

void *memalign(size_t alignment, size_t bytes)
{
    return injection_fails(MEMORY) ? NULL : counted(__libc_memalign(alignment, bytes));
}

void *aligned_alloc(size_t alignment, size_t bytes)
{
    return memalign(alignment, bytes);
}

int posix_memalign(void **block, size_t alignment, size_t bytes)
{
    void *aligned = memalign(alignment, bytes);
    if (aligned == NULL)
        return ENOMEM;
    *block = aligned;
    return 0;
}

void free(void *block)
{
    if (block != NULL)
        injection_count_blocks(-1);
    __libc_free(block);
}

/* Anonymous mappings, for tables and compiled patterns, count as allocations; those of files do
 * not. */
void *mmap(void *address, size_t bytes, int protection, int flags, int descriptor, off_t offset)
{
    if (flags & MAP_ANONYMOUS && injection_fails(MEMORY))
        return MAP_FAILED;
    return real_mmap(address, bytes, protection, flags, descriptor, offset);
}

ssize_t read(int descriptor, void *bytes, size_t length)
{
    return injection_fails(READ) ? -1
                                 : real_read(descriptor, bytes, injection_length(READ, length));
}

ssize_t pread(int descriptor, void *bytes, size_t length, off_t offset)
{
    return injection_fails(READ)
               ? -1
               : real_pread(descriptor, bytes, injection_length(READ, length), offset);
}

ssize_t write(int descriptor, const void *bytes, size_t length)
{
    enum kind kind = descriptor == STDERR_FILENO ? MESSAGE : WRITE;
    return injection_fails(kind) ? -1
                                 : real_write(descriptor, bytes, injection_length(kind, length));
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return injection_fails(OPEN) ? -1 : real_open(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return injection_fails(OPEN) ? -1 : real_openat(folder, path, flags, mode);
}

int __open_2(const char *path, int flags);

/* Fortified code calls this instead of open() without a mode. */
int __open_2(const char *path, int flags)
{
    return injection_fails(OPEN) ? -1 : real_open(path, flags);
}

FILE *fopen(const char *path, const char *mode)
{
    return injection_fails(OPEN) ? NULL : real_fopen(path, mode);
}

struct dirent *readdir(DIR *folder)
{
    return injection_fails(LIST) ? NULL : real_readdir(folder);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *),
                   void *argument)
{
    return injection_fails(OTHER) ? errno
                                  : real_pthread_create(thread, attributes, start, argument);
}

int close(int descriptor)
{
    /* A close that fails closes the descriptor all the same. */
    bool fails = injection_fails(CLOSE);
    int reason = errno;
    int result = real_close(descriptor);
    errno = fails ? reason : errno;
    return fails ? -1 : result;
}

/* Does not wait for the disk, because a test cannot see more than the page cache. */
int fsync(int descriptor)
{
    return injection_fails(SYNC) || fcntl(descriptor, F_GETFD) == -1 ? -1 : 0;
}

int fchmod(int descriptor, mode_t mode)
{
    return injection_fails(OTHER) ? -1 : real_fchmod(descriptor, mode);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return injection_fails(RENAME) ? -1 : real_renameat(from_folder, from, to_folder, to);
}

int unlinkat(int folder, const char *name, int flags)
{
    return injection_fails(OTHER) ? -1 : real_unlinkat(folder, name, flags);
}

int setenv(const char *name, const char *value, int replaces)
{
    injection_forbid_children(true);
    int result = real_setenv(name, value, replaces);
    injection_forbid_children(false);
    return result;
}

locale_t newlocale(int mask, const char *name, locale_t base)
{
    injection_forbid_children(true);
    locale_t locale = real_newlocale(mask, name, base);
    injection_forbid_children(false);
    return locale;
}

iconv_t iconv_open(const char *to, const char *from)
{
    injection_forbid_children(true);
    iconv_t converter = real_iconv_open(to, from);
    injection_forbid_children(false);
    return converter;
}

size_t mbrtowc(wchar_t *character, const char *bytes, size_t length, mbstate_t *state)
{
    injection_forbid_children(true);
    size_t result = real_mbrtowc(character, bytes, length, state);
    injection_forbid_children(false);
    return result;
}

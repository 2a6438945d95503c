/* What the preloaded calls (injected_calls.c) ask before they take their course. */
#ifndef MARSIFT_TESTS_INJECTION_H
#define MARSIFT_TESTS_INJECTION_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum kind {
    MEMORY,
    OPEN,
    READ,
    LIST, /* an entry of a folder */
    WRITE,
    MESSAGE, /* a write to standard error */
    CLOSE,
    SYNC,
    RENAME,
    OTHER,
    SYSTEM, /* all but MEMORY together */
    KIND_COUNT
};

/* Counts a call; true when it is to fail, with errno set. */
bool injection_fails(enum kind kind);

/* How much of `length` bytes a call of `kind` that was counted may read or write. */
size_t injection_length(enum kind kind, size_t length);

/* Counts blocks that were allocated (1) and released (-1). */
void injection_count_blocks(int change);

/* Around a function of the C library that takes a lock which only the thread that took it can
 * release: a child would wait for it for ever. What it keeps when it fails is its own affair. */
void injection_forbid_children(bool is_forbidden);

/* What the preloaded calls hide. */
extern ssize_t (*real_read)(int, void *, size_t);
extern ssize_t (*real_write)(int, const void *, size_t);
extern int (*real_open)(const char *, int, ...);
extern int (*real_close)(int);
extern int (*real_unlink)(const char *);
void injected_calls_find(void);

#endif

/* Used by the replaced functions (injected_calls.c) before they call the original ones. */
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
    LIST, /* reading an entry of a folder */
    WRITE,
    MESSAGE, /* writing to standard error */
    CLOSE,
    SYNC,
    RENAME,
    OTHER,
    SYSTEM, /* all kinds except MEMORY */
    KIND_COUNT
};

/* Counts a call. True if it must fail; sets errno. */
bool injection_fails(enum kind kind);

/* Returns how many of `length` bytes the last counted call of `kind` may read or write. */
size_t injection_length(enum kind kind, size_t length);

/* Counts a block that was allocated (1) or released (-1). */
void injection_count_blocks(int change);

/* Forbids or allows trials in this thread, around functions of the C library that hold a lock: a
 * child would wait for it forever. Blocks that such a function does not release are not counted as
 * leaks if it fails. */
void injection_forbid_children(bool is_forbidden);

/* The original functions. */
extern ssize_t (*real_read)(int, void *, size_t);
extern ssize_t (*real_write)(int, const void *, size_t);
extern int (*real_open)(const char *, int, ...);
extern int (*real_close)(int);
extern int (*real_unlink)(const char *);
void injected_calls_find(void);

#endif

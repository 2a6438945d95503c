#include "support/guard.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct guard guard_copy(struct span content)
{
    size_t page_bytes = (size_t)sysconf(_SC_PAGESIZE);
    size_t data_pages = (content.length + page_bytes - 1) / page_bytes;
    struct guard guard = {.length = content.length, .pages_bytes = (data_pages + 1) * page_bytes};
    guard.pages =
        mmap(NULL, guard.pages_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (guard.pages == MAP_FAILED)
        abort();
    char *forbidden = (char *)guard.pages + data_pages * page_bytes;
    if (mprotect(forbidden, page_bytes, PROT_NONE) != 0)
        abort();
    guard.bytes = forbidden - content.length;
    if (content.length > 0)
        memcpy(guard.bytes, content.bytes, content.length);
    return guard;
}

void guard_release(struct guard *guard)
{
    munmap(guard->pages, guard->pages_bytes);
    *guard = (struct guard){0};
}

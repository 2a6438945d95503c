#include "cli/progress.h"

#include <stdio.h>
#include <time.h>

/* A short run shows nothing. */
enum { SHOW_AFTER_MS = 500, SHOW_EVERY_MS = 200 };

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_add(void *context, uint64_t bytes, const char *source)
{
    struct progress *progress = context;
    if (!progress->is_enabled)
        return;
    progress->bytes += bytes;
    int64_t now = now_ms();
    if (progress->next_show_ms == 0)
        progress->next_show_ms = now + SHOW_AFTER_MS;
    if (now < progress->next_show_ms)
        return;
    progress->next_show_ms = now + SHOW_EVERY_MS;
    progress->has_line = true;
    /* Cut the name at its first control character, which could move the cursor. */
    int length = 0;
    while (length < 50 && (unsigned char)source[length] >= ' ' && source[length] != 0x7F)
        length++;
    fprintf(stderr, "\r\033[Kmarsift: %llu MB read, %.*s",
            (unsigned long long)progress->bytes / 1000000, length, source);
    fflush(stderr);
}

void progress_end(struct progress *progress)
{
    if (progress->has_line)
        fputs("\r\033[K", stderr);
    progress->has_line = false;
}

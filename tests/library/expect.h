/* Shared by the programs that test the library. */
#ifndef MARSIFT_TESTS_LIBRARY_EXPECT_H
#define MARSIFT_TESTS_LIBRARY_EXPECT_H

#include <marsift/marsift.h>
#include <stdio.h>
#include <stdlib.h>

/* Prints the condition and its line, and ends the program, unless it holds. */
#define EXPECT(condition)                                                                          \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            printf("%s:%d: %s\n", __FILE__, __LINE__, #condition);                                 \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

/* Opens a handle for logs of `host` (may be NULL) from 2024. */
static inline struct marsift *open_run(const char *host)
{
    struct marsift_options options = {.size = sizeof options, .host = host, .year = 2024};
    struct marsift *run;
    EXPECT(marsift_open(&options, &run) == MARSIFT_OK);
    return run;
}

#endif

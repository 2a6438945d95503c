/* A file in memory that has a path, for code that reads paths. */
#ifndef MARSIFT_TESTS_MEMORY_FILE_H
#define MARSIFT_TESTS_MEMORY_FILE_H

#include "base/span.h"

struct memory_file {
    int descriptor;
    char path[32];
};

struct memory_file memory_file_open(struct span content);
void memory_file_close(const struct memory_file *file);

#endif

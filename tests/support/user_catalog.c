#include "support/user_catalog.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_BYTES = 64 };

static void write_file(char path[PATH_BYTES], const char *text)
{
    snprintf(path, PATH_BYTES, "/tmp/marsift-catalog-XXXXXX");
    int descriptor = mkstemp(path);
    cr_assert(ge(int, descriptor, 0));
    cr_assert(eq(long, write(descriptor, text, strlen(text)), (long)strlen(text)));
    close(descriptor);
}

struct catalog *user_catalog_open(const char *first, const char *second, struct fault *fault)
{
    char paths[2][PATH_BYTES];
    const char *list[2] = {paths[0], paths[1]};
    size_t count = second != NULL ? 2 : 1;
    write_file(paths[0], first);
    if (second != NULL)
        write_file(paths[1], second);
    struct catalog *catalog = catalog_open(list, count, fault);
    for (size_t i = 0; i < count; i++)
        unlink(paths[i]);
    return catalog;
}

#include "base/embedded.h"

#include <string.h>

struct span embedded_find(const char *name)
{
    for (const struct embedded_file *file = embedded_files; file->name != NULL; file++)
        if (strcmp(file->name, name) == 0)
            return file->content;
    return (struct span){0};
}

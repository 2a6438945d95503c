#include "catalog/severity.h"

#include <assert.h>

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {"information", "warning", "error"};
    static_assert(sizeof names / sizeof *names == SEVERITY_COUNT, "a name for each severity");
    return names[severity];
}

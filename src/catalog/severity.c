#include "catalog/severity.h"

#include <assert.h>

#include "base/count_of.h"

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {"information", "warning", "error"};
    static_assert(COUNT_OF(names) == SEVERITY_COUNT, "a name for each severity");
    return names[severity];
}

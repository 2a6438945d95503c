#include "catalog/severity.h"

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {"information", "warning", "error"};
    return names[severity];
}

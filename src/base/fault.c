#include "base/fault.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
{
    if (fault == NULL || fault->kind != FAULT_NONE)
        return false;
    fault->kind = kind;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(fault->text, sizeof fault->text, format, arguments);
    va_end(arguments);
    return false;
}

bool fault_no_memory(struct fault *fault)
{
    return fault_set(fault, FAULT_MEMORY, "out of memory");
}

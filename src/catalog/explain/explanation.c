#include "catalog/explain/explanation.h"

const char *explanation_kind_name(enum explanation_kind kind)
{
    static const char *const names[] = {"unknown", "hresult", "agent-error", "topic"};
    return names[kind];
}

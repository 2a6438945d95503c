#include "catalog/explain/explanation.h"

#include <assert.h>

const char *explanation_kind_name(enum explanation_kind kind)
{
    static const char *const names[] = {"unknown", "hresult", "agent-error", "topic"};
    static_assert(sizeof names / sizeof *names == EXPLAIN_TOPIC + 1, "a name for each kind");
    return names[kind];
}

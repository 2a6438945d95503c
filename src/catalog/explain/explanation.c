#include "catalog/explain/explanation.h"

#include <assert.h>

#include "base/count_of.h"

const char *explanation_kind_name(enum explanation_kind kind)
{
    static const char *const names[] = {"unknown", "hresult", "agent-error", "topic", "readings"};
    static_assert(COUNT_OF(names) == EXPLAIN_READINGS + 1, "a name for each kind");
    return names[kind];
}

#include "report/triage_item.h"

bool triage_item_prepend(struct triage_item *item, const char *action, const char *key,
                         struct arena *arena, struct fault *fault)
{
    size_t count = item->leading_actions + 1;
    const char **actions = arena_allocate(arena, count, sizeof *actions, fault);
    const char **keys = arena_allocate(arena, count, sizeof *keys, fault);
    if (actions == NULL || keys == NULL)
        return false;
    actions[0] = action;
    keys[0] = key;
    for (size_t i = 1; i < count; i++) {
        actions[i] = item->actions[i - 1];
        keys[i] = item->keys[i - 1];
    }
    item->actions = actions;
    item->keys = keys;
    item->leading_actions = count;
    return true;
}

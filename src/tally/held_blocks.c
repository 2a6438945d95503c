#include "tally/held_blocks.h"

#include <string.h>

#include "base/count_of.h"

/* True if only a few facts of the record are counted, and none of its texts. */
static bool is_without_text(const struct verdict *verdict)
{
    return verdict->class == VERDICT_NOISE || verdict->class == VERDICT_FRAME;
}

uint64_t held_block_bytes(const struct classified_block *block)
{
    uint64_t bytes = sizeof(struct held_block) + block->item_count * sizeof *block->items;
    for (size_t i = 0; i < block->item_count; i++)
        bytes +=
            is_without_text(&block->items[i].verdict) ? 0 : block->items[i].verdict.text.length;
    return bytes;
}

/* Copies `count` items; an empty array needs no memory. */
static bool copy_items(const void **items, size_t count, size_t item_bytes, struct arena *arena,
                       struct fault *fault)
{
    if (count == 0)
        return true;
    void *copy = arena_allocate(arena, count, item_bytes, fault);
    if (copy == NULL)
        return false;
    memcpy(copy, *items, count * item_bytes);
    *items = copy;
    return true;
}

/* Makes `*part` point into `copy` if it is a part of `text`; else it is copied itself. */
static bool move_part(struct span *part, struct span text, struct span copy, struct arena *arena,
                      struct fault *fault)
{
    uintptr_t start = (uintptr_t)text.bytes;
    uintptr_t at = (uintptr_t)part->bytes;
    if (part->length == 0 && (at < start || at > start + text.length))
        return true;
    if (at >= start && at + part->length <= start + text.length && copy.bytes != NULL) {
        part->bytes = copy.bytes + (at - start);
        return true;
    }
    *part = arena_copy(arena, *part, fault);
    return part->bytes != NULL;
}

static bool copy_texts(struct verdict *verdict, struct arena *arena, struct fault *fault)
{
    struct span text = verdict->text;
    struct span copy = {0};
    if (is_without_text(verdict))
        verdict->text = verdict->body = (struct span){0};
    else
        copy = verdict->text = arena_copy(arena, text, fault);
    if (!is_without_text(verdict) && copy.bytes == NULL)
        return false;
    struct span *const parts[] = {&verdict->path, &verdict->symbol,     &verdict->operation,
                                  &verdict->job,  &verdict->source,     &verdict->host,
                                  &verdict->body, &verdict->fact_value, &verdict->statement.item};
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (!move_part(parts[i], text, copy, arena, fault))
            return false;
    return true;
}

bool held_list_append(struct held_list *list, const struct classified_block *block,
                      struct arena *arena, struct fault *fault)
{
    struct held_block *held = arena_allocate(arena, 1, sizeof *held, fault);
    if (held == NULL)
        return false;
    held->block = *block;
    size_t limited_rule_count = 0;
    for (size_t i = 0; i < block->item_count; i++)
        limited_rule_count += block->items[i].verdict.limited_rule_count;
    const void *items = block->items;
    const void *volumes = block->volumes;
    const void *limited_rules = block->limited_rules;
    if (!copy_items(&items, block->item_count, sizeof *block->items, arena, fault) ||
        !copy_items(&volumes, block->volume_count, sizeof *block->volumes, arena, fault) ||
        !copy_items(&limited_rules, limited_rule_count, sizeof *block->limited_rules, arena, fault))
        return false;
    held->block.items = items;
    held->block.volumes = volumes;
    held->block.limited_rules = limited_rules;
    for (size_t i = 0; i < block->item_count; i++) {
        struct classified_record *copies = (struct classified_record *)items;
        if (!copy_texts(&copies[i].verdict, arena, fault))
            return false;
    }
    if (list->last == NULL)
        list->first = held;
    else
        list->last->next = held;
    list->last = held;
    return true;
}

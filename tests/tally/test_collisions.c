/* Names that were made to collide cost no more than others, since nobody outside knows the seed.
 * Costs are counted in slots that are read, not in seconds. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/hash_table.h"
#include "tally/file_set.h"

enum { KEY_COUNT = 20 * 1000, SHARE = 128, NAME_BYTES = 32 };

/* The share of the hashes that a table puts next to each other. */
enum target { BY_LOW_BITS, BY_HIGH_BITS };

struct letters {
    char text[KEY_COUNT][NAME_BYTES];
};

static uint64_t hash_of(const char *name, uint64_t seed)
{
    return hash_span(span_of(name), seed);
}

static bool collides(uint64_t hash, enum target target)
{
    /* A table of KEY_COUNT keys has 2^15 slots. */
    return target == BY_LOW_BITS ? hash % (1u << 15) < (1u << 15) / SHARE
                                 : hash < UINT64_MAX / SHARE;
}

/* Chooses names as an attacker who knows `seed` would: all fall into one of SHARE parts. */
static void choose_names(struct letters *names, enum target target, uint64_t seed)
{
    uint64_t number = 0;
    for (size_t i = 0; i < KEY_COUNT; number++) {
        snprintf(names->text[i], NAME_BYTES, "d:\\%llx.doc", (unsigned long long)number);
        i += collides(hash_of(names->text[i], seed), target);
    }
}

static void any_names(struct letters *names)
{
    for (size_t i = 0; i < KEY_COUNT; i++)
        snprintf(names->text[i], NAME_BYTES, "d:\\%zx.doc", i);
}

/* The slots that are read to find each key once. */
static uint64_t cost_of_table(const struct letters *names, uint64_t seed)
{
    struct hash_table table = {0};
    uint64_t slots = 0;
    for (size_t i = 0; i < KEY_COUNT; i++) {
        uint32_t *value;
        bool is_new;
        cr_assert(hash_table_add(&table, hash_of(names->text[i], seed), (uint32_t)i, &value,
                                 &is_new, NULL));
    }
    for (size_t i = 0; i < table.capacity; i++)
        if (table.entries[i].key != 0)
            slots += 1 + ((i - (size_t)table.entries[i].key) & (table.capacity - 1));
    hash_table_release(&table);
    return slots;
}

static uint64_t cost_of_file_set(const struct letters *names, uint64_t seed)
{
    struct file_set files = {0};
    uint64_t slots = 0;
    for (size_t i = 0; i < KEY_COUNT; i++) {
        bool is_new;
        cr_assert(file_set_add(&files, hash_of(names->text[i], seed), &is_new, NULL) != NULL);
    }
    size_t cursor = 0;
    for (const struct file_entry *file; (file = file_set_next(&files, &cursor)) != NULL;)
        slots += cursor - (size_t)((file->key >> 32) * files.capacity >> 32);
    /* A table that grew because of clusters costs memory: each slot counts as read. */
    slots += files.capacity;
    file_set_release(&files);
    return slots;
}

static void check_attack(enum target target,
                         uint64_t (*cost_of)(const struct letters *names, uint64_t seed))
{
    const uint64_t known_seed = 12345;
    struct letters *names = malloc(sizeof *names);
    cr_assert(ne(ptr, names, NULL));
    any_names(names);
    uint64_t usual = cost_of(names, known_seed);
    choose_names(names, target, known_seed);
    uint64_t attacked = cost_of(names, known_seed);
    cr_assert(attacked > 10 * usual, "the attack works: %llu, usually %llu",
              (unsigned long long)attacked, (unsigned long long)usual);
    for (unsigned i = 0; i < 20; i++) {
        uint64_t cost = cost_of(names, hash_fresh_seed());
        cr_assert(cost < 2 * usual, "%llu, usually %llu", (unsigned long long)cost,
                  (unsigned long long)usual);
    }
    free(names);
}

Test(tally_collisions, of_names_cost_at_most_twice_as_much_in_a_table)
{
    check_attack(BY_LOW_BITS, cost_of_table);
}

Test(tally_collisions, of_names_cost_at_most_twice_as_much_in_the_set_of_files)
{
    check_attack(BY_HIGH_BITS, cost_of_file_set);
}

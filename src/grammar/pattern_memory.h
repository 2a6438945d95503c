/* The allocator of PCRE2 for one pattern. PCRE2 10.42 does not check for NULL while it compiles
 * machine code: a failed allocation then jumps out instead of returning. */
#ifndef MARSIFT_GRAMMAR_PATTERN_MEMORY_H
#define MARSIFT_GRAMMAR_PATTERN_MEMORY_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

/* Start zeroed; must not be moved. While `is_jumping`, a failed allocation jumps to `on_failure`,
 * and only pattern_memory_release can free the blocks of the interrupted call. */
struct pattern_memory {
    struct pattern_memory_block *blocks;
    bool is_jumping;
    jmp_buf on_failure;
};

/* For pcre2_general_context_create; `context` is the struct pattern_memory. */
void *pattern_memory_allocate(size_t size_bytes, void *context);
void pattern_memory_free(void *bytes, void *context);

/* Frees all blocks that PCRE2 has not freed. */
void pattern_memory_release(struct pattern_memory *memory);

#endif

/* The memory that PCRE2 takes for a pattern. PCRE2 10.42 does not look whether memory was refused
 * while it makes machine code, and writes through the NULL: so that is told by a jump instead. */
#ifndef MARSIFT_GRAMMAR_PATTERN_MEMORY_H
#define MARSIFT_GRAMMAR_PATTERN_MEMORY_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

/* Start zeroed, at an address that stays. While `is_jumping` a refused request jumps to `way_out`;
 * what was under way then holds blocks that only pattern_memory_release knows. */
struct pattern_memory {
    struct pattern_memory_block *blocks;
    bool is_jumping;
    jmp_buf way_out;
};

/* For pcre2_general_context_create; `context` is the struct pattern_memory. */
void *pattern_memory_allocate(size_t size_bytes, void *context);
void pattern_memory_free(void *bytes, void *context);

/* Frees what was not given back. */
void pattern_memory_release(struct pattern_memory *memory);

#endif

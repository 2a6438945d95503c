#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/arena.h"

Test(base_arena, pieces_are_aligned_and_text_ends_with_nul)
{
    struct arena arena = {0};
    for (size_t i = 0; i < 3000; i++) {
        struct span copy = arena_copy(&arena, span_slice(span_of("abcdefgh"), 0, i % 9), NULL);
        cr_assert(eq(sz, (size_t)copy.bytes % 16, 0));
        cr_assert(eq(chr, copy.bytes[copy.length], '\0'));
    }
    arena_release(&arena);
}

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <string.h>

#include "input/utf8.h"
#include "support/guard.h"

Test(input_utf8, ascii_ends_at_the_first_byte_that_is_none)
{
    for (size_t length = 0; length <= 150; length++)
        for (size_t at = 0; at <= length; at++) {
            char bytes[151];
            memset(bytes, 'x', sizeof bytes);
            bytes[at] = (char)0xC3;
            struct guard guard = guard_copy((struct span){bytes, length});
            cr_assert(eq(sz, utf8_ascii_length((struct span){guard.bytes, length}), at));
            guard_release(&guard);
        }
}

#include "input/archive/spool.h"

#include "base/fault.h"

enum { STEP_BYTES = 64 * 1024 };

enum held_result held_fill(struct held *held, struct byte_reader reader, uint64_t max_bytes)
{
    for (;;) {
        if (!buffer_reserve(&held->bytes, STEP_BYTES, NULL))
            return HELD_NO_MEMORY;
        size_t got =
            reader.read(reader.context, held->bytes.bytes + held->bytes.length, STEP_BYTES);
        if (got == 0)
            return HELD_ALL;
        held->bytes.length += got;
        if (held->bytes.length > max_bytes)
            return HELD_TOO_BIG;
    }
}

struct span held_span(const struct held *held)
{
    return buffer_span(&held->bytes);
}

void held_release(struct held *held)
{
    buffer_release(&held->bytes);
}

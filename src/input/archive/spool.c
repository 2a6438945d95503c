#include "input/archive/spool.h"

#include "base/fault.h"

enum { STEP_BYTES = 64 * 1024 };

enum spool_result spool_fill(struct spool *held, struct byte_reader reader, uint64_t max_bytes)
{
    for (;;) {
        if (!buffer_reserve(&held->bytes, STEP_BYTES, NULL))
            return SPOOL_NO_MEMORY;
        size_t got =
            reader.read(reader.context, held->bytes.bytes + held->bytes.length, STEP_BYTES);
        if (got == 0)
            return SPOOL_ALL;
        held->bytes.length += got;
        if (held->bytes.length > max_bytes)
            return SPOOL_TOO_BIG;
    }
}

struct span spool_span(const struct spool *held)
{
    return buffer_span(&held->bytes);
}

void spool_release(struct spool *held)
{
    buffer_release(&held->bytes);
}

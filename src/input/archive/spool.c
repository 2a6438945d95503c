#include "input/archive/spool.h"

#include "base/fault.h"

enum { SPOOL_STEP_BYTES = 64 * 1024 };

enum spool_result spool_fill(struct spool *spool, struct byte_reader reader, uint64_t max_bytes)
{
    for (;;) {
        if (!buffer_reserve(&spool->bytes, SPOOL_STEP_BYTES, NULL))
            return SPOOL_NO_MEMORY;
        size_t got =
            reader.read(reader.context, spool->bytes.bytes + spool->bytes.length, SPOOL_STEP_BYTES);
        if (got == 0)
            return SPOOL_ALL;
        spool->bytes.length += got;
        if (spool->bytes.length > max_bytes)
            return SPOOL_TOO_BIG;
    }
}

struct span spool_span(const struct spool *spool)
{
    return buffer_span(&spool->bytes);
}

void spool_release(struct spool *spool)
{
    buffer_release(&spool->bytes);
}

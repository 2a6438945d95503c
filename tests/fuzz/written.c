#include "fuzz/written.h"

#include "fuzz/fuzz.h"

static struct writer writer;
static struct buffer memory;

struct writer *written_begin(void)
{
    memory.length = 0;
    writer_to_memory(&writer, &memory);
    return &writer;
}

struct span written_finish(void)
{
    MUST_HOLD(writer_finish(&writer, NULL));
    return buffer_span(&memory);
}

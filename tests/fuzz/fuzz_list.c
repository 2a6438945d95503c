/* Events of failed-files lists. */
#include "fuzz/events.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    events_check("failed-files", fuzz_span(data, size));
    return 0;
}

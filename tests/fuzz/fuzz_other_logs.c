/* Events of the other dialects; the first byte chooses which. */
#include "fuzz/events.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const dialects[] = {"events", "messages", "text", "wsb-error", "console"};
    struct span text = fuzz_span(data, size);
    size_t number = fuzz_setting(&text) % (sizeof dialects / sizeof *dialects);
    events_check(dialects[number], text);
    return 0;
}

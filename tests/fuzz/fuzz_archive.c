/* The archive walker: any bytes, read at once or a few at a time, give the same logs, members and
 * problems, within small limits; every reported name is valid UTF-8. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "input/container_walk.h"
#include "support/collected.h"
#include "support/memory_reader.h"
#include "text/utf8.h"

/* Far below the limits of a run, so that decompression bombs end quickly. */
static struct limits small_limits(void)
{
    struct limits limits = limits_default();
    limits.max_unpacked_bytes = 1 << 20;
    limits.max_held_bytes = 1 << 20;
    limits.max_members = 100;
    limits.max_nesting = 3;
    return limits;
}

static void walk(struct collected *collected, struct span bytes, size_t step)
{
    struct memory_reader memory = {.bytes = bytes, .step = step};
    struct fault fault = {0};
    collected_init(collected);
    collected->limits = small_limits();
    collected->shows_origin = true;
    struct source_options options = {.limits = &collected->limits};
    struct source_handler handler = collected_handler(collected);
    struct source_state state = {.options = &options, .handler = &handler, .source = "input"};
    struct walk_start start = {.bytes = memory_reader_open(&memory)};
    MUST_HOLD(container_walk_read(&state, &start, &fault));
    MUST_HOLD(fault.kind == FAULT_NONE && !collected->is_acquired);
    MUST_HOLD(state.unpacked_bytes <= collected->limits.max_unpacked_bytes);
    MUST_HOLD(state.member_count <= collected->limits.max_members + 1);
    decoder_release(&state.decoder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span bytes = fuzz_span(data, size);
    struct collected whole;
    struct collected stepwise;
    walk(&whole, bytes, 0);
    struct span report = buffer_span(&whole.text);
    MUST_HOLD(utf8_valid_length(report) == report.length);
    walk(&stepwise, bytes, 1 + fuzz_choice(bytes, 700));
    MUST_HOLD(span_equals(report, buffer_span(&stepwise.text)));
    collected_release(&whole);
    collected_release(&stepwise);
    return 0;
}

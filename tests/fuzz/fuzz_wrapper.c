/* Wrappers: whatever steps are proposed for a text, as many valid lines come out as went in, and
 * they do not depend on the lines' neighbours in memory. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "input/wrapper/wrapper_finder.h"
#include "input/wrapper/wrapper_stage.h"
#include "text/utf8.h"

enum { MAX_LINES = 64 };

/* Cuts the text into valid lines without CR, as the decoder does. */
static size_t cut_lines(struct span text, struct span lines[MAX_LINES])
{
    size_t count = 0;
    for (size_t at = 0; at < text.length && count < MAX_LINES; count++) {
        struct span rest = span_slice(text, at, text.length);
        size_t length = span_find_byte(rest, '\n');
        lines[count] = span_slice(rest, 0, length);
        lines[count].length = utf8_valid_length(lines[count]);
        lines[count].length = span_find_byte(lines[count], '\r');
        at += length + 1;
    }
    return count;
}

/* Chooses steps until no more are proposed. */
static void choose_steps(struct wrapper *wrapper, struct span input, const struct span *lines,
                         size_t count)
{
    struct wrapper_proposals proposals;
    for (size_t i = 0; i < MAX_WRAPPER_STEPS; i++) {
        wrapper_finder_propose(wrapper, lines, count, &proposals);
        if (!proposals.has_evident && proposals.count == 0)
            break;
        MUST_HOLD(wrapper->count < MAX_WRAPPER_STEPS);
        wrapper->steps[wrapper->count++] =
            proposals.has_evident ? proposals.evident
                                  : proposals.steps[fuzz_choice(input, proposals.count)];
    }
}

static void check_output(struct span out, size_t wanted_lines)
{
    size_t lines = 0;
    for (size_t at = 0; at < out.length; lines++) {
        struct span rest = span_slice(out, at, out.length);
        size_t length = span_find_byte(rest, '\n');
        MUST_HOLD(length < rest.length);
        MUST_HOLD(span_find_byte(span_slice(rest, 0, length), '\r') == length);
        at += length + 1;
    }
    MUST_HOLD(lines == wanted_lines);
    MUST_HOLD(utf8_valid_length(out) == out.length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span input = fuzz_span(data, size);
    struct span rest = input;
    struct span lines[MAX_LINES];
    struct wrapper wrapper = {.count = 0};
    struct wrapper_stage stage = {.held_lines = 0};
    struct buffer out = {0};
    struct fault fault = {0};
    bool has_hosts = fuzz_setting(&rest) % 2 == 1;
    size_t count = cut_lines(rest, lines);
    choose_steps(&wrapper, input, lines, count);
    wrapper_stage_start(&stage, &wrapper, has_hosts);
    for (size_t i = 0; i < count; i++) {
        char *copy = fuzz_copy(lines[i]);
        MUST_HOLD(wrapper_stage_feed(&stage, (struct span){copy, lines[i].length}, &out, &fault));
        free(copy);
    }
    MUST_HOLD(wrapper_stage_end(&stage, &out, &fault));
    check_output(buffer_span(&out), count);
    MUST_HOLD(wrapper_kinds_of(&wrapper).count == wrapper.count);
    wrapper_stage_release(&stage);
    buffer_release(&out);
    return 0;
}

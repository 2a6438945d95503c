/* Inflates gzip members with ISA-L. */
#include "input/archive/gzip_member.h"

#include <isa-l/igzip_lib.h>
#include <stdbool.h>
#include <string.h>

#include "base/memory.h"

struct gzip_member {
    struct inflate_state state;
    int failure; /* 0: none */
};

struct gzip_member *gzip_member_open(struct fault *fault)
{
    struct gzip_member *member = memory_allocate(1, sizeof *member, fault);
    if (member != NULL)
        gzip_member_restart(member);
    return member;
}

void gzip_member_close(struct gzip_member *member)
{
    memory_free(member);
}

void gzip_member_restart(struct gzip_member *member)
{
    member->failure = 0;
    isal_inflate_init(&member->state);
    member->state.crc_flag = ISAL_GZIP;
}

static const char *reason_of(int result)
{
    switch (result) {
    case ISAL_INVALID_BLOCK:
        return "invalid block type";
    case ISAL_INVALID_SYMBOL:
        return "invalid code";
    case ISAL_INVALID_LOOKBACK:
        return "invalid distance too far back";
    case ISAL_INCORRECT_CHECKSUM:
        return "incorrect data check";
    default:
        return "unknown form";
    }
}

/* Delivers what ISA-L has inflated ahead, up to 64 KiB, which it withholds when it then meets
 * damage. True if there was any. */
static bool drain_lookahead(struct gzip_member *member, struct gzip_window *window)
{
    struct inflate_state *state = &member->state;
    uint32_t lookahead = (uint32_t)(state->tmp_out_valid - state->tmp_out_processed);
    uint32_t copied = lookahead < window->out_bytes ? lookahead : window->out_bytes;
    memcpy(window->out, state->tmp_out_buffer + state->tmp_out_processed, copied);
    state->tmp_out_processed += (int32_t)copied;
    window->out += copied;
    window->out_bytes -= copied;
    return lookahead > 0;
}

static void inflate_window(struct gzip_member *member, struct gzip_window *window)
{
    struct inflate_state *state = &member->state;
    state->next_in = (uint8_t *)window->in;
    state->avail_in = window->in_bytes;
    state->next_out = window->out;
    state->avail_out = window->out_bytes;
    int result = isal_inflate(state);
    member->failure = result < 0 ? result : 0;
    window->in = state->next_in;
    window->in_bytes = state->avail_in;
    window->out = state->next_out;
    window->out_bytes = state->avail_out;
}

enum gzip_step gzip_member_inflate(struct gzip_member *member, struct gzip_window *window,
                                   const char **why)
{
    uint32_t in_before = window->in_bytes;
    uint32_t out_before = window->out_bytes;
    if (member->failure == 0)
        inflate_window(member, window);
    if (member->failure != 0 && drain_lookahead(member, window))
        return GZIP_PROGRESS;
    if (member->failure != 0) {
        *why = reason_of(member->failure);
        return GZIP_FAILED;
    }
    if (member->state.block_state == ISAL_BLOCK_FINISH)
        return GZIP_END;
    bool made_progress = window->in_bytes != in_before || window->out_bytes != out_before;
    return made_progress ? GZIP_PROGRESS : GZIP_NO_PROGRESS;
}

const char *gzip_member_library(void)
{
    return "ISA-L";
}

/* gzip members by ISA-L. */
#include "input/gzip_member.h"

#include <isa-l/igzip_lib.h>
#include <stdbool.h>

#include "base/memory.h"

struct gzip_member {
    struct inflate_state state;
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

enum gzip_step gzip_member_inflate(struct gzip_member *member, struct gzip_window *window,
                                   const char **why)
{
    struct inflate_state *state = &member->state;
    uint32_t in_before = window->in_bytes;
    uint32_t out_before = window->out_bytes;
    state->next_in = (uint8_t *)window->in;
    state->avail_in = window->in_bytes;
    state->next_out = window->out;
    state->avail_out = window->out_bytes;
    int result = isal_inflate(state);
    window->in = state->next_in;
    window->in_bytes = state->avail_in;
    window->out = state->next_out;
    window->out_bytes = state->avail_out;
    if (result < 0) {
        *why = reason_of(result);
        return GZIP_FAILED;
    }
    if (state->block_state == ISAL_BLOCK_FINISH)
        return GZIP_ENDED;
    bool went_on = window->in_bytes != in_before || window->out_bytes != out_before;
    return went_on ? GZIP_WENT_ON : GZIP_STUCK;
}

const char *gzip_member_library(void)
{
    return "ISA-L";
}

#include "input/wrapper/wrapper_stage.h"

#include "input/encoding/line_hosts.h"
#include "input/wrapper/screen_break.h"
#include "input/wrapper/wrapper_printable.h"
#include "input/wrapper/wrapper_row.h"
#include "text/joined_line.h"

/* A line is joined of so many parts, and no more. */
enum { MAX_PARTS = 64, MAX_ROW_LINES = 100, MAX_ROW_BYTES = 64 * 1024 };

void wrapper_stage_start(struct wrapper_stage *stage, const struct wrapper *wrapper, bool has_hosts)
{
    stage->wrapper = *wrapper;
    stage->has_hosts = has_hosts;
    stage->state.heading_host.length = 0;
    stage->state.match_part = MATCH_NONE;
    stage->held_lines = 0;
    stage->soft.length = 0;
    stage->soft_lines = 0;
    stage->row.length = 0;
    stage->row_lines = 0;
    stage->has_tags = false;
    for (size_t i = 0; i < wrapper->count; i++)
        stage->has_tags = stage->has_tags || wrapper->steps[i].kind == WRAPPER_TAGS;
}

void wrapper_stage_release(struct wrapper_stage *stage)
{
    wrapper_state_release(&stage->state);
    buffer_release(&stage->held);
    buffer_release(&stage->soft);
    buffer_release(&stage->row);
    buffer_release(&stage->held_host);
}

static bool give_line(const struct wrapper_stage *stage, const struct unwrapped_line *line,
                      struct buffer *out, struct fault *fault)
{
    if (stage->has_hosts &&
        (!buffer_append(out, line->host, fault) || !buffer_append_byte(out, LINE_HOST_MARK, fault)))
        return false;
    return buffer_append(out, line->text, fault) && buffer_append_byte(out, '\n', fault);
}

/* Gives what is held, and blank lines for its parts. */
static bool give_held(struct wrapper_stage *stage, struct buffer *out, struct fault *fault)
{
    struct unwrapped_line line = {.text = buffer_span(&stage->held),
                                  .host = buffer_span(&stage->held_host)};
    for (size_t i = 0; i < stage->held_lines; i++) {
        if (!give_line(stage, &line, out, fault))
            return false;
        line.text = span_of(JOINED_LINE);
    }
    stage->held_lines = 0;
    return true;
}

/* Holds the line as the next part, or the first one. */
static bool hold(struct wrapper_stage *stage, struct span text, struct fault *fault)
{
    stage->part_start = stage->held.length;
    stage->held_lines++;
    return buffer_append(&stage->held, text, fault);
}

/* True if `next` is the rest of `line`. `is_word`: a blank was between them. */
static bool goes_on(const struct wrapper_stage *stage, const struct wrapper_step *step,
                    struct span line, struct span next, bool *is_word)
{
    if (step->kind == WRAPPER_BREAKS)
        return screen_break_is_between(step, line, next, is_word);
    *is_word = wrapper_match_lost_blank(step, line, next);
    return stage->state.match_part == MATCH_REST;
}

/* Adds the line to what is held if it goes on there, or else gives that away and holds the line. */
static bool join(struct wrapper_stage *stage, const struct wrapper_step *step,
                 const struct unwrapped_line *line, struct buffer *out, struct fault *fault)
{
    struct span held = buffer_span(&stage->held);
    bool is_word = false;
    if (stage->held_lines > 0 && stage->held_lines < MAX_PARTS &&
        goes_on(stage, step, span_slice(held, stage->part_start, held.length), line->text,
                &is_word))
        return (!is_word || buffer_append_byte(&stage->held, ' ', fault)) &&
               hold(stage, line->text, fault);
    if (!give_held(stage, out, fault))
        return false;
    stage->held.length = 0;
    stage->held_host.length = 0;
    return buffer_append(&stage->held_host, line->host, fault) && hold(stage, line->text, fault);
}

/* Gives a whole line. */
static bool feed_line(struct wrapper_stage *stage, struct span line, struct buffer *out,
                      struct fault *fault)
{
    const struct wrapper *wrapper = &stage->wrapper;
    struct unwrapped_line unwrapped;
    if (!wrapper_strip(wrapper, &stage->state, line, &unwrapped, fault))
        return false;
    for (size_t i = 0; i < wrapper->count; i++)
        if (wrapper->steps[i].kind == WRAPPER_BREAKS || wrapper_match_is_list(&wrapper->steps[i]))
            return join(stage, &wrapper->steps[i], &unwrapped, out, fault);
    return give_line(stage, &unwrapped, out, fault);
}

/* Gives the row of a table as a line, and empty lines for its parts; or its lines, if it is none.
 */
static bool feed_row(struct wrapper_stage *stage, struct buffer *out, struct fault *fault)
{
    struct span rest = buffer_span(&stage->row);
    bool is_row = wrapper_row_has_cells(rest);
    bool done = true;
    for (size_t at = 0; is_row && at < rest.length; at++)
        if (rest.bytes[at] == '\n')
            stage->row.bytes[at] = ' ';
    for (size_t i = 0; done && i < stage->row_lines; i++) {
        size_t end = span_find_byte(rest, '\n');
        done = feed_line(stage, span_slice(rest, 0, end), out, fault);
        rest = span_slice(rest, end < rest.length ? end + 1 : end, rest.length);
    }
    stage->row.length = 0;
    stage->row_lines = 0;
    return done;
}

/* Gives a line, or holds it if a row of a table goes on behind it. */
static bool feed_tagged(struct wrapper_stage *stage, struct span line, struct buffer *out,
                        struct fault *fault)
{
    if (!stage->has_tags)
        return feed_line(stage, line, out, fault);
    if (stage->row_lines > 0 && wrapper_row_begins(line) && !feed_row(stage, out, fault))
        return false;
    bool is_open = wrapper_row_is_open(line, stage->row_lines > 0);
    if (!is_open && stage->row_lines == 0)
        return feed_line(stage, line, out, fault);
    bool has_room =
        ++stage->row_lines < MAX_ROW_LINES && stage->row.length + line.length < MAX_ROW_BYTES;
    return buffer_append(&stage->row, line, fault) &&
           buffer_append_byte(&stage->row, '\n', fault) &&
           ((is_open && has_room) || feed_row(stage, out, fault));
}

/* Gives the line that a mail has broken, and empty lines for its parts. */
static bool feed_soft(struct wrapper_stage *stage, struct buffer *out, struct fault *fault)
{
    bool done = feed_tagged(stage, buffer_span(&stage->soft), out, fault);
    stage->soft.length = 0;
    for (; done && stage->soft_lines > 1; stage->soft_lines--)
        done = feed_tagged(stage, (struct span){0}, out, fault);
    stage->soft_lines = 0;
    return done;
}

bool wrapper_stage_feed(void *context, struct span line, struct buffer *out, struct fault *fault)
{
    struct wrapper_stage *stage = context;
    bool is_printable =
        stage->wrapper.count > 0 && stage->wrapper.steps[0].kind == WRAPPER_PRINTABLE;
    bool goes_on =
        is_printable && stage->soft_lines + 1 < MAX_PARTS && wrapper_printable_goes_on(line);
    if (!goes_on && stage->soft_lines == 0)
        return feed_tagged(stage, line, out, fault);
    line.length -= goes_on;
    stage->soft_lines++;
    return buffer_append(&stage->soft, line, fault) && (goes_on || feed_soft(stage, out, fault));
}

bool wrapper_stage_end(void *context, struct buffer *out, struct fault *fault)
{
    struct wrapper_stage *stage = context;
    return (stage->soft_lines == 0 || feed_soft(stage, out, fault)) &&
           (stage->row_lines == 0 || feed_row(stage, out, fault)) && give_held(stage, out, fault);
}

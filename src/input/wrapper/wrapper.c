#include "input/wrapper/wrapper.h"

#include <stdio.h>

#include "input/wrapper/wrapper_diff.h"
#include "input/wrapper/wrapper_escape.h"
#include "input/wrapper/wrapper_head.h"
#include "input/wrapper/wrapper_host.h"
#include "input/wrapper/wrapper_prefix.h"
#include "input/wrapper/wrapper_printable.h"
#include "input/wrapper/wrapper_row.h"
#include "input/wrapper/wrapper_table.h"
#include "input/wrapper/wrapper_tag.h"
#include "input/wrapper/wrapper_text.h"

void wrapper_state_release(struct wrapper_state *state)
{
    buffer_release(&state->texts[0]);
    buffer_release(&state->texts[1]);
    buffer_release(&state->heading_host);
    buffer_release(&state->host);
    *state = (struct wrapper_state){0};
}

/* The line on its way through the steps. */
struct unwrapping {
    struct wrapper_state *state;
    struct unwrapped_line *line;
    struct buffer *out; /* for a step that writes: it does not hold the line's text */
    struct fault *fault;
};

/* Keeps the host apart from the line, which the next step may write anew. */
static bool set_host(struct unwrapping *unwrapping, struct span host)
{
    struct buffer *kept = &unwrapping->state->host;
    if (host.length == 0)
        return true;
    kept->length = 0;
    if (!buffer_append(kept, host, unwrapping->fault))
        return false;
    unwrapping->line->host = buffer_span(kept);
    return true;
}

static bool is_code_fence(struct span text)
{
    struct span trimmed = span_trim(text);
    return trimmed.length >= 3 &&
           (memcmp(trimmed.bytes, "```", 3) == 0 || memcmp(trimmed.bytes, "~~~", 3) == 0);
}

/* A line of a search that has no mark. With numbers alone the names of files stand over their
 * lines, and so the host of a heading holds for the lines after it. */
static bool read_search_frame(struct unwrapping *unwrapping, bool may_be_heading)
{
    struct unwrapped_line *line = unwrapping->line;
    struct buffer *host = &unwrapping->state->heading_host;
    struct span file = {0};
    bool is_heading = may_be_heading && wrapper_host_is_heading(line->text, &file);
    if (!is_heading && !wrapper_prefix_is_frame(line->text))
        return true;
    if (is_heading) {
        host->length = 0;
        if (!buffer_append(host, wrapper_host_of_file(file, /* trusts_folders= */ true),
                           unwrapping->fault))
            return false;
    }
    line->text.length = 0;
    return true;
}

static bool strip_search(const struct wrapper_step *step, struct unwrapping *unwrapping)
{
    struct unwrapped_line *line = unwrapping->line;
    struct span file = {0};
    bool is_file = step->kind == WRAPPER_FILES;
    if (is_file ? wrapper_prefix_file(step, &line->text, &file)
                : wrapper_prefix_number(step, &line->text, NULL)) {
        return set_host(unwrapping, is_file ? wrapper_host_of_file(file, step->trusts_folders)
                                            : buffer_span(&unwrapping->state->heading_host));
    }
    return read_search_frame(unwrapping, !is_file);
}

/* Takes off a mark at an end of the line, which is not copied. */
static void cut(const struct wrapper_step *step, struct unwrapped_line *line)
{
    switch (step->kind) {
    case WRAPPER_FENCES:
        if (is_code_fence(line->text))
            line->text.length = 0;
        break;
    case WRAPPER_HARD_BREAKS:
        line->text.length -= span_ends_with_ignoring_case(line->text, span_of("\\"));
        break;
    case WRAPPER_DIFF:
        wrapper_diff_take(&line->text);
        break;
    case WRAPPER_CONTAINER:
        wrapper_head_container(&line->text);
        break;
    case WRAPPER_QUOTES:
        wrapper_prefix_quotes(&line->text);
        break;
    case WRAPPER_BULLETS:
        wrapper_prefix_bullet(&line->text);
        break;
    case WRAPPER_TABLE:
        wrapper_table_row(&line->text);
        break;
    default:
        break;
    }
}

/* Writes a row of a table with tabs between its cells, and other lines without their tags. */
static bool remove_tags(struct span text, struct buffer *out, struct fault *fault)
{
    bool is_row = false;
    return wrapper_row_write(text, out, &is_row, fault) &&
           (is_row || wrapper_tag_remove(text, out, fault));
}

/* Writes the line that a search found, and keeps the host of its file. */
static bool write_match(const struct wrapper_step *step, struct unwrapping *unwrapping,
                        bool *is_written)
{
    struct span text = unwrapping->line->text;
    struct span file;
    if (wrapper_match_file(step, text, &file) &&
        !set_host(unwrapping,
                  step->has_host ? file : wrapper_host_of_file(file, step->trusts_folders)))
        return false;
    return wrapper_match_write(step, text, &unwrapping->state->match_part, unwrapping->out,
                               is_written, unwrapping->fault);
}

/* Writes the line anew into `unwrapping->out`. `is_written` is set to false if it stays as it is.
 */
static bool rewrite(const struct wrapper_step *step, struct unwrapping *unwrapping,
                    bool *is_written)
{
    struct span text = unwrapping->line->text;
    struct buffer *out = unwrapping->out;
    struct fault *fault = unwrapping->fault;
    *is_written = true;
    switch (step->kind) {
    case WRAPPER_PRINTABLE:
        return wrapper_printable_decode(text, out, fault);
    case WRAPPER_TAGS:
        return remove_tags(text, out, fault);
    case WRAPPER_BOLD:
        *is_written = wrapper_tag_is_bold(&text) || wrapper_tag_has_bold_path(text);
        return !*is_written || wrapper_tag_remove_bold(text, out, fault);
    case WRAPPER_COLORS:
        return wrapper_text_uncolor(text, out, fault);
    case WRAPPER_INVISIBLE:
        return wrapper_text_show(text, out, fault);
    case WRAPPER_BLANKS:
        return wrapper_text_plain_blanks(text, out, fault);
    case WRAPPER_ENTITIES:
        return wrapper_escape_entities(text, out, fault);
    case WRAPPER_ESCAPES:
        return wrapper_escape_string(text, out, fault);
    case WRAPPER_MATCHES:
        return write_match(step, unwrapping, is_written);
    case WRAPPER_JSON_LOG:
        *is_written = wrapper_head_json_log(&text);
        return !*is_written || wrapper_escape_string(text, out, fault);
    case WRAPPER_COLUMNS:
        *is_written = wrapper_table_has_columns(text, step->mark);
        return !*is_written || wrapper_table_columns(text, step->mark, out, fault);
    default:
        *is_written = false;
        return true;
    }
}

static bool take_step(const struct wrapper_step *step, struct unwrapping *unwrapping)
{
    struct wrapper_state *state = unwrapping->state;
    struct span host = {0};
    bool is_written;
    if (step->kind == WRAPPER_FILES || step->kind == WRAPPER_NUMBERS)
        return strip_search(step, unwrapping);
    if (step->kind == WRAPPER_SYSLOG)
        return !wrapper_head_syslog(&unwrapping->line->text, &host) || set_host(unwrapping, host);
    cut(step, unwrapping->line);
    unwrapping->out->length = 0;
    if (!rewrite(step, unwrapping, &is_written))
        return false;
    if (is_written) {
        unwrapping->line->text = buffer_span(unwrapping->out);
        unwrapping->out = unwrapping->out == &state->texts[0] ? &state->texts[1] : &state->texts[0];
    }
    return true;
}

bool wrapper_strip(const struct wrapper *wrapper, struct wrapper_state *state, struct span line,
                   struct unwrapped_line *unwrapped, struct fault *fault)
{
    struct unwrapping unwrapping = {
        .state = state, .line = unwrapped, .out = &state->texts[0], .fault = fault};
    *unwrapped = (struct unwrapped_line){.text = line};
    for (size_t i = 0; i < wrapper->count; i++)
        if (!take_step(&wrapper->steps[i], &unwrapping))
            return false;
    return true;
}

bool wrapper_has_hosts(const struct wrapper *wrapper)
{
    for (size_t i = 0; i < wrapper->count; i++) {
        enum wrapper_kind kind = wrapper->steps[i].kind;
        if (kind == WRAPPER_FILES || kind == WRAPPER_NUMBERS || kind == WRAPPER_SYSLOG ||
            kind == WRAPPER_MATCHES)
            return true;
    }
    return false;
}

struct wrapper_kinds wrapper_kinds_of(const struct wrapper *wrapper)
{
    struct wrapper_kinds kinds = {.count = (uint8_t)wrapper->count};
    for (size_t i = 0; i < wrapper->count; i++)
        kinds.kinds[i] = (uint8_t)wrapper->steps[i].kind;
    return kinds;
}

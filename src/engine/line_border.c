#include "engine/line_border.h"

#include "base/ascii.h"
#include "grammar/dialect_turn.h"

static bool begins_with_root(struct span line)
{
    line = span_trim(line);
    bool is_share = span_starts_with_ignoring_case(line, span_of("\\\\"));
    return is_share || (line.length > 2 && ascii_is_letter(line.bytes[0]) && line.bytes[1] == ':' &&
                        span_is_path_separator(line.bytes[2]));
}

static bool fits(void *context, struct span line)
{
    const struct line_border *border = context;
    return (border->is_in_list && begins_with_root(line)) ||
           dialect_turn_is_anywhere(border->dialects, border->scratch, line);
}

struct record_border line_border_of(struct line_border *border)
{
    return (struct record_border){.context = border, .fits = fits};
}

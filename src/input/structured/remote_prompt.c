#include "input/structured/remote_prompt.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "input/structured/list_text.h"

static bool is_name(struct span text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!ascii_is_word_byte(text.bytes[i]) && text.bytes[i] != '-' && text.bytes[i] != '.')
            return false;
    return text.length > 0 && text.length <= MAX_PROMPT_HOST_BYTES;
}

void remote_prompt_note(struct remote_prompt *prompt, struct span line)
{
    static const char local[] = "PS ";
    line = span_trim(line);
    if (span_starts_with_ignoring_case(line, span_of(local)) &&
        span_find_byte(line, '>') < line.length)
        prompt->length = 0;
    size_t end = span_find_byte(line, ']');
    if (line.length == 0 || line.bytes[0] != '[' || end == line.length)
        return;
    struct span host = span_slice(line, 1, end);
    struct span rest = span_slice(line, end + 1, line.length);
    if (rest.length == 0 || rest.bytes[0] != ':' || !is_name(host))
        return;
    rest = span_trim(span_slice(rest, 1, rest.length));
    if (!span_starts_with_ignoring_case(rest, span_of(local)) ||
        span_find_byte(rest, '>') == rest.length)
        return;
    memcpy(prompt->host, host.bytes, host.length);
    prompt->length = host.length;
}

bool remote_prompt_add_host(const struct remote_prompt *prompt, struct record_line *record,
                            struct fault *fault)
{
    static const char *const titles[] = {"PSComputerName", "ComputerName", "Computer"};
    if (prompt->length == 0 || record_line_dialect(record, false) == NULL)
        return true;
    for (size_t i = 0; i < COUNT_OF(titles); i++) {
        struct span title = span_of(titles[i]);
        uint32_t number = title_index_find(record->index, title);
        if (number == NO_TITLE || !list_text_may_end(record, number))
            continue;
        return list_text_has_cell_of(record, number) ||
               record_line_add(record, title, (struct span){prompt->host, prompt->length}, fault);
    }
    return true;
}

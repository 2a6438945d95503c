#include "input/structured/section_host.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "input/structured/list_pair.h"
#include "input/structured/list_text.h"
#include "text/host_shape.h"
#include "text/placeholder_name.h"

static const char *const host_titles[] = {"PSComputerName", "ComputerName", "Computer"};

/* How often a line must have the byte in front to be a heading; 0 for a byte of no heading. One
 * hyphen or star begins an item of a list. */
static size_t least_marks(char byte)
{
    switch (byte) {
    case '#':
    case '[':
        return 1;
    case '=':
    case '-':
    case '*':
    case '~':
    case '>':
        return 2;
    default:
        return 0;
    }
}

static bool is_mark(char byte)
{
    return byte == ']' || byte == '<' || least_marks(byte) > 0;
}

/* Returns what the marks around a heading are around; empty for a line that has none in front. */
static struct span within_marks(struct span line)
{
    size_t start = 0;
    while (start < line.length && line.bytes[start] == line.bytes[0])
        start++;
    if (line.length == 0 || least_marks(line.bytes[0]) == 0 || start < least_marks(line.bytes[0]))
        return (struct span){0};
    while (start < line.length && (is_mark(line.bytes[start]) || span_is_blank(line.bytes[start])))
        start++;
    size_t end = line.length;
    while (end > start && (is_mark(line.bytes[end - 1]) || span_is_blank(line.bytes[end - 1])))
        end--;
    return span_slice(line, start, end);
}

static bool is_rule(struct span line)
{
    enum { LEAST_MARKS = 2 };
    for (size_t i = 0; i < line.length; i++)
        if (line.bytes[i] != line.bytes[0])
            return false;
    return line.length >= LEAST_MARKS && (line.bytes[0] == '-' || line.bytes[0] == '=');
}

/* True for a name that nothing but a server has: "SRV1", "srv1.corp.example", "FS-BERLIN". */
static bool is_sure_host(struct span name)
{
    bool is_upper = true;
    for (size_t i = 0; i < name.length; i++)
        is_upper = is_upper && (ascii_is_upper(name.bytes[i]) || name.bytes[i] == '-');
    bool has_hyphen = span_find_byte(name, '-') < name.length;
    enum host_rank rank = host_shape_rank(name);
    return rank == HOST_RANK_LIKELY || (rank == HOST_RANK_POSSIBLE && is_upper && has_hyphen);
}

/* The name behind a title for hosts: "Server: zeus"; empty for anything else. */
static struct span labelled_host(const struct title_index *index, struct span text)
{
    struct list_pair pair;
    if (!list_pair_read(text, &pair) || pair.value.length == 0)
        return (struct span){0};
    uint32_t title = title_index_find(index, pair.title);
    bool is_host = false;
    for (size_t i = 0; i < COUNT_OF(host_titles); i++)
        is_host = is_host || list_text_is_for_cell_of(
                                 index, title, title_index_find(index, span_of(host_titles[i])));
    bool is_name = is_host && host_shape_rank(pair.value) >= HOST_RANK_POSSIBLE &&
                   !placeholder_name_is(pair.value);
    return is_name ? pair.value : (struct span){0};
}

/* The host that the text between marks begins with: "SRV1", "SRV1 (file server)", "Server: zeus".
 */
static struct span host_of_heading(const struct title_index *index, struct span text)
{
    struct span host = labelled_host(index, text);
    if (host.length > 0)
        return host;
    size_t end = span_find_byte(text, ' ');
    struct span rest = span_trim(span_slice(text, end, text.length));
    host = span_slice(text, 0, end);
    if (host.length > 0 && rest.length == 0 && host.bytes[host.length - 1] == ':')
        host.length--;
    bool is_alone = rest.length == 0 || rest.bytes[0] == '(' || rest.bytes[0] == '-';
    return is_alone && is_sure_host(host) ? host : (struct span){0};
}

static size_t keep(char *kept, struct span host)
{
    if (host.length == 0 || host.length > MAX_SECTION_HOST_BYTES)
        return 0;
    memcpy(kept, host.bytes, host.length);
    return host.length;
}

/* A pair above other pairs is of their record; a name alone is a heading above a rule. */
static void settle_line_before(struct section_host *section, const struct title_index *index,
                               struct span line)
{
    struct list_pair pair;
    bool is_pair = list_pair_read(line, &pair) && title_index_find(index, pair.title) != NO_TITLE;
    if (section->next_length > 0 && (section->needs_rule ? is_rule(line) : !is_pair))
        section->length = keep(section->host, (struct span){section->next, section->next_length});
    section->next_length = 0;
}

void section_host_note(struct section_host *section, const struct title_index *index,
                       struct span line)
{
    remote_prompt_note(&section->prompt, line);
    line = span_trim(line);
    settle_line_before(section, index, line);
    if (line.length == 0 || line.length > 2 * MAX_SECTION_HOST_BYTES)
        return;
    struct span inner = within_marks(line);
    struct span host = host_of_heading(index, inner);
    if (host.length > 0) {
        section->length = keep(section->host, host);
        return;
    }
    host = inner.length == 0 ? host_of_heading(index, line) : (struct span){0};
    section->next_length = keep(section->next, host);
    section->needs_rule = host.length == line.length;
}

bool section_host_add(const struct section_host *section, struct record_line *record,
                      struct fault *fault)
{
    const struct remote_prompt *prompt = &section->prompt;
    struct span host = prompt->length > 0 ? (struct span){prompt->host, prompt->length}
                                          : (struct span){section->host, section->length};
    if (host.length == 0 || record_line_dialect(record, false) == NULL)
        return true;
    for (size_t i = 0; i < COUNT_OF(host_titles); i++) {
        struct span title = span_of(host_titles[i]);
        uint32_t number = title_index_find(record->index, title);
        if (number == NO_TITLE || !list_text_may_end(record, number))
            continue;
        return list_text_has_cell_of(record, number) || record_line_add(record, title, host, fault);
    }
    return true;
}

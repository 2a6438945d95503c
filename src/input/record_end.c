#include "input/record_end.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/json_list.h"

static struct span skip_blanks(struct span text)
{
    size_t at = 0;
    while (at < text.length && span_is_blank(text.bytes[at]))
        at++;
    return span_slice(text, at, text.length);
}

static bool starts_with(struct span text, const char *start)
{
    struct span prefix = span_of(start);
    return text.length >= prefix.length && span_equals(span_slice(text, 0, prefix.length), prefix);
}

static bool is_event_xml(struct span text)
{
    static const char *const tags[] = {"<Event ", "<Event>"};
    if (!starts_with(text, "<?xml ") && !starts_with(text, "<Event"))
        return false;
    for (size_t i = 0; i < COUNT_OF(tags); i++)
        if (span_find(text, span_of(tags[i])) < text.length)
            return true;
    return false;
}

/* Skips `start` and blanks; leaves nothing if the text does not begin so. */
static struct span skip(struct span text, const char *start)
{
    size_t length = starts_with(text, start) ? span_of(start).length : text.length;
    return skip_blanks(span_slice(text, length, text.length));
}

/* True for a list of objects, `[{"name":`, and for one in an object, `{"value":[{"name":`. */
static bool is_json_list(struct span text)
{
    size_t object = json_list_first_object(text);
    struct span list = object > 0 ? span_slice(text, object, text.length) : skip(text, "[");
    struct span name = skip(list, "{");
    if (!starts_with(name, "\""))
        return false;
    size_t end = 1 + span_find_byte(span_slice(name, 1, name.length), '"');
    return end < name.length &&
           starts_with(skip_blanks(span_slice(name, end + 1, name.length)), ":");
}

/* True for the answer of a search in Elasticsearch: {"took":3,"hits":{"total":1,"hits":[{ ... }]}}.
 */
static bool is_search_answer(struct span text)
{
    size_t at = span_find(text, span_of("\"hits\":["));
    return starts_with(text, "{\"") && at < text.length &&
           span_find(text, span_of("\"hits\":{")) < at;
}

/* True if the text has a table whose cells have tags. */
static bool is_html_table(struct span text)
{
    static const char *const cells[] = {"<td", "<th", "<TD", "<TH"};
    bool has_cell = false;
    for (size_t i = 0; i < COUNT_OF(cells); i++)
        has_cell = has_cell || span_find(text, span_of(cells[i])) < text.length;
    return has_cell && (span_find(text, span_of("<tr")) < text.length ||
                        span_find(text, span_of("<TR")) < text.length);
}

enum record_end_kind record_end_kind_of(struct span head)
{
    struct span text = skip_blanks(head);
    if (is_event_xml(text))
        return RECORD_END_XML;
    if (is_json_list(text))
        return RECORD_END_JSON;
    if (is_search_answer(text))
        return RECORD_END_ANSWER;
    return is_html_table(text) ? RECORD_END_HTML : RECORD_END_NONE;
}

/* "<" is only at the start of the tag. */
static bool ends_event(struct record_end *end, char character)
{
    static const char tag[] = "</Event>";
    if (character != tag[end->matched])
        end->matched = 0;
    if (character == tag[end->matched])
        end->matched++;
    if (end->matched < sizeof tag - 1)
        return false;
    end->matched = 0;
    return true;
}

static bool is_tag(const struct record_end *end, const char *name)
{
    return span_equals((struct span){end->tag, end->tag_length}, span_of(name));
}

static bool ends_row(struct record_end *end, char character)
{
    bool is_end =
        end->is_in_tag && character == '>' && (is_tag(end, "/tr") || is_tag(end, "table"));
    if (character == '<') {
        end->is_in_tag = true;
        end->is_named = false;
        end->tag_length = 0;
    } else if (character == '>') {
        end->is_in_tag = false;
    } else if (end->is_in_tag && !end->is_named) {
        end->is_named = span_is_blank(character) || end->tag_length == sizeof end->tag;
        if (!end->is_named)
            end->tag[end->tag_length++] = ascii_to_lower(character);
    }
    return is_end;
}

static void read_in_string(struct record_end *end, char character)
{
    bool was_escaped = end->is_escaped;
    end->is_escaped = !was_escaped && character == '\\';
    end->is_in_string = was_escaped || character != '"';
}

static void read_bracket(struct record_end *end, char character)
{
    enum { KNOWN = sizeof end->is_list / sizeof *end->is_list };
    bool is_open = character == '[' || character == '{';
    if (is_open && end->depth < KNOWN)
        end->is_list[end->depth] = character == '[';
    if (is_open)
        end->depth++;
    else if ((character == ']' || character == '}') && end->depth > 0)
        end->depth--;
}

static bool ends_object(struct record_end *end, char character)
{
    bool is_at_depth =
        end->kind == RECORD_END_ANSWER ? end->depth == 3 : end->depth == 1 || end->depth == 2;
    if (end->is_in_string) {
        read_in_string(end, character);
        return false;
    }
    if (span_is_blank(character))
        return false;
    bool is_end =
        character == ',' && end->is_after_object && is_at_depth && end->is_list[end->depth - 1];
    end->is_in_string = character == '"';
    end->is_after_object = character == '}';
    read_bracket(end, character);
    return is_end;
}

bool record_end_is_at(struct record_end *end, char character)
{
    switch (end->kind) {
    case RECORD_END_NONE:
        break;
    case RECORD_END_XML:
        return ends_event(end, character);
    case RECORD_END_JSON:
    case RECORD_END_ANSWER:
        return ends_object(end, character);
    case RECORD_END_HTML:
        return ends_row(end, character);
    }
    return false;
}

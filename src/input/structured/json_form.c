#include "input/structured/json_form.h"

#include "base/ascii.h"
#include "text/json_list.h"

/* A longer object is ordinary text. */
enum { MAX_JSON_LINES = 5000, MAX_JSON_BYTES = 1024 * 1024 };

void json_form_release(struct json_form *form)
{
    json_record_release(&form->json);
}

/* Skips `start` and the blanks after it, if the text begins with it. */
static bool skip(struct span *text, const char *start)
{
    struct span prefix = span_of(start);
    if (text->length < prefix.length || !span_equals(span_slice(*text, 0, prefix.length), prefix))
        return false;
    *text = span_trim(span_slice(*text, prefix.length, text->length));
    return true;
}

/* Skips what a search in Elasticsearch answers before the list of what it found, whose name "hits"
 * is also that of the object around it. */
static bool skip_search_answer(struct span *text)
{
    struct span rest = *text;
    size_t at = span_find(rest, span_of("\"hits\":["));
    if (at == rest.length || span_find(rest, span_of("\"hits\":{")) > at)
        return false;
    rest = span_slice(rest, at + span_of("\"hits\":[").length, rest.length);
    *text = span_trim(rest);
    return true;
}

/* Skips the brackets and names around a list of objects, up to an object of it. */
static struct span skip_list(struct span text)
{
    struct span rest = text;
    size_t object = json_list_first_object(text);
    if (object > 0)
        return span_slice(text, object, text.length);
    if (skip(&rest, "{") && skip_search_answer(&rest))
        return rest;
    rest = text;
    if (json_list_ends_open(rest))
        return span_slice(rest, rest.length, rest.length);
    return skip(&rest, "[") ? rest : text;
}

/* Skips a text in quotes, or the digits or letters of another value. */
static bool skip_value(struct span *text)
{
    size_t end = 0;
    bool is_string = text->length > 0 && text->bytes[0] == '"';
    if (is_string)
        for (end = 1; end < text->length && text->bytes[end] != '"'; end++)
            end += text->bytes[end] == '\\';
    else
        while (end < text->length && ascii_is_letter_or_digit(text->bytes[end]))
            end++;
    end += is_string;
    if (end == 0 || end > text->length)
        return false;
    *text = span_trim(span_slice(*text, end, text->length));
    return true;
}

/* True for what may follow an object in a list: a comma, closing brackets, and other members of the
 * object around the list, as its length. */
static bool is_end_of_list(struct span text)
{
    for (bool has_skipped = true; has_skipped && text.length > 0;) {
        has_skipped = skip(&text, ",") || skip(&text, "]") || skip(&text, "}");
        if (!has_skipped && text.bytes[0] == '"')
            has_skipped = skip_value(&text) && skip(&text, ":") && skip_value(&text);
    }
    return text.length == 0;
}

/* Ends an object that is no record: its lines are ordinary text. */
static enum form_answer close_form(struct json_form *form, struct record_line *record)
{
    bool has_held = form->line_count > 0;
    form->is_open = false;
    form->line_count = 0;
    record_line_clear(record);
    return has_held ? FORM_GIVES_UP : FORM_IGNORES;
}

static enum form_answer complete(struct json_form *form, struct span rest,
                                 struct record_line *record)
{
    if (!is_end_of_list(span_trim(rest)) || record_line_dialect(record, false) == NULL)
        return close_form(form, record);
    form->is_open = false;
    form->is_in_list = true;
    form->line_count = 0;
    return FORM_RECORD;
}

static enum form_answer feed_text(struct json_form *form, struct span text,
                                  struct record_line *record, struct fault *fault)
{
    struct span rest = {0};
    form->byte_count += text.length;
    if (form->line_count == MAX_JSON_LINES || form->byte_count > MAX_JSON_BYTES)
        return close_form(form, record);
    switch (json_record_feed(&form->json, text, &rest, record, fault)) {
    case JSON_STEP_MORE:
        form->line_count++;
        return FORM_HOLDS;
    case JSON_STEP_COMPLETE:
        return complete(form, rest, record);
    case JSON_STEP_REFUSED:
        return close_form(form, record);
    case JSON_STEP_FAULT:
        break;
    }
    return FORM_FAULT;
}

static enum form_answer open_form(struct json_form *form, struct span text,
                                  struct record_line *record, struct fault *fault)
{
    struct span object = skip_list(text);
    bool is_list = object.length < text.length;
    if (object.length == 0 && is_list) {
        form->is_in_list = true;
        return FORM_FRAME;
    }
    if (form->is_in_list && is_end_of_list(text))
        return FORM_FRAME;
    bool is_object = object.length > 0 && object.bytes[0] == '{';
    form->is_in_list = is_list && is_object;
    if (!is_object)
        return FORM_IGNORES;
    if (!json_record_start(&form->json, fault))
        return FORM_FAULT;
    form->is_open = true;
    form->byte_count = 0;
    return feed_text(form, object, record, fault);
}

/* True for the line that opens the list of records inside the object that is open, which is no
 * record itself. */
static bool opens_list(const struct json_form *form, struct span text,
                       const struct record_line *record)
{
    if (form->json.depth == 1)
        return json_list_ends_open(text) && record_line_dialect(record, false) == NULL;
    struct span path = buffer_span(&form->json.path);
    return form->json.depth == 2 &&
           span_equals(span_slice(path, 0, form->json.path_lengths[1]), span_of("hits")) &&
           skip(&text, "\"hits\"") && skip(&text, ":") && span_equals(text, span_of("["));
}

static enum form_answer feed(void *context, struct span line, struct record_line *record,
                             struct fault *fault)
{
    struct json_form *form = context;
    struct span text = span_trim(line);
    if (!form->is_open)
        return text.length > 0 ? open_form(form, text, record, fault) : FORM_IGNORES;
    if (!opens_list(form, text, record))
        return feed_text(form, text, record, fault);
    record_line_clear(record);
    form->is_open = false;
    form->is_in_list = true;
    form->line_count = 0;
    return FORM_FRAME;
}

static void reset(void *context)
{
    struct json_form *form = context;
    form->is_open = false;
    form->line_count = 0;
}

struct form json_form(struct json_form *form)
{
    return (struct form){.feed = feed, .reset = reset, .context = form};
}

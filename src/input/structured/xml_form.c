#include "input/structured/xml_form.h"

#include "base/count_of.h"

/* A longer record is ordinary text. */
enum { MAX_XML_LINES = 5000, MAX_XML_BYTES = 1024 * 1024 };

void xml_form_release(struct xml_form *form)
{
    xml_record_release(&form->xml);
}

static bool starts_with(struct span text, struct span start)
{
    return text.length >= start.length && span_equals(span_slice(text, 0, start.length), start);
}

/* True if the text begins with the tag of an element: `start` is "<Event". */
static bool is_tag(struct span text, const char *start)
{
    struct span tag = span_of(start);
    if (!starts_with(text, tag))
        return false;
    char next = text.length > tag.length ? text.bytes[tag.length] : ' ';
    return span_is_blank(next) || next == '>' || next == '/';
}

static bool is_record(struct span text)
{
    return is_tag(text, "<Event") || is_tag(text, "<Obj");
}

/* Skips indentation, and the mark in front of elements that browsers can fold: "- <System>". */
static struct span skip_indentation(struct span line)
{
    struct span text = span_trim(line);
    bool has_mark =
        text.length > 2 && (text.bytes[0] == '-' || text.bytes[0] == '+') && text.bytes[1] == ' ';
    struct span rest = has_mark ? span_trim(span_slice(text, 2, text.length)) : text;
    return rest.length > 0 && rest.bytes[0] == '<' ? rest : text;
}

/* Skips what is around records: the XML declaration, and the tags of the lists of them. */
static struct span skip_frame(struct span text)
{
    static const char *const frames[] = {"<Events", "</Events", "<Objs", "</Objs"};
    for (bool has_skipped = true; has_skipped;) {
        has_skipped = is_tag(text, "<?xml");
        for (size_t i = 0; i < COUNT_OF(frames); i++)
            has_skipped = has_skipped || is_tag(text, frames[i]);
        size_t end = span_find_byte(text, '>');
        if (end == text.length)
            return text;
        if (has_skipped)
            text = span_trim(span_slice(text, end + 1, text.length));
    }
    return text;
}

/* True if another event begins in the rest of the line. */
static bool has_another(struct span text)
{
    static const char tag[] = "<Event";
    struct span rest = span_slice(text, 1, text.length);
    for (;;) {
        size_t at = span_find(rest, span_of(tag));
        if (at == rest.length)
            return false;
        rest = span_slice(rest, at, rest.length);
        if (is_tag(rest, tag))
            return true;
        rest = span_slice(rest, 1, rest.length);
    }
}

/* Ends a record that is none: its lines are ordinary text. */
static enum form_answer close_form(struct xml_form *form, struct record_line *record)
{
    bool has_held = form->line_count > 0;
    form->is_open = false;
    form->line_count = 0;
    record_line_clear(record);
    return has_held ? FORM_GIVES_UP : FORM_IGNORES;
}

static enum form_answer feed_text(struct xml_form *form, struct span text,
                                  struct record_line *record, struct fault *fault)
{
    form->byte_count += text.length;
    if (form->line_count == MAX_XML_LINES || form->byte_count > MAX_XML_BYTES)
        return close_form(form, record);
    enum xml_step step = xml_record_feed(&form->xml, text, record, fault);
    if (step == XML_STEP_MORE)
        step = xml_record_feed(&form->xml, span_of("\n"), record, fault);
    switch (step) {
    case XML_STEP_MORE:
        form->line_count++;
        return FORM_HOLDS;
    case XML_STEP_COMPLETE:
        if (record_line_dialect(record, false) == NULL)
            return close_form(form, record);
        form->is_open = false;
        form->line_count = 0;
        return FORM_RECORD;
    case XML_STEP_REFUSED:
        return close_form(form, record);
    case XML_STEP_FAULT:
        break;
    }
    return FORM_FAULT;
}

static enum form_answer feed(void *context, struct span line, struct record_line *record,
                             struct fault *fault)
{
    struct xml_form *form = context;
    struct span text = skip_indentation(line);
    if (form->is_open)
        return feed_text(form, text, record, fault);
    if (text.length == 0 || text.bytes[0] != '<')
        return FORM_IGNORES;
    struct span inner = skip_frame(text);
    if (inner.length == 0)
        return FORM_FRAME;
    if (!is_record(inner) || has_another(inner))
        return FORM_IGNORES;
    if (!xml_record_start(&form->xml, fault))
        return FORM_FAULT;
    form->is_open = true;
    form->byte_count = 0;
    return feed_text(form, inner, record, fault);
}

static void reset(void *context)
{
    struct xml_form *form = context;
    form->is_open = false;
    form->line_count = 0;
}

struct form xml_form(struct xml_form *form)
{
    return (struct form){.feed = feed, .reset = reset, .context = form};
}

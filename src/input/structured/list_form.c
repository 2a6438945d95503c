#include "input/structured/list_form.h"

#include "base/ascii.h"

enum { MAX_TITLE_LENGTH = 60, MAX_LIST_LINES = 500 };

/* A line "Title : value". */
struct pair {
    struct span title;
    struct span value;
    size_t colon; /* its offset */
};

/* The length of a colon at `at`, an ASCII or a wide one; 0 if there is none. */
static size_t colon_at(struct span line, size_t at)
{
    static const char wide_colon[] = "\xef\xbc\x9a";
    const size_t wide_length = sizeof wide_colon - 1;
    if (line.bytes[at] == ':')
        return 1;
    if (line.length - at >= wide_length &&
        span_equals(span_slice(line, at, at + wide_length), span_of(wide_colon)))
        return wide_length;
    return 0;
}

/* Reads a pair. A path ("C:\x"), an address ("http://x") and a time ("02:47") are none. */
static bool read_pair(struct span line, struct pair *pair)
{
    size_t at = 0;
    size_t colon = 0;
    while (at < line.length && at <= MAX_TITLE_LENGTH && (colon = colon_at(line, at)) == 0) {
        char byte = line.bytes[at];
        if (byte == '\\' || byte == '"' || byte == '<' || byte == '{' || byte == '=')
            return false;
        at++;
    }
    if (colon == 0)
        return false;
    size_t next = at + colon;
    pair->title = span_trim(span_slice(line, 0, at));
    pair->value = span_trim(span_slice(line, next, line.length));
    pair->colon = at;
    if (pair->title.length == 0 || ascii_is_digit(pair->title.bytes[0]))
        return false;
    return colon > 1 || next == line.length || span_is_blank(line.bytes[next]) ||
           pair->title.bytes[0] < 0;
}

static size_t indentation_of(struct span line)
{
    size_t at = 0;
    while (at < line.length && span_is_blank(line.bytes[at]))
        at++;
    return at;
}

/* True if the dialects so far know the title as one of free text. */
static bool is_free_text(const struct record_line *record, uint32_t title)
{
    const struct title_index *index = record->index;
    for (uint32_t at = title; at != NO_TITLE; at = index->meanings[at].next)
        if (index->dialects[index->meanings[at].dialect]->text_cell == index->meanings[at].cell &&
            index->meanings[at].cell != NO_RECORD_CELL)
            return true;
    return false;
}

static bool has_title(const struct record_line *record, uint32_t title)
{
    for (size_t i = 0; i < record->pair_count; i++)
        if (record->pairs[i].title == title)
            return true;
    return false;
}

static enum form_answer add_pair(struct list_form *list, const struct pair *pair, uint32_t title,
                                 struct record_line *record, struct fault *fault)
{
    static const char event_xml[] = "Event Xml";
    if (!record_line_add(record, pair->title, pair->value, fault))
        return FORM_FAULT;
    list->state = LIST_IN_PAIRS;
    if (!list->is_aligned && title != NO_TITLE && is_free_text(record, title))
        list->state = LIST_IN_TEXT;
    else if (span_equals_ignoring_case(pair->title, span_of(event_xml)))
        list->state = LIST_IN_XML;
    list->last_is_empty = pair->value.length == 0;
    list->is_after_blank = false;
    return FORM_HOLDS;
}

static enum form_answer open_list(struct list_form *list, struct span line,
                                  struct record_line *record, struct fault *fault)
{
    struct pair pair;
    uint32_t title = NO_TITLE;
    if (read_pair(line, &pair))
        title = title_index_find(record->index, pair.title);
    if (title == NO_TITLE)
        return FORM_IGNORES;
    *list = (struct list_form){.colon = pair.colon, .first_title = title, .line_count = 1};
    list->is_aligned = pair.colon > 0 && span_is_blank(line.bytes[pair.colon - 1]);
    return add_pair(list, &pair, title, record, fault);
}

/* The list ends before this line. */
static enum form_answer close_list(struct list_form *list, const struct record_line *record)
{
    list->state = LIST_CLOSED;
    return record_line_dialect(record, false) != NULL ? FORM_RECORD_BEFORE : FORM_GIVES_UP;
}

static enum form_answer continue_value(struct list_form *list, struct span line,
                                       struct record_line *record, struct fault *fault)
{
    list->is_after_blank = false;
    return record_line_continue(record, line, fault) ? FORM_HOLDS : FORM_FAULT;
}

/* In aligned lists a value goes on in lines that are indented beyond the colon; in others below a
 * title without a value. */
static bool continues_value(const struct list_form *list, struct span line)
{
    if (list->is_aligned)
        return indentation_of(line) > list->colon;
    return list->last_is_empty && !list->is_after_blank;
}

static enum form_answer feed_line(struct list_form *list, struct span line,
                                  struct record_line *record, struct fault *fault)
{
    struct pair pair;
    bool is_pair = read_pair(line, &pair) && (!list->is_aligned || pair.colon == list->colon);
    uint32_t title = is_pair ? title_index_find(record->index, pair.title) : NO_TITLE;
    bool is_again = title != NO_TITLE && has_title(record, title);
    if (list->state == LIST_IN_TEXT) {
        bool is_next = list->is_after_blank && title == list->first_title;
        bool is_other = title != NO_TITLE && !is_again;
        if (!is_next && !is_other)
            return continue_value(list, line, record, fault);
    }
    if (!is_pair && continues_value(list, line))
        return continue_value(list, line, record, fault);
    if (!is_pair || is_again || list->is_after_blank)
        return close_list(list, record);
    return add_pair(list, &pair, title, record, fault);
}

static enum form_answer feed_blank(struct list_form *list)
{
    list->is_after_blank = true;
    return FORM_HOLDS;
}

static enum form_answer feed(void *context, struct span line, struct record_line *record,
                             struct fault *fault)
{
    struct list_form *list = context;
    if (list->state == LIST_CLOSED)
        return open_list(list, line, record, fault);
    if (++list->line_count > MAX_LIST_LINES)
        return close_list(list, record);
    if (span_trim(line).length == 0)
        return feed_blank(list);
    if (list->state != LIST_IN_XML)
        return feed_line(list, line, record, fault);
    if (span_find(line, span_of("</Event>")) < line.length)
        list->state = LIST_IN_PAIRS;
    return FORM_HOLDS;
}

static bool end(void *context, struct record_line *record, struct fault *fault)
{
    (void)fault;
    struct list_form *list = context;
    return list->state != LIST_CLOSED && record_line_dialect(record, false) != NULL;
}

static void reset(void *context)
{
    struct list_form *list = context;
    *list = (struct list_form){0};
}

struct form list_form(struct list_form *list)
{
    return (struct form){.feed = feed, .end = end, .reset = reset, .context = list};
}

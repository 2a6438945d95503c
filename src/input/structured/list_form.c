#include "input/structured/list_form.h"

#include "base/ascii.h"
#include "input/structured/list_head.h"
#include "input/structured/list_line.h"
#include "input/structured/list_pair.h"
#include "input/structured/list_text.h"

enum { MAX_LIST_LINES = 500, MAX_DOUBTFUL_LINES = 40, LEAST_FILLED_BYTES = 60 };

/* The Event Viewer copies an event a second time below "Event Xml:", in Chinese "事件 Xml:". */
static const char xml_title[] = "Xml";

/* Adds the pair, and those that follow it on its line. */
static enum form_answer add_pair(struct list_form *list, const struct list_pair *first,
                                 uint32_t title, struct record_line *record, struct fault *fault)
{
    struct list_pair pair = *first;
    struct list_pair next;
    bool is_text = title != NO_TITLE && list_text_is_free(record, title);
    if (pair.value.length > 0)
        list->value_column = list_pair_value_column(&pair);
    /* In free text a label proves nothing, unless the record lacks what it needs. */
    while (!list->is_aligned && title != NO_TITLE &&
           (!is_text || record_line_dialect(record, false) == NULL) &&
           list_pair_split(record->index, &pair, &next)) {
        if (!record_line_add(record, pair.title, pair.value, fault))
            return FORM_FAULT;
        pair = next;
        title = title_index_find(record->index, pair.title);
        is_text = list_text_is_free(record, title);
    }
    if (!record_line_add(record, pair.title, pair.value, fault))
        return FORM_FAULT;
    list->state = LIST_IN_PAIRS;
    if (!list->is_aligned && is_text)
        list->state = LIST_IN_TEXT;
    else if (span_ends_with_ignoring_case(pair.title, span_of(xml_title)))
        list->state = LIST_IN_XML;
    list->last_is_empty = pair.value.length == 0;
    list->last_is_known = title != NO_TITLE;
    list->is_after_blank = false;
    list->pair_count++;
    return FORM_HOLDS;
}

/* Adds what the head of an event says. */
static enum form_answer open_head(struct list_form *list, const struct list_head *head,
                                  struct record_line *record, struct fault *fault)
{
    *list = (struct list_form){.state = LIST_IN_PAIRS,
                               .last_is_known = true,
                               .has_head = true,
                               .first_title = NO_TITLE,
                               .line_count = 1};
    list->pair_count = 1;
    bool done = record_line_add(record, span_of("Event ID"), head->number, fault) &&
                record_line_add(record, span_of("Source"), head->provider, fault) &&
                record_line_add(record, span_of("Level"), head->level, fault);
    return done ? FORM_HOLDS : FORM_FAULT;
}

static enum form_answer open_list(struct list_form *list, struct span line,
                                  struct record_line *record, struct fault *fault)
{
    struct list_pair pair;
    uint32_t title = NO_TITLE;
    bool has_equals = false;
    struct list_head head;
    if (list_text_is_counter(line))
        return FORM_FRAME;
    if (list_head_read(record->index, line, &head))
        return open_head(list, &head, record, fault);
    if ((list_pair_read(line, &pair) &&
         (!pair.is_tight || list_pair_is_glued(record->index, pair))) ||
        (has_equals = list_pair_read_equals(record->index, line, &pair)))
        title = title_index_find(record->index, pair.title);
    if (title == NO_TITLE)
        return FORM_IGNORES;
    *list = (struct list_form){
        .colon = pair.colon, .first_title = title, .line_count = 1, .has_equals = has_equals};
    list->indent = list_text_indentation(line);
    list->is_aligned = pair.colon > 0 && span_is_blank(line.bytes[pair.colon - 1]);
    return add_pair(list, &pair, title, record, fault);
}

/* True if the list so far is a record of a dialect, be it a fallback. */
static bool is_record(const struct record_line *record)
{
    return record_line_best_dialect(record) < record->index->dialect_count;
}

/* The list ends before this line, without what is doubtful. */
static enum form_answer close_list(struct list_form *list, struct record_line *record)
{
    bool is_part = list->is_doubtful;
    list->state = LIST_CLOSED;
    if (is_part)
        record_line_cut(record, list->certain);
    if (!is_record(record))
        return FORM_GIVES_UP;
    return is_part ? FORM_RECORD_PART : FORM_RECORD_BEFORE;
}

/* Notes a doubt if the line begins another paragraph of sentences behind a whole one, or a trace.
 * Sections such as "Operation:", and what is indented below them, are no sentences. A title of
 * another dialect may begin a record of that. */
static void note_doubt(struct list_form *list, struct span line, const struct list_pair *pair,
                       uint32_t title, const struct record_line *record)
{
    const struct record_titles *titles = record_line_dialect(record, false);
    if (!is_record(record))
        return;
    /* A sentence that goes on, and a dump of bytes ("0008: 57 52"), begin no paragraph. */
    bool goes_on =
        line.length > 0 && (ascii_is_lower(line.bytes[0]) || ascii_is_digit(line.bytes[0]));
    bool is_long = pair == NULL || list_text_count_words(line) > MOST_TITLE_WORDS + 1;
    bool is_sentence =
        is_long && !goes_on && list->has_sentence && !(titles != NULL && titles->is_parted);
    bool is_title = pair != NULL && pair->value.length > 0 && title != NO_TITLE &&
                    !list_text_may_end(record, title);
    if (list->is_doubtful || !list->is_after_blank || list_text_indentation(line) > list->indent ||
        (!is_sentence && !is_title && !list_text_begins_trace(line)))
        return;
    list->is_doubtful = true;
    list->certain_lines = list->line_count - 1;
    list->certain = record_line_extent(record);
}

static enum form_answer continue_value(struct list_form *list, struct span line,
                                       struct record_line *record, struct fault *fault)
{
    list->is_after_blank = false;
    list->line_length = line.length;
    bool done = !list->last_is_known || record_line_continue(record, line, fault);
    return done ? FORM_HOLDS : FORM_FAULT;
}

static enum form_answer add_text(struct list_form *list, struct span line,
                                 struct record_line *record, struct fault *fault)
{
    if (!record_line_add(record, span_of(LIST_TEXT_TITLE), line, fault))
        return FORM_FAULT;
    list->state = LIST_IN_TEXT;
    list->last_is_known = true;
    return FORM_HOLDS;
}

static enum form_answer feed_line(struct list_form *list, struct span line,
                                  struct record_line *record, struct fault *fault)
{
    struct list_pair pair;
    uint32_t title;
    bool is_pair = list_line_read_pair(list, line, record, &pair, &title);
    bool is_xml = is_pair && span_ends_with_ignoring_case(pair.title, span_of(xml_title));
    if (is_xml) {
        list->is_doubtful = false;
        return add_pair(list, &pair, title, record, fault);
    }
    bool is_next = title != NO_TITLE && title == list->first_title;
    if (list->state == LIST_IN_TEXT) {
        bool is_other = !list->is_after_blank && title != NO_TITLE &&
                        !list_text_repeats(record, title) && list_text_may_end(record, title);
        note_doubt(list, line, is_pair ? &pair : NULL, title, record);
        if (!is_next && !is_other)
            return continue_value(list, line, record, fault);
    }
    if (list_line_begins_text(list, record, is_pair, title, pair.title) ||
        (title == NO_TITLE &&
         list_line_begins_numbered_text(list, record, is_pair, line, pair.title)))
        return add_text(list, line, record, fault);
    if (!is_pair && list_line_continues_value(list, record, line))
        return continue_value(list, line, record, fault);
    if (is_pair && list_nest_fills(&list->nest, record, &pair, title))
        return add_pair(list, &pair, title, record, fault);
    if (is_pair && list_nest_repeats(&list->nest, record, &pair, title)) {
        list->last_is_empty = pair.value.length == 0;
        return FORM_HOLDS;
    }
    if (!is_pair || !list_line_continues_record(list, record, title, &pair))
        return close_list(list, record);
    return add_pair(list, &pair, title, record, fault);
}

static enum form_answer feed_blank(struct list_form *list, const struct record_line *record)
{
    bool is_filled = list->line_length >= LEAST_FILLED_BYTES;
    struct span words = record_line_last_value(record);
    if (list->state == LIST_IN_TEXT && words.length > 0 && list_text_is_whole(words, is_filled))
        list->has_sentence = true;
    list->blank_count += !list->is_after_blank;
    list->is_after_blank = true;
    return FORM_HOLDS;
}

static enum form_answer feed_any(struct list_form *list, struct span line,
                                 struct record_line *record, struct fault *fault)
{
    if (list->state == LIST_CLOSED)
        return open_list(list, line, record, fault);
    ++list->line_count;
    bool is_too_long =
        list->line_count > MAX_LIST_LINES ||
        (list->is_doubtful && list->line_count > list->certain_lines + MAX_DOUBTFUL_LINES);
    if (is_too_long)
        return close_list(list, record);
    if (span_trim(line).length == 0)
        return feed_blank(list, record);
    struct list_head head;
    bool is_head = list->state == LIST_IN_TEXT && list_head_read(record->index, line, &head);
    if (is_head || list_text_is_counter(line) || list_text_names_failed_file(line))
        return close_list(list, record);
    if (list->state != LIST_IN_XML)
        return feed_line(list, line, record, fault);
    if (list_text_ends_xml(line)) {
        list->state = LIST_IN_PAIRS;
        list->last_is_empty = false;
    }
    return list_text_add_time(record, line, fault) ? FORM_HOLDS : FORM_FAULT;
}

static enum form_answer feed(void *context, struct span line, struct record_line *record,
                             struct fault *fault)
{
    struct list_form *list = context;
    enum form_answer answer = feed_any(list, line, record, fault);
    list->last_length = line.length;
    return answer;
}

static enum form_answer end(void *context, struct record_line *record, struct fault *fault)
{
    (void)fault;
    return close_list(context, record);
}

static size_t part(void *context)
{
    const struct list_form *list = context;
    return list->certain_lines;
}

static void reset(void *context)
{
    struct list_form *list = context;
    *list = (struct list_form){0};
}

struct form list_form(struct list_form *list)
{
    return (struct form){.feed = feed, .end = end, .reset = reset, .part = part, .context = list};
}

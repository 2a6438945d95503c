#include "input/structured/structured_reader.h"

#include "base/memory.h"
#include "input/structured/cell_form.h"
#include "input/structured/csv_form.h"
#include "input/structured/event_order.h"
#include "input/structured/form.h"
#include "input/structured/json_form.h"
#include "input/structured/list_form.h"
#include "input/structured/record_parts.h"
#include "input/structured/record_write.h"
#include "input/structured/section_host.h"
#include "input/structured/table_form.h"
#include "input/structured/xml_form.h"

/* In the order in which they are asked. The table's is the last one: it holds any line until the
 * next one shows that it is no heading. */
enum { FORM_XML, FORM_JSON, FORM_CSV, FORM_LIST, FORM_CELLS, FORM_TABLE, FORM_COUNT };

struct structured_reader {
    struct xml_form xml;
    struct json_form json;
    struct csv_form csv;
    struct list_form list;
    struct cell_form cells;
    struct table_form table;
    struct form forms[FORM_COUNT];
    const struct form *holder; /* the form that holds lines, or NULL */
    struct record_border border;
    struct event_order order;
    struct buffer ordered;       /* lines that have passed it, each with a line feed */
    struct section_host section; /* the last one */
    struct record_line record;
    struct buffer held; /* the held lines, each with a line feed */
    size_t held_count;
};

struct structured_reader *structured_reader_open(const struct title_index *index,
                                                 struct fault *fault)
{
    struct structured_reader *reader = memory_allocate(1, sizeof *reader, fault);
    if (reader == NULL)
        return NULL;
    reader->record.index = reader->order.index = index;
    reader->forms[FORM_XML] = xml_form(&reader->xml);
    reader->forms[FORM_JSON] = json_form(&reader->json);
    reader->forms[FORM_CSV] = csv_form(&reader->csv);
    reader->forms[FORM_LIST] = list_form(&reader->list);
    reader->forms[FORM_CELLS] = cell_form(&reader->cells);
    reader->forms[FORM_TABLE] = table_form(&reader->table);
    return reader;
}

void structured_reader_close(struct structured_reader *reader)
{
    if (reader == NULL)
        return;
    xml_form_release(&reader->xml);
    json_form_release(&reader->json);
    csv_form_release(&reader->csv);
    table_form_release(&reader->table);
    record_line_release(&reader->record);
    event_order_release(&reader->order);
    buffer_release(&reader->ordered);
    buffer_release(&reader->held);
    memory_free(reader);
}

void structured_reader_set_border(struct structured_reader *reader, struct record_border border)
{
    reader->border = border;
}

static bool hold(struct structured_reader *reader, struct span line, struct fault *fault)
{
    reader->held_count++;
    return record_write_text_line(&reader->held, line, fault);
}

static void forget_held(struct structured_reader *reader)
{
    reader->held.length = 0;
    reader->held_count = 0;
    reader->holder = NULL;
}

/* Appends the record in place of the held lines. */
static bool write_record(struct structured_reader *reader, struct buffer *out, struct fault *fault)
{
    bool is_known = false;
    size_t start = out->length;
    size_t part_count = 1;
    const struct record_titles *titles = record_line_dialect(&reader->record, false);
    bool done = section_host_add(&reader->section, &reader->record, fault) &&
                record_write(&reader->record, out, &is_known, fault) &&
                (titles == NULL || !titles->is_parted ||
                 record_parts_write(out, start, reader->held_count, &part_count, fault)) &&
                record_write_empty_lines(out, reader->held_count + 1 - part_count, fault);
    record_line_clear(&reader->record);
    forget_held(reader);
    return done;
}

/* Appends the held lines as they are. */
static bool write_held(struct structured_reader *reader, struct buffer *out, struct fault *fault)
{
    bool done = buffer_append(out, buffer_span(&reader->held), fault);
    record_line_clear(&reader->record);
    forget_held(reader);
    return done;
}

static bool read_lines(struct structured_reader *reader, struct span lines, struct buffer *out,
                       struct fault *fault);

/* Appends the record in place of the first held lines, if there is a `part` of them, and reads the
 * others once more. */
static bool write_part(struct structured_reader *reader, size_t part, struct buffer *out,
                       struct fault *fault)
{
    struct buffer rest = {0};
    struct span held = buffer_span(&reader->held);
    for (size_t i = 0; i < part; i++)
        held = span_slice(held, span_find_byte(held, '\n') + 1, held.length);
    bool done = buffer_append(&rest, held, fault);
    reader->held_count = part;
    if (part == 0)
        forget_held(reader);
    else
        done = done && write_record(reader, out, fault);
    done = done && read_lines(reader, buffer_span(&rest), out, fault);
    buffer_release(&rest);
    return done;
}

/* The form has given up its lines: they may be the label of a table, and titles that head no cells
 * may be anything. */
static bool give_up(struct structured_reader *reader, const struct form *form, struct buffer *out,
                    struct fault *fault)
{
    const struct form *table = &reader->forms[FORM_TABLE];
    record_line_clear(&reader->record);
    if (form == &reader->forms[FORM_CELLS]) {
        reader->cells.is_barred = true;
        return write_part(reader, 0, out, fault);
    }
    if (form != table &&
        table_form_take_label(&reader->table, buffer_span(&reader->held), &reader->record, fault)) {
        reader->holder = table;
        return true;
    }
    return write_held(reader, out, fault);
}

/* Does what the form answered. `*is_read`: nothing is left to do for the line. */
static bool obey(struct structured_reader *reader, const struct form *form, enum form_answer answer,
                 struct span line, struct buffer *out, bool *is_read, struct fault *fault)
{
    size_t frame_lines = reader->held_count + 1;
    *is_read = answer == FORM_HOLDS || answer == FORM_RECORD || answer == FORM_FRAME;
    switch (answer) {
    case FORM_HOLDS:
        reader->holder = form;
        return hold(reader, line, fault);
    case FORM_RECORD:
        return hold(reader, line, fault) && write_record(reader, out, fault);
    case FORM_RECORD_BEFORE:
        return write_record(reader, out, fault);
    case FORM_RECORD_PART:
        return write_part(reader, form->part(form->context), out, fault);
    case FORM_FRAME:
        record_line_clear(&reader->record);
        forget_held(reader);
        return record_write_empty_lines(out, frame_lines, fault);
    case FORM_GIVES_UP:
        form->reset(form->context);
        return give_up(reader, form, out, fault);
    case FORM_IGNORES:
        return true;
    case FORM_FAULT:
        break;
    }
    return false;
}

/* Asks the forms for the line. `*is_read`: one has taken it; otherwise lines that were held before
 * it may have been written, and `*is_free`: no form wants it. */
static bool ask(struct structured_reader *reader, struct span line, struct buffer *out,
                bool *is_read, bool *is_free, struct fault *fault)
{
    *is_read = *is_free = false;
    if (reader->holder != NULL) {
        const struct form *form = reader->holder;
        enum form_answer answer = form->feed(form->context, line, &reader->record, fault);
        return obey(reader, form, answer, line, out, is_read, fault);
    }
    for (size_t i = 0; i < FORM_COUNT; i++) {
        const struct form *form = &reader->forms[i];
        enum form_answer answer = form->feed(form->context, line, &reader->record, fault);
        if (answer != FORM_IGNORES)
            return obey(reader, form, answer, line, out, is_read, fault);
    }
    *is_free = true;
    return true;
}

/* True if the line cannot belong to the record at hand. CSV, JSON and XML say themselves where a
 * record ends, and may quote anything. */
static bool is_beyond_border(const struct structured_reader *reader, struct span line)
{
    const struct form *holder = reader->holder;
    bool may_end = holder == NULL || holder == &reader->forms[FORM_LIST] ||
                   holder == &reader->forms[FORM_TABLE];
    return may_end && reader->border.fits != NULL && line.length > 0 &&
           reader->border.fits(reader->border.context, line);
}

/* Lets the forms end what they hold. */
static bool end_forms(struct structured_reader *reader, struct buffer *out, struct fault *fault)
{
    /* What is read once more may be held again, but each time less. */
    while (reader->holder != NULL) {
        const struct form *form = reader->holder;
        enum form_answer answer =
            form->end != NULL ? form->end(form->context, &reader->record, fault) : FORM_GIVES_UP;
        bool is_read = false;
        if (!obey(reader, form, answer, (struct span){0}, out, &is_read, fault))
            return false;
    }
    return true;
}

static bool feed_border(struct structured_reader *reader, struct span line, struct buffer *out,
                        struct fault *fault)
{
    const struct form *table = &reader->forms[FORM_TABLE];
    if (!end_forms(reader, out, fault))
        return false;
    table->reset(table->context);
    return record_write_text_line(out, line, fault);
}

static bool feed_line(struct structured_reader *reader, struct span line, struct buffer *out,
                      struct fault *fault)
{
    if (is_beyond_border(reader, line))
        return feed_border(reader, line, out, fault);
    /* A form that gives up or ends leaves the line to the next round, and some lines fewer are held
     * then. */
    for (bool is_read = false, is_free = false; !is_free;) {
        if (!ask(reader, line, out, &is_read, &is_free, fault))
            return false;
        if (is_read)
            return true;
    }
    return record_write_text_line(out, line, fault);
}

static bool read_line(struct structured_reader *reader, struct span line, struct buffer *out,
                      struct fault *fault)
{
    bool done = feed_line(reader, line, out, fault);
    /* A record that the line has ended is not below it. */
    section_host_note(&reader->section, reader->record.index, line);
    return done;
}

/* Reads lines that each have a line feed. */
static bool read_lines(struct structured_reader *reader, struct span lines, struct buffer *out,
                       struct fault *fault)
{
    while (lines.length > 0) {
        size_t end = span_find_byte(lines, '\n');
        if (!read_line(reader, span_slice(lines, 0, end), out, fault))
            return false;
        lines = span_slice(lines, end + 1, lines.length);
    }
    return true;
}

bool structured_reader_feed(struct structured_reader *reader, struct span line, struct buffer *out,
                            struct fault *fault)
{
    if (!event_order_wants(&reader->order, line))
        return read_line(reader, line, out, fault);
    reader->ordered.length = 0;
    return event_order_feed(&reader->order, line, &reader->ordered, fault) &&
           read_lines(reader, buffer_span(&reader->ordered), out, fault);
}

bool structured_reader_end(struct structured_reader *reader, struct buffer *out,
                           struct fault *fault)
{
    reader->ordered.length = 0;
    return event_order_end(&reader->order, &reader->ordered, fault) &&
           read_lines(reader, buffer_span(&reader->ordered), out, fault) &&
           end_forms(reader, out, fault);
}

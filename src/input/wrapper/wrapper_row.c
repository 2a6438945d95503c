#include "input/wrapper/wrapper_row.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "input/wrapper/wrapper_tag.h"

enum { MAX_ROW_CELLS = 64 };

struct row {
    struct span cells[MAX_ROW_CELLS]; /* with the tags in them */
    size_t count;
    size_t start; /* of the row in the text */
    bool has_heading;
};

/* True if a tag of this name, "tr" or "/tr", begins at `at`. */
static bool is_tag_at(struct span text, size_t at, const char *name)
{
    size_t length = span_of(name).length;
    if (text.bytes[at] != '<' || text.length - at < length + 2)
        return false;
    struct span word = span_slice(text, at + 1, at + 1 + length);
    char next = text.bytes[at + 1 + length];
    return span_equals_ignoring_case(word, span_of(name)) && (next == '>' || span_is_blank(next));
}

static bool is_cell_at(struct span text, size_t at)
{
    return is_tag_at(text, at, "td") || is_tag_at(text, at, "th");
}

static bool ends_cell_at(struct span text, size_t at)
{
    return is_cell_at(text, at) || is_tag_at(text, at, "/td") || is_tag_at(text, at, "/th") ||
           is_tag_at(text, at, "/tr") || is_tag_at(text, at, "tr");
}

/* Finds the next tag from `*at` on; false if there is none. */
static bool next_tag(struct span text, size_t *at)
{
    *at += span_find_byte(span_slice(text, *at, text.length), '<');
    return *at < text.length;
}

static bool read_row(struct span text, struct row *row)
{
    size_t at = 0;
    row->count = 0;
    row->has_heading = false;
    while (next_tag(text, &at) && !is_tag_at(text, at, "tr"))
        at++;
    row->start = at;
    for (at += at < text.length; next_tag(text, &at) && !is_tag_at(text, at, "/tr");) {
        bool is_cell = is_cell_at(text, at) && row->count < MAX_ROW_CELLS;
        row->has_heading = row->has_heading || is_tag_at(text, at, "th");
        if (!is_cell) {
            at++;
            continue;
        }
        at += span_find_byte(span_slice(text, at, text.length), '>');
        size_t start = at < text.length ? at + 1 : at;
        at = start;
        while (next_tag(text, &at) && !ends_cell_at(text, at))
            at++;
        row->cells[row->count++] = span_slice(text, start, at);
    }
    return row->count > 1;
}

/* True if a cell holds what pages are laid out with: its lines are of a text of their own. */
static bool is_layout(const struct row *row)
{
    static const char *const tags[] = {"table", "pre", "div", "ul", "textarea"};
    for (size_t i = 0; i < row->count; i++)
        for (size_t at = 0; next_tag(row->cells[i], &at); at++)
            for (size_t j = 0; j < COUNT_OF(tags); j++)
                if (is_tag_at(row->cells[i], at, tags[j]))
                    return true;
    return false;
}

/* Appends the cell's text without tags, its blanks as one each. Doubles quotes if `is_quoted`. */
static bool append_plain(struct span cell, bool is_quoted, struct buffer *out, struct fault *fault)
{
    static const char entity[] = "&quot;";
    bool is_apart = false;
    size_t start = out->length;
    for (size_t at = 0; at < cell.length; at++) {
        bool is_entity =
            span_starts_with_ignoring_case(span_slice(cell, at, cell.length), span_of(entity));
        char byte = is_entity ? '"' : cell.bytes[at];
        at += is_entity ? sizeof entity - 2 : 0;
        if (span_is_blank(byte) || byte == '\n') {
            is_apart = out->length > start;
            continue;
        }
        if ((is_apart && !buffer_append_byte(out, ' ', fault)) ||
            (byte == '"' && is_quoted && !buffer_append_byte(out, '"', fault)) ||
            !buffer_append_byte(out, byte, fault))
            return false;
        is_apart = false;
    }
    return true;
}

/* A row of a label and its value, as pages that show one thing have them. */
static bool is_pair(const struct row *row)
{
    return row->count == 2 && !row->has_heading;
}

/* Appends the cell's text. `may_quote`: in quotes if it has some. */
static bool append_cell(struct span cell, bool may_quote, struct buffer *out, struct fault *fault)
{
    struct buffer text = {0};
    bool done = wrapper_tag_remove(cell, &text, fault);
    struct span plain = buffer_span(&text);
    bool is_quoted = may_quote && (span_find_byte(plain, '"') < plain.length ||
                                   span_find(plain, span_of("&quot;")) < plain.length);
    done = done && (!is_quoted || buffer_append_byte(out, '"', fault)) &&
           append_plain(plain, is_quoted, out, fault) &&
           (!is_quoted || buffer_append_byte(out, '"', fault));
    buffer_release(&text);
    return done;
}

static bool has_only_digits(struct span text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!ascii_is_digit(text.bytes[i]))
            return false;
    return true;
}

/* Appends what is between two cells: a tab, or the colon behind a label. */
static bool append_separator(const struct row *row, struct buffer *out, struct fault *fault)
{
    if (!is_pair(row))
        return buffer_append_byte(out, '\t', fault);
    bool has_colon = out->length > 0 && out->bytes[out->length - 1] == ':';
    return buffer_append(out, span_of(has_colon ? " " : ": "), fault);
}

bool wrapper_row_write(struct span text, struct buffer *out, bool *is_row, struct fault *fault)
{
    struct row row;
    size_t first = out->length;
    size_t filled = 0;
    *is_row = false;
    if (!read_row(text, &row) || is_layout(&row))
        return true;
    if (!wrapper_tag_remove(span_slice(text, 0, row.start), out, fault))
        return false;
    for (size_t i = 0; i < row.count; i++) {
        if (i > 0 && !append_separator(&row, out, fault))
            return false;
        size_t start = out->length;
        if (!append_cell(row.cells[i], !is_pair(&row), out, fault))
            return false;
        struct span cell = span_slice(buffer_span(out), start, out->length);
        filled += cell.length > 0 && (i > 0 || row.count > 2 || !has_only_digits(cell));
    }
    *is_row = filled > 1;
    if (!*is_row)
        out->length = first;
    return true;
}

bool wrapper_row_has_cells(struct span text)
{
    struct row row;
    return read_row(text, &row) && !is_layout(&row);
}

bool wrapper_row_begins(struct span text)
{
    size_t at = 0;
    while (next_tag(text, &at) && !is_tag_at(text, at, "tr"))
        at++;
    return at < text.length;
}

bool wrapper_row_is_open(struct span text, bool is_open)
{
    for (size_t at = 0; next_tag(text, &at); at++) {
        if (is_tag_at(text, at, "tr"))
            is_open = true;
        else if (is_tag_at(text, at, "/tr") || is_tag_at(text, at, "/table"))
            is_open = false;
    }
    return is_open;
}

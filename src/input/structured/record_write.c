#include "input/structured/record_write.h"

#include "base/ascii.h"
#include "text/date_label.h"

/* Worse than any rank of a title. */
enum { NO_RANK = UINT16_MAX };

/* True for the name of a type, maybe in the braces of a list: PowerShell prints it where it does
 * not show what an object has. That of an exception says what went wrong. */
static bool is_type_name(struct span value)
{
    enum { MOST_CUT_BYTES = 24 }; /* what a narrow screen leaves of it for the next line */
    if (value.length > 0 && value.bytes[0] == '{')
        value = span_slice(value, 1, value.length);
    return (span_starts_with_ignoring_case(value, span_of("Microsoft.")) ||
            span_starts_with_ignoring_case(value, span_of("System."))) &&
           span_find_byte(value, ' ') + MOST_CUT_BYTES >= value.length &&
           span_find(value, span_of("Exception")) == value.length;
}

static bool is_zero(struct span value)
{
    return span_equals(value, span_of("0"));
}

/* True if another error is in the cell: of a job and its volumes one alone may have failed. */
static bool has_error(const struct record_line *record, size_t dialect, size_t cell)
{
    for (size_t i = 0; i < record->pair_count; i++) {
        const struct record_pair *pair = &record->pairs[i];
        const struct title_meaning *meaning = record_line_meaning(record, pair, dialect);
        if (meaning != NULL && meaning->cell == cell && pair->length > 0 &&
            !is_zero(record_line_value(record, pair)))
            return true;
    }
    return false;
}

/* True if the pair says something for the cell. */
static bool has_value(const struct record_line *record, size_t dialect,
                      const struct record_pair *pair, size_t cell)
{
    const struct record_titles *titles = record->index->dialects[dialect];
    struct span value = record_line_value(record, pair);
    bool is_error = (titles->error_cells >> cell & 1) != 0;
    if (is_error && is_zero(value) && has_error(record, dialect, cell))
        return false;
    return value.length > 0 && (cell != titles->text_cell || !is_type_name(value));
}

/* Returns the least rank of a value for the cell; NO_RANK if it has none. */
static uint16_t best_rank(const struct record_line *record, size_t dialect, size_t cell)
{
    uint16_t best = NO_RANK;
    for (size_t i = 0; i < record->pair_count; i++) {
        const struct title_meaning *meaning =
            record_line_meaning(record, &record->pairs[i], dialect);
        if (meaning != NULL && meaning->cell == cell && meaning->rank < best &&
            has_value(record, dialect, &record->pairs[i], cell))
            best = meaning->rank;
    }
    return best;
}

/* Appends the value of the pair, whose title means `meaning`, behind those before it. */
static bool write_value(const struct record_line *record, const struct record_pair *pair,
                        const struct title_meaning *meaning, bool is_first, struct buffer *out,
                        struct fault *fault)
{
    struct span value = record_line_value(record, pair);
    bool lacks_zone = pair->is_utc && value.bytes[value.length - 1] != 'Z';
    bool has_mark = meaning->is_numbered && ascii_is_digit(value.bytes[0]);
    return (is_first || buffer_append_byte(out, ' ', fault)) &&
           (!has_mark || buffer_append_byte(out, '#', fault)) && buffer_append(out, value, fault) &&
           (!lacks_zone || buffer_append(out, span_of(" UTC"), fault));
}

/* Appends the values for the cell, those of the least rank, of errors the first one; for the cell
 * of words that has none, the values of all cells. */
static bool write_values(const struct record_line *record, size_t dialect, size_t cell,
                         struct buffer *out, struct fault *fault)
{
    uint16_t rank = best_rank(record, dialect, cell);
    bool takes_all = rank == NO_RANK && cell == record->index->dialects[dialect]->text_cell;
    bool takes_one = (record->index->dialects[dialect]->error_cells >> cell & 1) != 0;
    bool done = true;
    size_t start = out->length;
    for (size_t i = 0; done && i < record->pair_count; i++) {
        if (takes_one && out->length > start)
            break;
        const struct record_pair *pair = &record->pairs[i];
        const struct title_meaning *meaning = record_line_meaning(record, pair, dialect);
        if (meaning == NULL || meaning->cell == NO_RECORD_CELL ||
            !has_value(record, dialect, pair, cell))
            continue;
        if (takes_all || (meaning->cell == cell && meaning->rank == rank))
            done = write_value(record, pair, meaning, out->length == start, out, fault);
    }
    return done;
}

/* Appends the values of the compound's cells if none is empty. */
static bool write_compound(const struct record_line *record, size_t dialect,
                           const struct record_compound *compound, struct buffer *out,
                           struct fault *fault)
{
    for (size_t i = 0; i < compound->part_count; i++)
        if (best_rank(record, dialect, compound->parts[i]) == NO_RANK)
            return true;
    for (size_t i = 0; i < compound->part_count; i++)
        if ((i > 0 && !buffer_append_byte(out, ' ', fault)) ||
            !write_values(record, dialect, compound->parts[i], out, fault))
            return false;
    return true;
}

/* True if a title of the record is of a language that puts the day before the month. */
static bool is_day_first(const struct record_line *record, size_t dialect)
{
    for (size_t i = 0; i < record->pair_count; i++) {
        const struct title_meaning *meaning =
            record_line_meaning(record, &record->pairs[i], dialect);
        if (meaning != NULL && meaning->is_day_first)
            return true;
    }
    return false;
}

static bool write_cell(const struct record_line *record, size_t dialect, size_t cell,
                       struct buffer *out, struct fault *fault)
{
    const struct record_compound *compound = &record->index->dialects[dialect]->compounds[cell];
    bool is_moment = (record->index->dialects[dialect]->moment_cells >> cell & 1) != 0;
    bool has_mark =
        is_moment && best_rank(record, dialect, cell) != NO_RANK && is_day_first(record, dialect);
    if (!buffer_append_byte(out, '\t', fault) ||
        (has_mark && !buffer_append(out, span_of(DATE_LABEL_MARK), fault)))
        return false;
    return compound->part_count > 0 ? write_compound(record, dialect, compound, out, fault)
                                    : write_values(record, dialect, cell, out, fault);
}

bool record_write(const struct record_line *record, struct buffer *out, bool *is_known,
                  struct fault *fault)
{
    size_t dialect = record_line_best_dialect(record);
    *is_known = dialect < record->index->dialect_count;
    if (!*is_known)
        return true;
    const struct record_titles *titles = record->index->dialects[dialect];
    bool done = buffer_append(out, span_of(RECORD_LINE_MARK), fault) &&
                buffer_append(out, titles->dialect, fault);
    for (size_t cell = 0; done && cell < titles->cell_count; cell++)
        done = write_cell(record, dialect, cell, out, fault);
    return done;
}

bool record_write_text_line(struct buffer *out, struct span line, struct fault *fault)
{
    return buffer_append(out, line, fault) && buffer_append_byte(out, '\n', fault);
}

bool record_write_empty_lines(struct buffer *out, size_t count, struct fault *fault)
{
    for (size_t i = 0; i < count; i++)
        if (!buffer_append_byte(out, '\n', fault))
            return false;
    return true;
}

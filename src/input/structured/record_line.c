#include "input/structured/record_line.h"

#include "base/ascii.h"
#include "text/log_date.h"

void record_line_release(struct record_line *record)
{
    buffer_release(&record->values);
}

void record_line_clear(struct record_line *record)
{
    record->pair_count = 0;
    record->values.length = 0;
}

/* Appends the words of `text` to the last pair's value. */
static bool append_words(struct record_line *record, struct span text, struct fault *fault)
{
    struct record_pair *pair = &record->pairs[record->pair_count - 1];
    if (record->values.length + text.length + 1 > MAX_RECORD_BYTES)
        return true;
    if (!buffer_reserve(&record->values, text.length + 1, fault))
        return false;
    char *out = record->values.bytes;
    size_t length = record->values.length;
    bool is_apart = pair->length > 0;
    for (size_t at = 0; at < text.length; at++) {
        char byte = text.bytes[at];
        bool is_space = span_is_blank(byte) || byte == '\0' || byte == *RECORD_LINE_MARK;
        if (!is_space && is_apart)
            out[length++] = ' ';
        if (!is_space)
            out[length++] = byte;
        is_apart = is_space && length > pair->start;
    }
    record->values.length = length;
    pair->length = length - pair->start;
    return true;
}

bool record_line_add(struct record_line *record, struct span title, struct span value,
                     struct fault *fault)
{
    uint32_t number = title_index_find(record->index, title);
    if (number == NO_TITLE || record->pair_count == MAX_RECORD_PAIRS)
        return true;
    record->pairs[record->pair_count++] = (struct record_pair){
        .title = number, .is_utc = title_index_is_utc(title), .start = record->values.length};
    return append_words(record, value, fault);
}

struct span record_line_value(const struct record_line *record, const struct record_pair *pair)
{
    return span_slice(buffer_span(&record->values), pair->start, pair->start + pair->length);
}

static bool is_local_moment(const struct record_line *record, const struct record_pair *pair)
{
    struct datetime moment = log_date_read(record_line_value(record, pair), (struct span){0});
    return moment.has_time && !pair->is_utc && !datetime_has_zone(moment);
}

bool record_line_add_utc(struct record_line *record, struct span utc, struct fault *fault)
{
    size_t i = 0;
    while (i < record->pair_count && !is_local_moment(record, &record->pairs[i]))
        i++;
    if (i == record->pair_count || record->pair_count == MAX_RECORD_PAIRS)
        return true;
    record->pairs[record->pair_count++] =
        (struct record_pair){.title = record->pairs[i].title, .start = record->values.length};
    return append_words(record, utc, fault);
}

bool record_line_continue(struct record_line *record, struct span text, struct fault *fault)
{
    return record->pair_count == 0 || append_words(record, text, fault);
}

struct record_extent record_line_extent(const struct record_line *record)
{
    return (struct record_extent){.pair_count = record->pair_count,
                                  .last_length = record_line_last_value(record).length};
}

void record_line_cut(struct record_line *record, struct record_extent extent)
{
    record->pair_count = extent.pair_count;
    if (extent.pair_count == 0)
        return;
    struct record_pair *last = &record->pairs[extent.pair_count - 1];
    last->length = extent.last_length;
    record->values.length = last->start + last->length;
}

struct span record_line_last_value(const struct record_line *record)
{
    if (record->pair_count == 0)
        return (struct span){0};
    return record_line_value(record, &record->pairs[record->pair_count - 1]);
}

const struct title_meaning *record_line_meaning(const struct record_line *record,
                                                const struct record_pair *pair, size_t dialect)
{
    const struct title_index *index = record->index;
    for (uint32_t at = pair->title; at != NO_TITLE; at = index->meanings[at].next)
        if (index->meanings[at].dialect == dialect)
            return &index->meanings[at];
    return NULL;
}

/* Counts the pairs whose titles the dialect knows; 0 if the record lacks what it needs. */
static size_t count_known(const struct record_line *record, size_t dialect, bool may_be_empty)
{
    uint32_t cells = 0;
    size_t known = 0;
    for (size_t i = 0; i < record->pair_count; i++) {
        const struct title_meaning *meaning =
            record_line_meaning(record, &record->pairs[i], dialect);
        if (meaning == NULL)
            continue;
        known++;
        if (meaning->cell != NO_RECORD_CELL && !meaning->is_weak &&
            (may_be_empty || record->pairs[i].length > 0))
            cells |= UINT32_C(1) << meaning->cell;
    }
    const struct record_titles *titles = record->index->dialects[dialect];
    for (size_t i = 0; i < titles->need_count; i++)
        if ((cells & titles->needs[i]) == 0)
            return 0;
    return cells != 0 ? known : 0;
}

/* Returns the number of the dialect whose needs the record meets, among those that are a fallback
 * or among the others; the number of dialects if there is none. */
static size_t find_dialect(const struct record_line *record, bool may_be_empty, bool is_fallback)
{
    size_t best = record->index->dialect_count;
    size_t most = 1; /* one title alone is no record */
    for (size_t i = 0; i < record->index->dialect_count; i++) {
        size_t known = record->index->dialects[i]->is_fallback == is_fallback
                           ? count_known(record, i, may_be_empty)
                           : 0;
        if (known > most) {
            most = known;
            best = i;
        }
    }
    return best;
}

size_t record_line_best_dialect(const struct record_line *record)
{
    size_t best = find_dialect(record, false, false);
    return best < record->index->dialect_count ? best : find_dialect(record, false, true);
}

const struct record_titles *record_line_dialect(const struct record_line *record, bool may_be_empty)
{
    size_t best = find_dialect(record, may_be_empty, false);
    return best < record->index->dialect_count ? record->index->dialects[best] : NULL;
}

/* Counts the dates that the record has, and those of them with digits. */
static void count_moments(const struct record_line *record, size_t *moments, size_t *with_digits)
{
    size_t dialect = record_line_best_dialect(record);
    *moments = *with_digits = 0;
    if (dialect == record->index->dialect_count)
        return;
    uint32_t cells = record->index->dialects[dialect]->moment_cells;
    for (size_t i = 0; i < record->pair_count; i++) {
        const struct record_pair *pair = &record->pairs[i];
        const struct title_meaning *meaning = record_line_meaning(record, pair, dialect);
        bool is_moment = meaning != NULL && meaning->cell != NO_RECORD_CELL && pair->length > 0 &&
                         (cells >> meaning->cell & 1) != 0;
        bool has_digit = false;
        for (size_t j = 0; is_moment && j < pair->length; j++)
            has_digit = has_digit || ascii_is_digit(record->values.bytes[pair->start + j]);
        *moments += is_moment;
        *with_digits += has_digit;
    }
}

bool record_line_lacks_digits(const struct record_line *record)
{
    size_t moments;
    size_t with_digits;
    count_moments(record, &moments, &with_digits);
    return with_digits < moments;
}

bool record_line_has_moment(const struct record_line *record)
{
    size_t moments;
    size_t with_digits;
    count_moments(record, &moments, &with_digits);
    return moments > 0 && with_digits == moments;
}

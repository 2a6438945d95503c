#include "input/structured/table_words.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"

enum { MAX_ROW_WORDS = 128 };

/* The words of a row. */
struct row_words {
    struct span words[MAX_ROW_WORDS];
    size_t count;
};

static size_t skip_word(struct span text, size_t at)
{
    while (at < text.length && !span_is_blank(text.bytes[at]))
        at++;
    return at;
}

/* True if the time of the date, or AM or PM behind the time, follows the word at `word`. */
static bool goes_on_as_moment(struct span text, size_t word, size_t end, struct span next)
{
    bool is_date = word == 0 && end > 0 && ascii_is_digit(text.bytes[0]) && next.length > 2 &&
                   ascii_is_digit(next.bytes[0]) && (next.bytes[1] == ':' || next.bytes[2] == ':');
    bool is_time = end > word && span_find_byte(span_slice(text, word, end), ':') < end - word;
    struct span half = span_slice(next, 0, skip_word(next, 0));
    bool is_half = is_time && (span_equals_ignoring_case(half, span_of("AM")) ||
                               span_equals_ignoring_case(half, span_of("PM")));
    return is_date || is_half;
}

/* True if a unit follows the number that the text begins with, up to `end`. */
static bool goes_on_as_size(struct span text, size_t end, struct span next)
{
    static const char *const units[] = {"Bytes", "KB", "MB", "GB", "TB"};
    struct span unit = span_slice(next, 0, skip_word(next, 0));
    for (size_t i = 0; i < end; i++)
        if (!ascii_is_digit(text.bytes[i]) && text.bytes[i] != '.' && text.bytes[i] != ',')
            return false;
    return end > 0 && word_list_has(units, COUNT_OF(units), unit);
}

/* True for a number with its unit. */
static bool is_size(struct span word)
{
    size_t end = skip_word(word, 0);
    return goes_on_as_size(word, end, span_trim(span_slice(word, end, word.length)));
}

/* Takes the next word off `rest`. */
static struct span next_word(struct span *rest)
{
    struct span text = span_trim(*rest);
    size_t end = 0;
    for (;;) {
        size_t word = end;
        end = skip_word(text, word);
        struct span next = span_trim(span_slice(text, end, text.length));
        bool is_size = word == 0 && goes_on_as_size(text, end, next);
        if (!is_size && !goes_on_as_moment(text, word, end, next))
            break;
        end = (size_t)(next.bytes - text.bytes);
        end = is_size ? skip_word(text, end) : end;
        if (is_size)
            break;
    }
    *rest = span_slice(text, end, text.length);
    return span_slice(text, 0, end);
}

/* Splits the line into words. False if there are too many. */
static bool read_words(struct span line, struct row_words *words)
{
    words->count = 0;
    while (span_trim(line).length > 0) {
        if (words->count == MAX_ROW_WORDS)
            return false;
        words->words[words->count++] = next_word(&line);
    }
    return true;
}

/* True for a date, with its time or without: numbers with two separators between them. */
static bool is_moment(struct span word)
{
    size_t separators = 0;
    size_t at = 0;
    for (; at < word.length && !span_is_blank(word.bytes[at]) && word.bytes[at] != 'T'; at++) {
        bool is_separator = word.bytes[at] == '/' || word.bytes[at] == '-' || word.bytes[at] == '.';
        if (!is_separator && !ascii_is_digit(word.bytes[at]))
            return false;
        separators += is_separator;
    }
    return separators == 2 && ascii_is_digit(word.bytes[0]) && ascii_is_digit(word.bytes[at - 1]);
}

bool table_words_cut(struct span line, const struct table_columns *columns, struct span *cells)
{
    struct row_words words;
    if (!read_words(line, &words) || words.count != columns->count)
        return false;
    for (size_t i = 0; i < columns->count; i++) {
        if (columns->is_squeezed && is_moment(words.words[i]) && !columns->has_moment[i])
            return false;
        cells[i] = words.words[i];
    }
    return true;
}

/* Returns the text from the first word to the last one. */
static struct span join_words(const struct span *words, size_t count)
{
    const struct span *last = &words[count - 1];
    return (struct span){words->bytes, (size_t)(last->bytes + last->length - words->bytes)};
}

/* Fills the `cell_count` cells between two dates with the words there. */
static bool fill_cells(const struct span *words, size_t word_count, struct span *cells,
                       size_t cell_count)
{
    bool has_one_each = word_count == cell_count;
    if (word_count > 0 && cell_count == 1) {
        *cells = join_words(words, word_count);
        return true;
    }
    for (size_t i = 0; i < cell_count; i++)
        cells[i] = has_one_each ? words[i] : (struct span){0};
    return has_one_each || word_count == 0;
}

/* Fills the cells from `column` on, behind the last date. */
static bool fill_last_cells(const struct span *words, size_t word_count,
                            const struct table_columns *columns, size_t column, struct span *cells)
{
    size_t needed_count = 0;
    size_t needed = column;
    if (fill_cells(words, word_count, &cells[column], columns->count - column))
        return true;
    for (; word_count > 0 && is_size(*words); words++)
        word_count--;
    for (size_t i = column; i < columns->count; i++) {
        cells[i] = (struct span){0};
        needed = columns->is_needed[i] ? i : needed;
        needed_count += columns->is_needed[i];
    }
    if (word_count > 0 && needed_count == 1)
        cells[needed] = join_words(words, word_count);
    return word_count == 0 || needed_count <= 1;
}

/* True if the line has no gap that is wider than a blank. */
static bool has_narrow_gaps(struct span line)
{
    struct span text = span_trim(line);
    return span_find(text, span_of("  ")) == text.length &&
           span_find_byte(text, '\t') == text.length;
}

bool table_words_cut_squeezed(struct span line, const struct table_columns *columns,
                              struct span *cells)
{
    struct row_words words;
    size_t column = 0;
    size_t word = 0;
    if (!columns->is_squeezed || !has_narrow_gaps(line) || !read_words(line, &words))
        return false;
    for (size_t i = 0; i < columns->count; i++) {
        if (!columns->has_moment[i])
            continue;
        size_t moment = word;
        while (moment < words.count && !is_moment(words.words[moment]))
            moment++;
        if (moment == words.count ||
            !fill_cells(&words.words[word], moment - word, &cells[column], i - column))
            return false;
        cells[i] = words.words[moment];
        word = moment + 1;
        column = i + 1;
    }
    return fill_last_cells(&words.words[word], words.count - word, columns, column, cells);
}

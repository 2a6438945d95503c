#include "input/structured/list_pair.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"

enum { MAX_TITLE_LENGTH = 60, MAX_TITLE_WORDS = 7 };

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

/* True if a colon at `at`, `length` bytes long, is one between a title and its value. Some
 * languages write a blank before it and none behind. */
static bool parts_pair(struct span line, size_t at, size_t length)
{
    size_t next = at + length;
    bool is_time = at > 0 && next < line.length && ascii_is_digit(line.bytes[at - 1]) &&
                   ascii_is_digit(line.bytes[next]);
    bool is_root = next < line.length && span_is_path_separator(line.bytes[next]);
    bool is_scope = next < line.length && line.bytes[next] == ':';
    return !is_time && !is_root && !is_scope;
}

/* Returns the value without the quotes that YAML writes around a time. */
static struct span unquote(struct span value)
{
    char quote = value.length > 1 ? value.bytes[0] : '\0';
    bool is_quoted = (quote == '\'' || quote == '"') && value.bytes[value.length - 1] == quote;
    struct span inner = is_quoted ? span_slice(value, 1, value.length - 1) : value;
    bool is_number = inner.length > 0 && ascii_is_digit(inner.bytes[0]);
    return is_number && span_find_byte(inner, quote) == inner.length ? inner : value;
}

static size_t count_byte_at_start(struct span text, char byte)
{
    size_t count = 0;
    while (count < text.length && text.bytes[count] == byte)
        count++;
    return count;
}

static size_t count_byte_at_end(struct span text, char byte)
{
    size_t count = 0;
    while (count < text.length && text.bytes[text.length - count - 1] == byte)
        count++;
    return count;
}

/* Returns the value without the stars that emphasize all of it: "*FS01*". */
static struct span without_stars(struct span value)
{
    size_t count = count_byte_at_start(value, '*');
    if (count == 0 || count * 2 >= value.length || count_byte_at_end(value, '*') != count)
        return value;
    struct span inner = span_slice(value, count, value.length - count);
    return span_find_byte(inner, '*') == inner.length ? inner : value;
}

/* Takes off what emphasizes the title, or the whole line, in Markdown: "**Source:** VSS", "_Source:
 * VSS_". A line that is emphasized may end with a backslash, which breaks it. */
static void take_emphasis(struct list_pair *pair)
{
    char mark = pair->title.length > 0 ? pair->title.bytes[0] : '\0';
    if (mark != '*' && mark != '_')
        return;
    size_t length = count_byte_at_start(pair->title, mark);
    pair->title = span_slice(pair->title, length, pair->title.length);
    size_t closing = count_byte_at_end(pair->title, mark);
    pair->title = span_slice(pair->title, 0, pair->title.length - closing);
    size_t opening = count_byte_at_start(pair->value, mark);
    pair->value = span_trim(span_slice(pair->value, opening, pair->value.length));
    if (closing + opening > 0)
        return;
    struct span value = pair->value;
    value.length -= count_byte_at_end(value, '\\') == 1;
    size_t end = count_byte_at_end(value, mark);
    if (end > 0)
        pair->value = span_trim(span_slice(value, 0, value.length - end));
}

/* Returns the text without the symbols and emoji that programs of mails and chats put before a
 * title: those of U+2000 to U+2BFF and U+1F000 to U+1FFFF, and what selects their form. */
static struct span without_symbols(struct span text)
{
    enum { SYMBOL_BYTES = 3, EMOJI_BYTES = 4 };
    for (;;) {
        text = span_trim(text);
        const unsigned char *bytes = (const unsigned char *)text.bytes;
        bool has_bytes = text.length >= EMOJI_BYTES; /* a letter follows */
        bool is_emoji = has_bytes && bytes[0] == 0xf0 && bytes[1] == 0x9f;
        bool is_symbol = has_bytes && bytes[0] == 0xe2 && bytes[1] < 0xb0;
        bool is_selector = has_bytes && bytes[0] == 0xef && bytes[1] == 0xb8 && bytes[2] == 0x8f;
        if (!is_emoji && !is_symbol && !is_selector)
            return text;
        text = span_slice(text, is_emoji ? EMOJI_BYTES : SYMBOL_BYTES, text.length);
    }
}

/* Takes off the mark of a quote, of which lines below the first may have none, the dash that begins
 * an entry of a YAML or Markdown list, and symbols. */
static void take_marks(struct list_pair *pair)
{
    struct span title = pair->title;
    title = without_symbols(span_slice(title, count_byte_at_start(title, '>'), title.length));
    bool has_dash = title.length > 2 && title.bytes[0] == '-' && title.bytes[1] == ' ';
    pair->title = has_dash ? span_trim(span_slice(title, 2, title.length)) : title;
    take_emphasis(pair);
}

bool list_pair_read(struct span line, struct list_pair *pair)
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
    take_marks(pair);
    pair->value = unquote(without_stars(pair->value));
    pair->colon = at;
    pair->is_tight = colon == 1 && next < line.length && !span_is_blank(line.bytes[next]) &&
                     (at == 0 || !span_is_blank(line.bytes[at - 1]));
    if (pair->title.length == 0 || ascii_is_digit(pair->title.bytes[0]) ||
        span_find_byte(pair->title, '\t') < pair->title.length)
        return false;
    return parts_pair(line, at, colon);
}

/* Returns the offset at which the word around `at` begins. */
static size_t word_before(struct span text, size_t at)
{
    while (at > 0 && span_is_blank(text.bytes[at - 1]))
        at--;
    while (at > 0 && !span_is_blank(text.bytes[at - 1]))
        at--;
    return at;
}

/* True if a title may begin at `at` inside a word, since a web page has lost the line's end before
 * it: "VolSnapCategoria evento:", "VSSDate:". */
static bool is_glued(struct span text, size_t at)
{
    char before = text.bytes[at - 1];
    bool is_capital = ascii_is_upper(text.bytes[at]);
    bool is_word = at + 1 < text.length && ascii_is_lower(text.bytes[at + 1]);
    return is_capital && (is_word || ascii_is_lower(before) || ascii_is_digit(before));
}

/* Returns the offset of the longest known title at the end of the text that begins inside a word;
 * the text's length if there is none. */
static size_t glued_title(const struct title_index *index, struct span text)
{
    for (size_t at = 1; at + 1 < text.length; at++)
        if (is_glued(text, at) && !span_is_blank(text.bytes[at - 1]) &&
            title_index_find(index, span_slice(text, at, text.length)) != NO_TITLE)
            return at;
    return text.length;
}

/* Returns the offset of the longest known title that ends at `end` and begins at `from` or behind
 * it; `end` if there is none. */
static size_t title_before(const struct title_index *index, struct span text, size_t from,
                           size_t end)
{
    size_t first = end > from + MAX_TITLE_LENGTH ? end - MAX_TITLE_LENGTH : from;
    struct span words = span_slice(text, first, end);
    size_t found = words.length;
    size_t start = words.length;
    for (int count = 0; count < MAX_TITLE_WORDS && start > 0; count++) {
        start = word_before(words, start);
        if (title_index_find(index, span_slice(words, start, words.length)) != NO_TITLE)
            found = start;
    }
    size_t glued = glued_title(index, words);
    return first + (glued < found ? glued : found);
}

/* Returns the value without the comma or semicolon that parts it from the next pair. */
static struct span without_separator(struct span value)
{
    static const char *const separators[] = {",", ";", "、", "，", "；"};
    value = span_trim(value);
    size_t mark = word_list_end_of(separators, COUNT_OF(separators), value);
    return span_trim(span_slice(value, 0, value.length - mark));
}

bool list_pair_split(const struct title_index *index, struct list_pair *pair,
                     struct list_pair *next)
{
    struct span value = pair->value;
    bool is_text = title_index_is_text(index, title_index_find(index, pair->title));
    size_t from = 0; /* behind the last colon: a title has none */
    for (size_t at = 0; at < value.length; at++) {
        size_t colon = value.bytes[at] == ':' || value.bytes[at] < 0 ? colon_at(value, at) : 0;
        size_t title = colon > 0 ? title_before(index, value, from, at) : at;
        from = colon > 0 ? at + colon : from;
        if (title == at ||
            (is_text &&
             title_index_is_text(index, title_index_find(index, span_slice(value, title, at)))))
            continue;
        pair->value = without_separator(span_slice(value, 0, title));
        *next = (struct list_pair){.title = span_trim(span_slice(value, title, at)),
                                   .value = span_trim(span_slice(value, at + colon, value.length)),
                                   .colon = pair->colon};
        return true;
    }
    return false;
}

bool list_pair_is_glued(const struct title_index *index, struct list_pair pair)
{
    enum { LEAST_TITLES = 2 };
    struct list_pair next;
    int count = 0;
    for (; count < LEAST_TITLES && list_pair_split(index, &pair, &next); count++)
        pair = next;
    return count == LEAST_TITLES;
}

/* True if the title's value is needed in no dialect. */
static bool has_no_cell(const struct title_index *index, uint32_t title)
{
    for (; title != NO_TITLE; title = index->meanings[title].next)
        if (index->meanings[title].cell != NO_RECORD_CELL)
            return false;
    return true;
}

bool list_pair_read_equals(const struct title_index *index, struct span line,
                           struct list_pair *pair)
{
    size_t at = span_find_byte(line, '=');
    *pair = (struct list_pair){.title = span_trim(span_slice(line, 0, at)), .colon = at};
    if (at >= line.length || at > MAX_TITLE_LENGTH ||
        title_index_find(index, pair->title) == NO_TITLE)
        return false;
    pair->value = span_trim(span_slice(line, at + 1, line.length));
    return true;
}

/* True if the text has columns, as a row of a table has. */
static bool has_gap(struct span text)
{
    return span_find(text, span_of("  ")) < text.length || span_find_byte(text, '\t') < text.length;
}

bool list_pair_read_column(const struct title_index *index, struct span line,
                           struct list_pair *pair)
{
    int words = 1;
    for (size_t at = 1; at < line.length && at <= MAX_TITLE_LENGTH && words <= MAX_TITLE_WORDS;
         at++) {
        if (!span_is_blank(line.bytes[at]))
            continue;
        bool is_gap =
            line.bytes[at] == '\t' || (at + 1 < line.length && span_is_blank(line.bytes[at + 1]));
        words++;
        if (!is_gap)
            continue;
        *pair = (struct list_pair){.title = span_slice(line, 0, at),
                                   .value = span_trim(span_slice(line, at, line.length)),
                                   .colon = at};
        return title_index_find(index, pair->title) != NO_TITLE && pair->value.length > 0 &&
               !has_gap(pair->value);
    }
    *pair = (struct list_pair){.title = line, .colon = line.length};
    uint32_t title = title_index_find(index, line);
    return title != NO_TITLE && has_no_cell(index, title);
}

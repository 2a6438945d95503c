#include "input/wrapper/sentence_break.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "input/wrapper/screen_width.h"
#include "input/wrapper/text_cursor.h"
#include "text/word_list.h"

enum {
    CONSOLE_WIDTH = 80,
    WIDE_CONSOLE_WIDTH = 120,
    /* Mails and editors wrap at other widths: only where several sentences show it. */
    MIN_WIDTH = 60,
    MAX_WIDTH = 160,
    MIN_LINE_WIDTH = 40,
    FEWEST_PROOFS = 3,
    FULL_PERCENT = 80, /* of the lines that a small letter goes on */
    /* Columns that may be left where a line must not begin or end with a mark. */
    MAX_LEFT_COLUMNS = 3
};

static size_t indent_of(struct span line)
{
    size_t indent = 0;
    while (indent < line.length && line.bytes[indent] == ' ')
        indent++;
    return indent;
}

/* True if the line ends where a sentence may end. */
static bool ends_sentence(struct span line)
{
    static const char *const ends[] = {".", "!", "?", ":", ";", "。", "！", "？", "：", "；", "|"};
    return word_list_end_of(ends, COUNT_OF(ends), line) > 0;
}

/* True for "0x", "0x80" ... at the end of the line. */
static bool ends_inside_code(struct span line)
{
    enum { CODE_DIGITS = 8 };
    size_t at = line.length;
    while (at > 0 && ascii_hex_digit(line.bytes[at - 1]) >= 0 && line.length - at < CODE_DIGITS)
        at--;
    return line.length - at < CODE_DIGITS && at > 1 && line.bytes[at - 1] == 'x' &&
           line.bytes[at - 2] == '0';
}

/* True for a row of values with commas or semicolons between them and no blanks. */
static bool has_cells(struct span text)
{
    enum { FEWEST_SEPARATORS = 2 };
    size_t count = 0;
    for (size_t i = 0; i + 1 < text.length; i++)
        count += (text.bytes[i] == ',' || text.bytes[i] == ';') && text.bytes[i + 1] != ' ';
    return count >= FEWEST_SEPARATORS;
}

/* True for a line of words, not of columns. */
static bool is_prose(struct span line)
{
    struct span text = span_trim(line);
    return text.length > 0 && memchr("{}[]<|#=", text.bytes[0], 8) == NULL &&
           span_find_byte(text, '\t') == text.length &&
           span_find(text, span_of("    ")) == text.length && !has_cells(text);
}

/* The first word of the text; it ends before a character that a line may begin with anyway. */
static struct span first_word(struct span text)
{
    size_t end = 0;
    while (end < text.length && text.bytes[end] != ' ' && text.bytes[end] != '\t' &&
           (end == 0 || !screen_width_begins_wide(span_slice(text, end, text.length))))
        end++;
    return span_slice(text, 0, end);
}

/* True if what begins like this is a sentence, record or row of its own: a number in a list, a
 * moment, a path, a mark. */
static bool begins_own(struct span next)
{
    struct span word = first_word(next);
    char first = word.bytes[0];
    if (ascii_is_digit(first))
        return memchr(word.bytes, '.', word.length) != NULL ||
               memchr(word.bytes, ':', word.length) != NULL ||
               memchr(word.bytes, '-', word.length) != NULL ||
               memchr(word.bytes, '/', word.length) != NULL || word.bytes[word.length - 1] == ')';
    bool is_drive = word.length > 2 && word.bytes[1] == ':' && word.bytes[2] == '\\';
    return is_drive || memchr("{}[]<>|#*+=/\\@$~`_;%&", first, 21) != NULL ||
           span_starts_with_ignoring_case(word, span_of("--")) ||
           span_starts_with_ignoring_case(word, span_of("・"));
}

/* True if the console broke the line without regard to words: after a character of two columns, or
 * inside a code. */
static bool is_break_in_word(struct span line, struct span next)
{
    return ends_inside_code(line) ||
           (screen_width_ends_wide(line) && screen_width_begins_wide(next));
}

/* True if the line is full: no more of `next` would have fitted. */
static bool is_full(size_t width, struct span line, struct span next)
{
    size_t taken = screen_width_of(line);
    if (taken > width)
        return false;
    if (screen_width_begins_wide(next))
        return taken + MAX_LEFT_COLUMNS >= width;
    return taken + 1 + screen_width_of(first_word(next)) > width || taken + 1 >= width;
}

/* True if both lines begin in the same column, or `next` with the blank after a full line. */
static bool has_same_indent(struct span line, struct span next, size_t width)
{
    size_t indent = indent_of(line);
    return indent_of(next) == indent ||
           (indent_of(next) == indent + 1 && screen_width_of(line) == width);
}

/* True if the line ends with a bracket or a quote, behind which a sentence may end. */
static bool is_closed(struct span line)
{
    return memchr(")]\"'", line.bytes[line.length - 1], 4) != NULL;
}

/* True if the words of `line` may go on with `next`. */
static bool may_go_on(struct span line, struct span next, size_t width)
{
    struct span text = span_trim(next);
    if (text.length == 0 || !is_prose(line) || !has_same_indent(line, next, width))
        return false;
    if (ends_inside_code(line))
        return ascii_hex_digit(text.bytes[0]) >= 0;
    bool begins_alike = span_equals(first_word(text), first_word(span_trim(line)));
    if (!is_prose(next) || ends_sentence(line) || begins_own(text) || begins_alike)
        return false;
    return !is_closed(line) || ascii_is_lower(text.bytes[0]);
}

/* True if the last word of the line asks for another one: an article, a conjunction. */
static bool ends_open(struct span line)
{
    static const char *const words[] = {
        "a",     "an",  "the",  "of",  "to",  "for", "and", "or",   "in",   "with",
        "by",    "der", "die",  "das", "des", "dem", "den", "ein",  "eine", "einer",
        "eines", "und", "oder", "von", "zu",  "für", "mit", "beim", "auf",  "le",
        "la",    "les", "du",   "et",  "ou",  "zur", "zum", "un",   "une",  "pour",
        "el",    "los", "las",  "del", "que", "y",   "il",  "di",   "da"};
    size_t start = line.length;
    while (start > 0 && line.bytes[start - 1] != ' ')
        start--;
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (span_equals(span_slice(line, start, line.length), span_of(words[i])))
            return true;
    return false;
}

static struct span trim_end(struct span line)
{
    while (line.length > 0 && memchr(" \t\r", line.bytes[line.length - 1], 3) != NULL)
        line.length--;
    return line;
}

bool sentence_break_is_between(const struct wrapper_step *step, struct span line, struct span next,
                               bool *is_word)
{
    struct span text = trim_end(line);
    struct span rest = span_trim(next);
    if (text.length == 0 || !may_go_on(text, next, step->width) ||
        !is_full(step->width, text, rest))
        return false;
    bool is_cut = step->is_hard && screen_width_of(text) == step->width;
    *is_word = text.length == line.length && rest.bytes == next.bytes && !is_cut &&
               !is_break_in_word(text, rest) && !screen_width_begins_wide(rest) &&
               !screen_width_ends_wide(text);
    return true;
}

/* True if the line ends with a failure code in brackets, which a console puts behind the words. */
static bool ends_with_code(struct span line)
{
    enum { CODE_BYTES = 12 }; /* "(0x80070070)" */
    line = trim_end(line);
    struct span code =
        span_slice(line, line.length > CODE_BYTES ? line.length - CODE_BYTES : 0, line.length);
    return span_starts_with_ignoring_case(code, span_of("(0x")) &&
           code.bytes[code.length - 1] == ')';
}

/* What lines show that certainly go on. */
struct break_evidence {
    size_t proofs;
    size_t full;
    size_t exact; /* of the full ones: the line ends with the width */
};

/* True if `next` must be the rest of a sentence. Where lines begin with small letters anyway, such
 * as those of a tool that begin with its name, a small letter proves nothing. */
static bool is_proof(struct span line, struct span next, size_t width)
{
    struct span text = span_trim(next);
    return line.length > 0 && !is_closed(line) && !ascii_is_lower(span_trim(line).bytes[0]) &&
           may_go_on(line, next, width) &&
           (ascii_is_lower(text.bytes[0]) || ends_open(line) || ends_with_code(text) ||
            is_break_in_word(line, text));
}

static struct break_evidence find_evidence(const struct span *lines, size_t count, size_t width)
{
    struct break_evidence evidence = {0};
    for (size_t i = 1; i < count; i++) {
        struct span line = trim_end(lines[i - 1]);
        if (!is_proof(line, lines[i], width) || screen_width_of(line) < MIN_LINE_WIDTH)
            continue;
        evidence.proofs++;
        evidence.full += is_full(width, line, span_trim(lines[i]));
        evidence.exact += screen_width_of(line) == width;
    }
    return evidence;
}

/* Returns the width of the widest line that certainly goes on; 0 without one. */
static size_t widest(const struct span *lines, size_t count)
{
    size_t most = 0;
    for (size_t i = 1; i < count; i++) {
        struct span line = trim_end(lines[i - 1]);
        if (line.length > 4 * MAX_WIDTH || !is_proof(line, lines[i], 0))
            continue;
        size_t width = screen_width_of(line);
        if (width > most && width <= MAX_WIDTH)
            most = width;
    }
    return most;
}

bool sentence_break_find(const struct span *lines, size_t count, struct wrapper_step *step)
{
    const size_t widths[] = {CONSOLE_WIDTH, WIDE_CONSOLE_WIDTH, widest(lines, count)};
    *step = (struct wrapper_step){.kind = WRAPPER_BREAKS, .is_sentence = true};
    for (size_t i = 0; i < COUNT_OF(widths); i++) {
        size_t fewest = i + 1 < COUNT_OF(widths) ? 1 : FEWEST_PROOFS;
        struct break_evidence evidence = find_evidence(lines, count, widths[i]);
        if (widths[i] < MIN_WIDTH)
            continue;
        step->width = widths[i];
        step->is_hard = evidence.exact > 1 && evidence.exact == evidence.full;
        if (evidence.full >= fewest && evidence.full * 100 >= evidence.proofs * FULL_PERCENT)
            return true;
    }
    return false;
}

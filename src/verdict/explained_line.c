#include "verdict/explained_line.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/meaning_line.h"
#include "text/word_list.h"
#include "text/word_search.h"
#include "verdict/code_row.h"
#include "verdict/source_statement.h"

/* Returns the line behind marks of lists and quotes, and behind a "[MARS]" or "[1.2]". */
static struct span without_bullets(struct span line)
{
    enum { MOST_TAG_BYTES = 40 };
    static const char *const bullets[] = {"•", "・", "–"};
    line = span_trim(line);
    while (line.length > 0 && strchr(">*-+", line.bytes[0]) != NULL)
        line = span_trim(span_slice(line, 1, line.length));
    for (size_t i = 0; i < COUNT_OF(bullets); i++)
        if (span_starts_with_ignoring_case(line, span_of(bullets[i])))
            line = span_trim(span_slice(line, strlen(bullets[i]), line.length));
    size_t end = span_find_byte(line, ']');
    if (line.length > 0 && line.bytes[0] == '[' && end < line.length && end <= MOST_TAG_BYTES)
        line = span_trim(span_slice(line, end + 1, line.length));
    return line;
}

/* "Fixed: backup failed ...", "Fixes an issue where ...". */
static bool is_fix(struct span line)
{
    static const char *const words[] = {"fixed",     "fixes",     "behoben",   "corrigé",
                                        "corregido", "corrected", "resolved:", "修正"};
    static const char *const things[] = {"a",       "an",   "the",   "issue", "issues", "bug",
                                         "problem", "bugs", "where", "when",  "that",   "error"};
    struct span rest;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (!word_search_begins_with(line, words[i], &rest))
            continue;
        rest = span_trim(rest);
        struct span ignored;
        if (words[i][strlen(words[i]) - 1] == ':' || (rest.length > 0 && rest.bytes[0] == ':') ||
            span_starts_with_ignoring_case(rest, span_of("：")))
            return true;
        for (size_t thing = 0; thing < COUNT_OF(things); thing++)
            if (word_search_begins_with(rest, things[thing], &ignored))
                return true;
    }
    return false;
}

static bool names_own(struct span text)
{
    static const char *const words[] = {"i",       "we",  "my",     "our",   "me",     "us",
                                        "ich",     "wir", "mein",   "meine", "meiner", "unser",
                                        "mon",     "mes", "unsere", "notre", "mi",     "nuestro",
                                        "nuestra", "i'm", "je"};
    return word_search_has_any_word(text, words, COUNT_OF(words));
}

/* The line to the end of its first sentence. */
static struct span first_sentence(struct span line)
{
    for (size_t i = 0; i < line.length; i++) {
        bool is_stop = strchr(".!?", line.bytes[i]) != NULL;
        if (is_stop && (i + 1 == line.length || line.bytes[i + 1] == ' '))
            return span_slice(line, 0, i);
    }
    return line;
}

/* "If a job fails with ...", and "When it fails ..." or "When the agent ..., it might fail". */
static bool is_condition(struct span line)
{
    static const char *const words[] = {"if", "falls", "wenn", "si", "whenever", "in case", "se"};
    static const char *const events[] = {"fails",       "occurs",   "appears", "is returned",
                                         "is reported", "is shown", "might",   "may",
                                         "can",         "will",     "should",  "is displayed"};
    struct span rest;
    struct span sentence = first_sentence(line);
    size_t code = span_find(line, span_of("0x"));
    bool is_about = code >= sentence.length && code < line.length ? false : !names_own(sentence);
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (word_search_begins_with(line, words[i], &rest))
            return is_about;
    return word_search_begins_with(line, "when", &rest) && is_about &&
           word_search_has_any_word(sentence, events, COUNT_OF(events));
}

/* "What was the error code, 0x80070005?" asks; "Why does my backup fail with 0x80070005?" tells. */
static bool is_question(struct span line)
{
    static const char *const words[] = {
        "what was", "what is",  "what's the", "which",  "was it",  "was the", "is it", "did it",
        "did you",  "have you", "do you see", "war es", "welcher", "welche",  "quel",  "cuál"};
    static const char *const parts[] = {"でしたか", "ですか", "是不是"};
    line = span_trim(line);
    bool is_asked = span_ends_with_ignoring_case(line, span_of("?")) ||
                    span_ends_with_ignoring_case(line, span_of("？"));
    return is_asked && !names_own(line) &&
           (word_search_has_any_word(line, words, COUNT_OF(words)) ||
            word_search_contains_any(line, parts, COUNT_OF(parts)));
}

/* What a program will do or call something, in a manual. */
static bool is_announced(struct span line)
{
    static const char *const words[] = {"will mark", "will be marked", "will report",
                                        "will fail with", "would fail with"};
    return word_search_has_any_word(line, words, COUNT_OF(words)) && !names_own(line);
}

/* What something can lead to: "... can cause 0x80070005", and no code of what it did. */
static bool is_possibility(struct span line)
{
    static const char *const words[] = {"can cause",   "may cause",      "might cause",
                                        "could cause", "can lead to",    "kann dazu führen",
                                        "peut causer", "peut provoquer", "puede causar"};
    struct span sentence = first_sentence(line);
    struct span rest = span_slice(line, sentence.length, line.length);
    if (span_find(rest, span_of("0x")) < rest.length)
        return false;
    return word_search_contains_any(span_slice(sentence, 0, span_find(sentence, span_of("0x"))),
                                    words, COUNT_OF(words));
}

/* "... leads to codes such as 0x8004230F": an example, and no code that came. */
static bool names_example(struct span line)
{
    static const char *const words[] = {"such as", "wie",   "wie etwa", "z. b.", "z.b.",
                                        "e.g.",    "comme", "tels que", "como"};
    size_t code = span_find(line, span_of("0x"));
    return code < line.length && !names_own(line) &&
           word_list_ends(words, COUNT_OF(words), span_trim(span_slice(line, 0, code)));
}

bool explained_line_is_template(struct span text)
{
    for (size_t i = 0; i + 1 < text.length; i++) {
        char mark = text.bytes[i];
        bool is_place = mark == '%' && text.bytes[i + 1] >= '1' && text.bytes[i + 1] <= '9';
        bool is_braces = mark == '{' && ascii_is_digit(text.bytes[i + 1]) && i + 2 < text.length &&
                         (text.bytes[i + 2] == '}' || text.bytes[i + 2] == ':');
        bool begins = i == 0 || !ascii_is_letter_or_digit(text.bytes[i - 1]);
        bool ends = i + 2 == text.length || !ascii_is_letter_or_digit(text.bytes[i + 2]);
        if (begins && ends && (is_place || is_braces))
            return true;
    }
    return false;
}

/* What a manual lists as the words that one may see. */
static bool has_alternatives(struct span line)
{
    size_t at = span_find(line, span_of("-or-"));
    return at > 0 && at < line.length;
}

bool explained_line_is(struct span line)
{
    struct span words = without_bullets(line);
    return has_alternatives(words) || is_fix(words) || is_condition(words) ||
           meaning_line_is(words) || is_question(words) || is_announced(words) ||
           is_possibility(words) || names_example(words) || code_row_is_of_manual(line) ||
           source_statement_is(words) || explained_line_is_template(line);
}

#include "text/command_text.h"

#include <stdbool.h>

#include "base/ascii.h"
#include "base/count_of.h"

/* Programs, and how many words after the name choose what they do. */
static const struct {
    const char *name;
    size_t verbs;
} programs[] = {
    {"vssadmin", 2}, {"wbadmin", 2}, {"fsutil", 3},   {"marsift", 2},    {"chkdsk", 0},
    {"sfc", 0},      {"dism", 0},    {"psexec", 0},   {"manage-bde", 0}, {"cipher", 0},
    {"compact", 0},  {"icacls", 0},  {"robocopy", 0}, {"w32tm", 0},      {"bcdedit", 0},
};

static bool is_word_byte(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '-' || byte == '_' ||
           byte == '.' || byte == '\\';
}

/* The end of the name that begins at `start`. */
static size_t name_end(struct span text, size_t start)
{
    size_t end = start;
    while (end < text.length && is_word_byte(text.bytes[end]) && text.bytes[end] != '.')
        end++;
    return end;
}

/* "Get-OBJob": two words that begin with capitals. */
static bool is_cmdlet(struct span name)
{
    size_t dash = span_find_byte(name, '-');
    return dash > 1 && dash + 1 < name.length && ascii_is_upper(name.bytes[0]) &&
           ascii_is_lower(name.bytes[1]) && ascii_is_upper(name.bytes[dash + 1]);
}

/* True if the name is one of a program that takes `verbs` words. */
static bool is_program(struct span name, size_t *verbs)
{
    *verbs = 0;
    for (size_t i = 0; i < COUNT_OF(programs); i++) {
        if (!span_equals_ignoring_case(name, span_of(programs[i].name)))
            continue;
        *verbs = programs[i].verbs;
        return true;
    }
    return is_cmdlet(name);
}

/* "/For=X:", "-i", "X:", "<path>" and what is in quotes. */
static bool is_argument(struct span rest)
{
    char first = rest.length > 0 ? rest.bytes[0] : ' ';
    char second = rest.length > 1 ? rest.bytes[1] : ' ';
    return ((first == '/' || first == '-') && ascii_is_letter(second)) || first == '"' ||
           first == '<' || (ascii_is_upper(first) && second == ':');
}

/* The end of the word at `start`; that of a quoted one is its second quote. */
static size_t word_end(struct span text, size_t start)
{
    char closing = text.bytes[start] == '"' ? '"' : ' ';
    size_t end = start + 1;
    while (end < text.length && text.bytes[end] != closing)
        end++;
    return closing == '"' && end < text.length ? end + 1 : end;
}

size_t command_text_last_word(struct span text, size_t start)
{
    size_t verbs;
    size_t last = start;
    if (start > 0 && is_word_byte(text.bytes[start - 1]))
        return start;
    size_t end = name_end(text, start);
    if (!is_program(span_slice(text, start, end), &verbs))
        return start;
    while (end + 1 < text.length && text.bytes[end] == ' ') {
        bool is_verb = verbs > 0 && ascii_is_letter(text.bytes[end + 1]);
        if (!is_verb && !is_argument(span_slice(text, end + 1, text.length)))
            break;
        verbs -= verbs > 0;
        last = end + 1;
        end = word_end(text, last);
        if (is_verb && !is_word_byte(text.bytes[end - 1])) /* "writers," ends the command */
            break;
    }
    return last;
}

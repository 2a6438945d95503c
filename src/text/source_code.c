#include "text/source_code.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/count_of.h"

/* clang-format off */
/* How lines of programs begin, in small letters. */
static const char *const starts[] = {
    "| where ", "| extend ", "| project ", "| summarize ", "| order by ", "#include", "#define", "#if", "#endif", "#region", "import ", "from ", "def ", "class ",
    "function ", "using ", "namespace ", "return ", "if (", "if(", "} else", "} catch", "param(",
    "param (", "const ", "let ", "var ", "static ", "public ", "private ", "//", "/*", "*/",
    "@echo", "rem ", "fn ", "pub ", "throw ", "raise ", "try {", "try:", "catch {", "#!", "#[",
    "elif ", "except ", "foreach (", "for (", "while (", "switch (", "printf(", "print(",
    "if __name__", "elseif", "option explicit", "dim ", "end if", "end sub", "end function",
    "wscript.", "setlocal", "echo ", "exit /b", "goto ", "findstr ", "if %", "if not ",
    "if errorlevel", "' ", "''' ", "@{", "[cmdletbinding", "[parameter", "func ", "<#",
    "#>", "expect(", "assert(", "assert ", "logger.", "logging.",
    "console.", "write-host", "write-output", "write-error \"", "write-eventlog"};
/* clang-format on */

/* True for a brace that opens a block behind words; JSON and braces alone are data, too. */
static bool opens_block(struct span line)
{
    return line.length > 2 && line.bytes[line.length - 1] == '{' && line.bytes[0] != '"' &&
           line.bytes[0] != '{' && line.bytes[0] != '[';
}

/* True for a semicolon behind a statement; it also ends each row of a table of such cells. */
static bool ends_statement(struct span line)
{
    return line.bytes[line.length - 1] == ';' &&
           (span_find_byte(line, ';') + 1 == line.length ||
            span_find_byte(line, '(') < line.length || span_find_byte(line, '=') < line.length);
}

/* True for a code as a key, "0x80070005: (", "[0x80070005] =", "{ 0x80070005, ". */
static bool is_keyed_by_code(struct span line)
{
    enum { MOST_DIGITS = 8 };
    static const char *const marks[] = {": (", ": \"", ": '", "] = ", ", \"", ", '", ": {", " => "};
    while (line.length > 0 && strchr("{[( ", line.bytes[0]) != NULL)
        line = span_slice(line, 1, line.length);
    if (!span_starts_with_ignoring_case(line, span_of("0x")))
        return false;
    size_t end = 2;
    while (end < line.length && end < 2 + MOST_DIGITS && ascii_hex_digit(line.bytes[end]) >= 0)
        end++;
    struct span rest = span_slice(line, end, line.length);
    for (size_t i = 0; i < COUNT_OF(marks); i++)
        if (span_starts_with_ignoring_case(rest, span_of(marks[i])))
            return true;
    return false;
}

bool source_code_is_line(struct span line)
{
    line = span_trim(line);
    if (line.length == 0)
        return false;
    if (ends_statement(line) || opens_block(line) || is_keyed_by_code(line))
        return true;
    if (line.bytes[0] == '$' && span_find_byte(line, '=') < line.length)
        return true;
    char first = ascii_to_lower(line.bytes[0]);
    for (size_t i = 0; i < COUNT_OF(starts); i++)
        if (starts[i][0] == first && span_starts_with_ignoring_case(line, span_of(starts[i])))
            return true;
    return false;
}

/* Skips the name "a.b_c" at the start of the line and returns what follows it. */
static struct span behind_name(struct span line)
{
    size_t end = 0;
    while (end < line.length && (ascii_is_word_byte(line.bytes[end]) || line.bytes[end] == '.' ||
                                 line.bytes[end] == '$'))
        end++;
    return span_trim(span_slice(line, end, line.length));
}

/* True for `= "text"` and "= 0x80070005" behind a name, and behind a name and its type. */
static bool is_assigned(struct span line)
{
    static const char *const values[] = {"\"", "'", "0x", "&H", "$", "@\"", "&", "f\"", "b'"};
    struct span rest = behind_name(line);
    if (rest.length == line.length)
        return false;
    if (rest.length > 0 && rest.bytes[0] != '=' && rest.bytes[0] != ':')
        rest = behind_name(rest);
    if (rest.length < 2 || rest.bytes[0] != '=')
        return false;
    rest = span_trim(span_slice(rest, 1, rest.length));
    for (size_t i = 0; i < COUNT_OF(values); i++)
        if (span_starts_with_ignoring_case(rest, span_of(values[i])))
            return true;
    return false;
}

/* True for an element of a list of texts: 'text', */
static bool is_quoted_element(struct span line)
{
    size_t last = line.length - 1;
    if (line.bytes[last] == ',')
        last--;
    return line.length > 2 && line.bytes[0] == '\'' && last > 0 && line.bytes[last] == '\'';
}

bool source_code_is_assignment(struct span line)
{
    line = span_trim(line);
    return line.length > 1 && (is_assigned(line) || is_quoted_element(line));
}

bool source_code_is_bracket(struct span line)
{
    line = span_trim(line);
    for (size_t i = 0; i < line.length; i++)
        if (strchr("{}[]()@\"';,.", line.bytes[i]) == NULL)
            return false;
    return line.length > 0;
}

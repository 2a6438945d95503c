#include "verdict/source_statement.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"
#include "text/word_search.h"

static bool starts_with_one_of(struct span line, const char *const *starts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (span_starts_with_ignoring_case(line, span_of(starts[i])))
            return true;
    return false;
}

static bool is_comment(struct span line)
{
    static const char *const starts[] = {"//",  "/*",     "#define", "#include", "<!--", "\"\"\"",
                                         "'''", "assert", "#[",      "*/",       "rem "};
    return starts_with_one_of(line, starts, COUNT_OF(starts));
}

/* True if a quoted text or a call's bracket stands behind the keyword. */
static bool has_argument(struct span line)
{
    for (size_t i = 0; i + 1 < line.length; i++)
        if (line.bytes[i] == '"' || line.bytes[i] == '\'' ||
            (line.bytes[i] == '(' && i > 0 && ascii_is_word_byte(line.bytes[i - 1])))
            return true;
    return false;
}

/* What a keyword begins and a text or call follows. What Write-Error printed has a colon. */
static bool is_statement(struct span line)
{
    static const char *const keywords[] = {"throw ",   "raise ",  "return ",   "echo ",   "puts ",
                                           "static ",  "const ",  "let ",      "var ",    "write-",
                                           "private ", "public ", "internal ", "def ",    "fn ",
                                           "print ",   "set ",    "logging.",  "logger.", "log."};
    static const char *const calls[] = {"printf(", "print(",    "fprintf(",   "if (",     "if(",
                                        "} else",  "elif ",     "console.",   "switch (", "while (",
                                        "panic!(", "println!(", "eprintln!(", "catch ("};
    bool is_output = span_find(line, span_of(" : ")) < line.length &&
                     span_starts_with_ignoring_case(line, span_of("write-"));
    return starts_with_one_of(line, calls, COUNT_OF(calls)) ||
           (!is_output && starts_with_one_of(line, keywords, COUNT_OF(keywords)) &&
            has_argument(line));
}

/* True for a variable's assignment in scripts, and for lines that end a statement behind a text. */
static bool is_code(struct span line)
{
    char last = line.bytes[line.length - 1];
    bool is_assigned = line.bytes[0] == '$' && span_find_byte(line, '=') < line.length;
    bool has_text =
        span_find_byte(line, '"') < line.length || span_find_byte(line, '(') < line.length;
    bool is_ended = last == ';' && has_text && span_find(line, span_of("; ")) == line.length &&
                    (span_find(line, span_of(" = ")) < line.length ||
                     span_find(line, span_of("(\"")) < line.length || line.bytes[0] == '}');
    return is_assigned || is_ended;
}

/* "case 0x80070005:", "hr == 0x80070020", "-eq '0x80070005'", "Some(0x80070005)". */
static bool compares_code(struct span line)
{
    static const char *const lead_ins[] = {"case ", "return ", "Some(", "== ",  "!= ",       "==",
                                           "!=",    "-eq ",    "-ne ",  "-in ", "-contains "};
    size_t at = span_find(line, span_of("0x"));
    if (at == 0 || at >= line.length)
        return false;
    struct span before = span_slice(line, 0, at);
    if (strchr("\"'", before.bytes[before.length - 1]) != NULL)
        before.length--;
    return word_list_end_of(lead_ins, COUNT_OF(lead_ins), before) > 0;
}

/* "retry_codes: [0x80070005, ...]", "onError=\"0x80070005\"". */
static bool is_setting(struct span line)
{
    static const char *const words[] = {"codes",   "retry",    "ignore", "exclude", "expected",
                                        "onerror", "on_error", "allow",  "known_",  "skip"};
    size_t code = span_find(line, span_of("0x"));
    size_t end = code < line.length ? code : 0;
    while (end > 0 && strchr(" [\"'(", line.bytes[end - 1]) != NULL)
        end--;
    if (end == 0 || (line.bytes[end - 1] != '=' && line.bytes[end - 1] != ':'))
        return false;
    struct span name = span_trim(span_slice(line, 0, end - 1));
    size_t start = name.length;
    while (start > 0 && strchr(" \t<{,", name.bytes[start - 1]) == NULL)
        start--;
    name = span_slice(name, start, name.length);
    if (name.length == 0 || ascii_is_upper(name.bytes[0]))
        return false; /* "Retry: 0x80070020 again" */
    return word_search_contains_any(name, words, COUNT_OF(words));
}

bool source_statement_is(struct span line)
{
    line = span_trim(line);
    return line.length > 1 && (is_comment(line) || is_statement(line) || is_code(line) ||
                               compares_code(line) || is_setting(line));
}

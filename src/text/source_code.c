#include "text/source_code.h"

#include <stddef.h>

#include "base/ascii.h"

/* True for a brace that opens a block behind words; JSON and braces alone are data, too. */
static bool opens_block(struct span line)
{
    return line.length > 2 && line.bytes[line.length - 1] == '{' && line.bytes[0] != '"' &&
           line.bytes[0] != '{' && line.bytes[0] != '[';
}

bool source_code_is_line(struct span line)
{
    static const char *const starts[] = {
        "#include", "#define",   "#if",      "#endif",     "import ",    "from ",     "def ",
        "class ",   "function ", "using ",   "namespace ", "return ",    "if (",      "if(",
        "} else",   "} catch",   "param(",   "param (",    "const ",     "let ",      "var ",
        "static ",  "public ",   "private ", "//",         "/*",         "*/",        "@echo",
        "rem ",     "fn ",       "pub ",     "throw ",     "raise ",     "try {",     "try:",
        "catch {",  "#!",        "#[",       "elif ",      "except ",    "foreach (", "for (",
        "while (",  "switch (",  "printf(",  "print(",     "if __name__"};
    line = span_trim(line);
    if (line.length == 0)
        return false;
    if (line.bytes[line.length - 1] == ';' || opens_block(line))
        return true;
    if (line.bytes[0] == '$' && span_find_byte(line, '=') < line.length)
        return true;
    char first = ascii_to_lower(line.bytes[0]);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (starts[i][0] == first && span_starts_with_ignoring_case(line, span_of(starts[i])))
            return true;
    return false;
}

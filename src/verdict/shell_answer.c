#include "verdict/shell_answer.h"

#include "base/ascii.h"

/* True for "C:\Temp>dir Z:" and "PS C:\> dir Z:". */
static bool is_command(struct span line)
{
    static const char powershell[] = "PS ";
    line = span_trim(line);
    if (span_starts_with_ignoring_case(line, span_of(powershell)))
        line = span_slice(line, sizeof powershell - 1, line.length);
    bool has_drive = line.length > 2 && ascii_is_letter(line.bytes[0]) && line.bytes[1] == ':';
    bool is_share = line.length > 2 && line.bytes[0] == '\\' && line.bytes[1] == '\\';
    return (has_drive || is_share) && span_find_byte(line, '>') < line.length;
}

bool shell_answer_is(const struct catalog *catalog, struct span text)
{
    size_t end = span_find_byte(text, '\n');
    if (end == text.length)
        return false;
    struct span answer = span_trim(span_slice(text, end + 1, text.length));
    uint32_t code = 0;
    size_t start = 0;
    return is_command(span_slice(text, 0, end)) &&
           catalog_system_message(catalog, answer, &code, &start) && start == 0;
}

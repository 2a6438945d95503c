#include "input/structured/remote_prompt.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"

static bool is_name(struct span text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!ascii_is_word_byte(text.bytes[i]) && text.bytes[i] != '-' && text.bytes[i] != '.')
            return false;
    return text.length > 0 && text.length <= MAX_PROMPT_HOST_BYTES;
}

static void keep(struct remote_prompt *prompt, struct span host)
{
    if (host.length > 0)
        memcpy(prompt->host, host.bytes, host.length);
    prompt->length = host.length;
}

/* Takes the next word off the text, without the quotes around it. */
static struct span take_word(struct span *text)
{
    *text = span_trim(*text);
    size_t end = span_find_byte(*text, ' ');
    struct span word = span_slice(*text, 0, end);
    *text = span_slice(*text, end, text->length);
    bool is_quoted = word.length > 2 && (word.bytes[0] == '"' || word.bytes[0] == '\'');
    return is_quoted ? span_slice(word, 1, word.length - 1) : word;
}

/* The host that a command is sent to: "Invoke-Command SRV1 {", "Get-WinEvent -ComputerName SRV1";
 * empty for a local one, and for several. */
static struct span target_of(struct span command)
{
    static const char *const senders[] = {"Invoke-Command", "icm", "Enter-PSSession"};
    static const char *const parameters[] = {"-ComputerName", "-Cn"};
    struct span first = take_word(&command);
    struct span rest = command;
    bool is_sender = false;
    for (size_t i = 0; i < COUNT_OF(senders); i++)
        is_sender = is_sender || span_equals_ignoring_case(first, span_of(senders[i]));
    struct span host = is_sender ? take_word(&rest) : (struct span){0};
    bool is_named = is_name(host) && host.bytes[0] != '-';
    for (struct span word = {0}; !is_named && span_trim(command).length > 0;) {
        word = take_word(&command);
        for (size_t i = 0; i < COUNT_OF(parameters) && !is_named; i++)
            if (span_equals_ignoring_case(word, span_of(parameters[i]))) {
                host = take_word(&command);
                is_named = is_name(host);
            }
    }
    return is_named ? host : (struct span){0};
}

void remote_prompt_note(struct remote_prompt *prompt, struct span line)
{
    static const char local[] = "PS ";
    line = span_trim(line);
    size_t prompt_end = span_find_byte(line, '>');
    if (span_starts_with_ignoring_case(line, span_of(local)) && prompt_end < line.length)
        keep(prompt, target_of(span_slice(line, prompt_end + 1, line.length)));
    size_t end = span_find_byte(line, ']');
    if (line.length == 0 || line.bytes[0] != '[' || end == line.length)
        return;
    struct span host = span_slice(line, 1, end);
    struct span rest = span_slice(line, end + 1, line.length);
    if (rest.length == 0 || rest.bytes[0] != ':' || !is_name(host))
        return;
    rest = span_trim(span_slice(rest, 1, rest.length));
    if (span_starts_with_ignoring_case(rest, span_of(local)) &&
        span_find_byte(rest, '>') < rest.length)
        keep(prompt, host);
}

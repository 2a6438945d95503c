#include "verdict/message_origin.h"

#include <stddef.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"
#include "text/word_search.h"

/* The agent's names: only texts about it contain one. */
static const char *const agent_names[] = {"Azure Backup", "Recovery Services", "CBEngine",
                                          "OBEngine",     "Cloud Backup",      "Online Backup",
                                          "MARS agent"};

static bool names_agent(struct span text)
{
    return word_search_contains_any(text, agent_names, COUNT_OF(agent_names));
}

/* "HTTP/1.1 407 Proxy Authentication Required", "407 Proxy ...": cuts the status before a message.
 */
static struct span without_status(struct span before)
{
    size_t end = before.length;
    while (end > 0 && ascii_is_digit(before.bytes[end - 1]))
        end--;
    struct span protocol = span_trim(span_slice(before, 0, end));
    size_t start = protocol.length;
    while (start > 0 && protocol.bytes[start - 1] != ' ' && protocol.bytes[start - 1] != '\t')
        start--;
    bool is_protocol = span_starts_with_ignoring_case(span_slice(protocol, start, protocol.length),
                                                      span_of("HTTP/"));
    if (before.length - end != 3 || (protocol.length > 0 && !is_protocol))
        return before;
    return (struct span){0};
}

/* True if a sentence may begin after `before`. */
static bool may_begin_after(struct span before)
{
    static const char *const marks[] = {".", ":", ";", ",", "\"", "'",  "(",  ")",  "[",  "]",
                                        "|", "-", "=", ">", "。", "：", "「", "（", "）", "、"};
    bool has_tab = before.length > 0 && before.bytes[before.length - 1] == '\t';
    before = without_status(span_trim(before));
    return has_tab || before.length == 0 || word_list_end_of(marks, COUNT_OF(marks), before) > 0;
}

/* True if a sentence may end before `after`. A full stop before a letter belongs to a file name. */
static bool may_end_before(struct span after)
{
    static const char *const marks[] = {"\t", "\"", ";", ")", "]", ",", "|", "。", "」", "）"};
    if (span_trim(after).length == 0)
        return true;
    for (size_t i = 0; i < COUNT_OF(marks); i++)
        if (span_starts_with_ignoring_case(after, span_of(marks[i])))
            return true;
    bool has_stop = after.bytes[0] == '.' || after.bytes[0] == '!';
    return has_stop && (after.length == 1 || after.bytes[1] == ' ' || after.bytes[1] == '\t' ||
                        after.bytes[1] == '"');
}

bool message_origin_is_agent(struct span text, struct span message)
{
    size_t start = 0;
    size_t end = 0;
    if (!word_search_find(text, message, &start, &end))
        return false;
    return (may_begin_after(span_slice(text, 0, start)) &&
            may_end_before(span_slice(text, end, text.length))) ||
           names_agent(text);
}

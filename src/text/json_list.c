#include "text/json_list.h"

#include "base/count_of.h"
#include "text/word_list.h"

/* Takes the byte, and blanks before it, off the end of the text. */
static bool take_end(struct span *text, char byte)
{
    if (text->length == 0 || text->bytes[text->length - 1] != byte)
        return false;
    *text = span_trim(span_slice(*text, 0, text->length - 1));
    return true;
}

bool json_list_ends_open(struct span text)
{
    static const char *const names[] = {
        "\"value\"",  "\"events\"", "\"records\"", "\"items\"", "\"jobs\"", "\"backupJobs\"",
        "\"alerts\"", "\"group\"",  "\"entries\"", "\"logs\"",  "\"rows\"", "\"results\""};
    text = span_trim(text);
    return take_end(&text, '[') && take_end(&text, ':') &&
           word_list_end_of(names, COUNT_OF(names), text) > 0;
}

size_t json_list_first_object(struct span text)
{
    if (text.length == 0 || text.bytes[0] != '{')
        return 0;
    size_t at = 1 + span_find_byte(span_slice(text, 1, text.length), '{');
    return at < text.length && json_list_ends_open(span_slice(text, 0, at)) ? at : 0;
}

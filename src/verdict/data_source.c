#include "verdict/data_source.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "base/hash.h"

enum { MAX_KEY_BYTES = 256, MOST_NAME_DIGITS = 3 };

/* Returns the item without the server in brackets behind it: "D:\ (FS01)". */
static struct span without_server(struct span item)
{
    static const char *const opens[] = {" (", " ["};
    for (size_t i = 0; i < COUNT_OF(opens); i++) {
        size_t open = span_find(item, span_of(opens[i]));
        char close = opens[i][1] == '(' ? ')' : ']';
        if (open > 0 && open < item.length && item.bytes[item.length - 1] == close)
            return span_trim(span_slice(item, 0, open));
    }
    return item;
}

/* True for what the agent and the portal call all files that are protected, and for lists. */
static bool is_of_all(struct span item)
{
    static const char *const names[] = {
        "Files and folders", "FileFolder", "Files",   "Backup",
        "Azure Backup",      "MAB",        "All",     "-",
        "Datei und Ordner",  "N/A",        "Windows", "Windows Server"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (span_equals_ignoring_case(item, span_of(names[i])))
            return true;
    static const char *const between[] = {",", ";", "|", ":\\ ", "、"};
    for (size_t i = 0; i < COUNT_OF(between); i++)
        if (span_find(item, span_of(between[i])) < item.length)
            return true;
    return item.length == 0;
}

static bool is_path(struct span item)
{
    return (item.length > 1 && item.bytes[1] == ':' && ascii_is_letter(item.bytes[0])) ||
           (item.length > 1 && item.bytes[0] == '\\' && item.bytes[1] == '\\');
}

/* The length of the number there that tells runs apart; 0 for one that is a part of a name: at most
 * three digits after a letter, "FS01". */
static size_t run_number(struct span item, size_t at)
{
    size_t end = at;
    while (end < item.length && ascii_is_digit(item.bytes[end]))
        end++;
    if (at > 0 && ascii_is_digit(item.bytes[at - 1])) /* in the middle of a name's */
        return 0;
    bool is_named = at > 0 && (ascii_is_letter(item.bytes[at - 1]) || item.bytes[at - 1] == '_') &&
                    end - at <= MOST_NAME_DIGITS;
    return is_named ? 0 : end - at;
}

uint64_t data_source_key(struct span item)
{
    item = without_server(span_trim(item));
    bool is_of_path = is_path(item);
    while (item.length > 2 && span_is_path_separator(item.bytes[item.length - 1]))
        item.length--;
    if (is_of_all(item))
        return DATA_SOURCE_ANY;
    char folded[MAX_KEY_BYTES];
    size_t length = 0;
    for (size_t i = 0; i < item.length && length < sizeof folded;) {
        size_t number = is_of_path ? 0 : run_number(item, i);
        i += number;
        if (number == 0)
            folded[length++] = ascii_to_lower(item.bytes[i++]);
    }
    return hash_span((struct span){folded, length}, 0) | 1;
}

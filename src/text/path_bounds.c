#include "text/path_bounds.h"

#include <string.h>

#include "base/ascii.h"

enum { MAX_SEARCH_BYTES = 1024, LONGEST_EXTENSION = 5, ROOT_BYTES = 3 };

static char byte_at(struct span text, size_t at)
{
    return at < text.length ? text.bytes[at] : '\0';
}

/* True for characters that no name may contain, apart from separators. */
static bool is_forbidden(char byte)
{
    return (unsigned char)byte < ' ' || strchr("\"<>|?*:", byte) != NULL;
}

static bool is_root(struct span text, size_t at)
{
    if (at > 0 && ascii_is_letter_or_digit(text.bytes[at - 1]))
        return false;
    if (ascii_is_letter(byte_at(text, at)))
        return byte_at(text, at + 1) == ':' && span_is_path_separator(byte_at(text, at + 2));
    return byte_at(text, at) == '\\' && byte_at(text, at + 1) == '\\' &&
           ascii_is_letter_or_digit(byte_at(text, at + 2)) &&
           (at == 0 || text.bytes[at - 1] != '\\');
}

/* Finds the nearest root before `start` with nothing after it that a path cannot contain. */
static bool find_root(struct span text, size_t start, size_t *root)
{
    size_t least = start > MAX_SEARCH_BYTES ? start - MAX_SEARCH_BYTES : 0;
    for (size_t at = start; at > least; at--) {
        *root = at - 1;
        if (is_root(text, *root))
            return true;
        bool is_colon_of_root = *root > 0 && is_root(text, *root - 1);
        if (is_forbidden(text.bytes[*root]) && !is_colon_of_root)
            return false;
    }
    return false;
}

static bool is_extension(struct span text, size_t at)
{
    bool has_letter = false;
    size_t length = 0;
    if (byte_at(text, at) != '.')
        return false;
    while (ascii_is_letter_or_digit(byte_at(text, at + 1 + length))) {
        has_letter = has_letter || ascii_is_letter(text.bytes[at + 1 + length]);
        length++;
    }
    return has_letter && length <= LONGEST_EXTENSION;
}

/* True if a path may end at `at`: at a forbidden character, at the full stop of a sentence, or at
 * an extension after which the name does not go on. */
static bool is_end(struct span text, size_t at)
{
    size_t after = at + 1;
    if (text.bytes[at] != '.')
        return is_forbidden(text.bytes[at]);
    if (strchr(" \t\r\n", byte_at(text, after)) != NULL) /* or the end of the text */
        return true;
    while (ascii_is_letter_or_digit(byte_at(text, after)))
        after++;
    return is_extension(text, at) && byte_at(text, after) != '.' &&
           !span_is_path_separator(byte_at(text, after)) && ascii_contains(byte_at(text, after));
}

/* True if the path at `root` ends before `start`. */
static bool ends_before(struct span text, size_t root, size_t start)
{
    size_t at = root + ROOT_BYTES;
    if (at >= start || byte_at(text, at) == ' ')
        return true;
    while (at < start && !is_end(text, at))
        at++;
    return at < start;
}

/* True if the text after `end` reaches a separator or an extension before a path may end. */
static bool goes_on(struct span text, size_t end)
{
    size_t limit = end + MAX_SEARCH_BYTES < text.length ? end + MAX_SEARCH_BYTES : text.length;
    for (size_t at = end; at < limit; at++) {
        if (span_is_path_separator(text.bytes[at]) || is_extension(text, at))
            return true;
        if (is_end(text, at))
            return false;
    }
    return false;
}

bool path_bounds_contain(struct span text, size_t start, size_t end)
{
    size_t root;
    if (!find_root(text, start, &root))
        return false;
    bool is_quoted = root > 0 && text.bytes[root - 1] == '"';
    bool is_next_part = span_is_path_separator(text.bytes[start - 1]);
    bool is_before_extension =
        span_is_path_separator(byte_at(text, end)) || is_extension(text, end);
    return is_quoted || is_next_part || is_before_extension ||
           (!ends_before(text, root, start) && goes_on(text, end));
}

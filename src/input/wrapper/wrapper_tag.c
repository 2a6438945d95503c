#include "input/wrapper/wrapper_tag.h"

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/word_list.h"

/* True for the tags of texts; what else is in angle brackets may be code. */
static bool is_known_tag(struct span name)
{
    static const char *const tags[] = {
        "br",   "p",  "div", "span",  "pre",   "code",       "td",    "tr",       "th",
        "li",   "ul", "ol",  "table", "tbody", "thead",      "tfoot", "colgroup", "col",
        "font", "tt", "em",  "html",  "body",  "blockquote", "samp",  "b",        "strong",
        "a",    "u",  "i",   "h1",    "h2",    "h3",         "h4",    "o:p"};
    return word_list_has(tags, COUNT_OF(tags), name);
}

/* True for tags that say nothing of a place on the page: what is on both sides belongs together. */
static bool is_inline_tag(struct span tag)
{
    static const char *const tags[] = {
        "<b>", "</b>", "<em>",  "</em>",  "<strong>", "</strong>", "<font", "</font",
        "<tt", "</tt", "<span", "</span", "<code",    "</code",    "<samp", "</samp",
        "<a",  "</a",  "<u>",   "</u>",   "<i>",      "</i>",      "<o:p",  "</o:p"};
    for (size_t i = 0; i < COUNT_OF(tags); i++)
        if (span_starts_with_ignoring_case(tag, span_of(tags[i])))
            return true;
    return false;
}

/* Returns the length of the tag that `text` begins with, "<br />" or "</p>"; 0 if it is none. */
static size_t tag_length(struct span text)
{
    size_t end = 1;
    if (text.length < 3 || text.bytes[0] != '<')
        return 0;
    end += text.bytes[end] == '/';
    size_t start = end;
    while (end < text.length &&
           (ascii_is_letter_or_digit(text.bytes[end]) || text.bytes[end] == ':'))
        end++;
    if (!is_known_tag(span_slice(text, start, end)))
        return 0;
    while (end < text.length && text.bytes[end] != '>' && text.bytes[end] != '<')
        end++;
    return end < text.length && text.bytes[end] == '>' ? end + 1 : 0;
}

/* Returns the offset of the tag that the trimmed text ends with; its length if there is none. */
static size_t last_tag(struct span text)
{
    size_t start = text.length > 0 ? text.length - 1 : 0;
    if (text.length == 0 || text.bytes[start] != '>')
        return text.length;
    while (start > 0 && text.bytes[start] != '<')
        start--;
    struct span tag = span_slice(text, start, text.length);
    return tag_length(tag) == tag.length ? start : text.length;
}

bool wrapper_tag_is_at_end(struct span text)
{
    struct span rest = span_trim(text);
    return tag_length(rest) > 0 || last_tag(rest) < rest.length;
}

bool wrapper_tag_remove(struct span text, struct buffer *out, struct fault *fault)
{
    size_t first = out->length;
    size_t start = 0;
    bool has_tag = false;
    for (size_t at = 0; at < text.length;) {
        size_t length = text.bytes[at] == '<' ? tag_length(span_slice(text, at, text.length)) : 0;
        struct span tag = span_slice(text, at, at + length);
        if (length == 0) {
            at++;
            continue;
        }
        has_tag = true;
        if (!buffer_append(out, span_slice(text, start, at), fault) ||
            (!is_inline_tag(tag) && out->length > first &&
             !buffer_append(out, span_of("  "), fault)))
            return false;
        start = at += length;
    }
    struct span rest = span_slice(text, start, text.length);
    if (has_tag && out->length == first)
        while (rest.length > 0 && span_is_blank(rest.bytes[0]))
            rest = span_slice(rest, 1, rest.length);
    if (!buffer_append(out, rest, fault))
        return false;
    while (has_tag && out->length > first && span_is_blank(out->bytes[out->length - 1]))
        out->length--;
    return true;
}

/* Returns the offset of the next two asterisks from `at` on; the text's length if there are none.
 */
static size_t find_asterisks(struct span text, size_t at)
{
    return at + span_find(span_slice(text, at, text.length), span_of("**"));
}

bool wrapper_tag_is_bold(struct span *text)
{
    struct span rest = span_trim(*text);
    return rest.length > 4 && find_asterisks(rest, 0) == 0 && rest.bytes[2] != '*' &&
           find_asterisks(rest, 2) < rest.length;
}

bool wrapper_tag_has_bold_path(struct span text)
{
    enum { MARK_BYTES = 2 };
    for (size_t at = find_asterisks(text, 0); at < text.length;) {
        size_t end = at + MARK_BYTES;
        bool begins = end + MARK_BYTES < text.length && ascii_is_letter(text.bytes[end]) &&
                      text.bytes[end + 1] == ':' && text.bytes[end + 2] == '\\';
        bool is_inside = at >= MARK_BYTES && end < text.length && text.bytes[at - 1] == ':' &&
                         ascii_is_letter(text.bytes[at - 2]) && text.bytes[end] == '\\';
        bool is_pair = find_asterisks(text, end) < text.length ||
                       find_asterisks(span_slice(text, 0, at), 0) < at;
        if (is_pair && (begins || is_inside))
            return true;
        at = find_asterisks(text, end);
    }
    return false;
}

bool wrapper_tag_remove_bold(struct span text, struct buffer *out, struct fault *fault)
{
    text = span_trim(text);
    for (size_t at = 0; at < text.length;) {
        size_t end = find_asterisks(text, at);
        if (!buffer_append(out, span_slice(text, at, end), fault))
            return false;
        at = end + 2;
    }
    return true;
}

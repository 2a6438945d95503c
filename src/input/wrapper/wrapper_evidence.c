#include "input/wrapper/wrapper_evidence.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "input/wrapper/wrapper_diff.h"
#include "input/wrapper/wrapper_escape.h"
#include "input/wrapper/wrapper_head.h"
#include "input/wrapper/wrapper_printable.h"
#include "input/wrapper/wrapper_tag.h"
#include "input/wrapper/wrapper_text.h"
#include "text/utf8.h"

static bool is_fence(struct span line)
{
    struct span text = span_trim(line);
    return text.length >= 3 && memcmp(text.bytes, "```", 3) == 0;
}

/* Names may hold invisible characters. What is before a path, or where web pages let a path break,
 * is none of them. */
static bool has_invisible(struct span line)
{
    bool is_in_path = false;
    for (size_t at = 0; at < line.length; at++) {
        char before = at > 0 ? line.bytes[at - 1] : ' ';
        size_t length = wrapper_text_invisible_length(line, at);
        size_t end = at + length;
        bool is_apart =
            ascii_contains(before) && (end == line.length || ascii_contains(line.bytes[end]));
        if (length > 0 && is_apart && (!is_in_path || span_is_path_separator(before)))
            return true;
        is_in_path |= line.bytes[at] == '\\';
    }
    return false;
}

static bool is_any(const struct span *lines, size_t count, bool (*is_hit)(struct span line))
{
    for (size_t i = 0; i < count; i++)
        if (is_hit(lines[i]))
            return true;
    return false;
}

/* Escaped text has no bare ampersand; and names may hold "&amp;", but no other entity. */
static bool has_entities(const struct wrapper *wrapper, const struct span *lines, size_t count)
{
    size_t telling = 0;
    size_t ampersands = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t at = 0; at < lines[i].length; at++) {
            uint32_t character;
            if (lines[i].bytes[at] != '&')
                continue;
            if (wrapper_escape_entity_at(lines[i], at, &character) == 0)
                return false;
            ampersands += character == '&';
            telling += character != '&';
        }
    }
    for (size_t i = 0; i < wrapper->count; i++)
        if (wrapper->steps[i].kind == WRAPPER_TAGS)
            telling += ampersands;
    return telling > 0;
}

/* What the backslashes of a text say of it. */
struct backslashes {
    size_t doubled; /* after a drive, or four at the head of a share */
    size_t in_json; /* of them, those in the value of a JSON member */
    bool has_single;
};

/* True if a title in quotation marks and the mark of its value are in the text. */
static bool has_json_member(struct span text)
{
    return span_find(text, span_of("\":\"")) < text.length ||
           span_find(text, span_of("\": \"")) < text.length;
}

static void count_backslashes(struct span line, struct backslashes *backslashes)
{
    for (size_t at = 0; at < line.length; at++) {
        at += span_find_byte(span_slice(line, at, line.length), '\\');
        size_t end = at;
        while (end < line.length && line.bytes[end] == '\\')
            end++;
        if (end == at)
            break;
        bool is_after_drive =
            at > 1 && line.bytes[at - 1] == ':' && ascii_is_letter(line.bytes[at - 2]);
        bool is_odd = (end - at) % 2 == 1;
        bool is_escape = end < line.length && line.bytes[end] != '\0' &&
                         strchr("tnru\"", line.bytes[end]) != NULL;
        backslashes->has_single |= is_odd && (is_after_drive || !is_escape);
        bool is_doubled = !is_odd && (is_after_drive || end - at == 4);
        backslashes->doubled += is_doubled;
        backslashes->in_json += is_doubled && has_json_member(span_slice(line, 0, at));
        at = end;
    }
}

static struct backslashes backslashes_of(const struct span *lines, size_t count)
{
    struct backslashes backslashes = {.doubled = 0};
    for (size_t i = 0; i < count && !backslashes.has_single; i++)
        count_backslashes(lines[i], &backslashes);
    return backslashes;
}

static bool has_escapes(const struct span *lines, size_t count)
{
    struct backslashes backslashes = backslashes_of(lines, count);
    return backslashes.doubled > 0 && backslashes.in_json == 0 && !backslashes.has_single;
}

bool wrapper_evidence_may_escape(const struct span *lines, size_t count)
{
    struct backslashes backslashes = backslashes_of(lines, count);
    return backslashes.in_json > 0 && !backslashes.has_single;
}

/* True if a label and its value end in a backslash that is of no path and no drive: with it
 * Markdown breaks a line. */
static bool has_hard_break(struct span line)
{
    return line.length > 1 && line.bytes[line.length - 1] == '\\' &&
           line.bytes[line.length - 2] != ':' && span_find_byte(line, '\\') == line.length - 1 &&
           span_find_byte(line, '%') == line.length && span_find(line, span_of(": ")) < line.length;
}

static bool has_hard_breaks(const struct span *lines, size_t count)
{
    enum { FEWEST_BREAKS = 3 };
    size_t hits = 0;
    for (size_t i = 0; i < count; i++)
        hits += has_hard_break(lines[i]);
    return hits >= FEWEST_BREAKS;
}

static bool has_json_logs(const struct span *lines, size_t count)
{
    size_t hits = 0;
    size_t texts = 0;
    for (size_t i = 0; i < count; i++) {
        struct span text = lines[i];
        texts += span_trim(text).length > 0;
        hits +=
            span_find(text, span_of("\"stream\":")) < text.length && wrapper_head_json_log(&text);
    }
    return hits > 0 && hits * 10 >= texts * 8;
}

/* True if the lines are quoted as mails quote, all of them. */
static bool is_all_quoted(const struct span *lines, size_t count)
{
    enum { FEWEST_LINES = 4 };
    size_t texts = 0;
    for (size_t i = 0; i < count; i++) {
        if (span_trim(lines[i]).length == 0)
            continue;
        bool is_mark = lines[i].bytes[0] == '>';
        if (!is_mark || (lines[i].length > 1 && strchr(" >", lines[i].bytes[1]) == NULL))
            return false;
        texts++;
    }
    return texts >= FEWEST_LINES;
}

/* True if a byte without which there is no such evidence is in the lines: nearly all logs are
 * done with by this. */
static bool has_byte_of(const struct span *lines, size_t count, enum wrapper_kind kind)
{
    static const char *const bytes[WRAPPER_KIND_COUNT] = {
        [WRAPPER_PRINTABLE] = "=", [WRAPPER_JSON_LOG] = "{",     [WRAPPER_COLORS] = "[",
        [WRAPPER_TAGS] = ">",      [WRAPPER_FENCES] = "`",       [WRAPPER_ENTITIES] = "&",
        [WRAPPER_ESCAPES] = "\\",  [WRAPPER_HARD_BREAKS] = "\\", [WRAPPER_DIFF] = "@<>+-",
        [WRAPPER_BOLD] = "*",      [WRAPPER_QUOTES] = ">"};
    for (size_t i = 0; i < count; i++) {
        if (kind == WRAPPER_INVISIBLE && utf8_ascii_length(lines[i]) < lines[i].length)
            return true;
        for (const char *byte = bytes[kind]; byte != NULL && *byte != '\0'; byte++)
            if (span_find_byte(lines[i], *byte) < lines[i].length)
                return true;
    }
    return false;
}

bool wrapper_evidence_of(const struct wrapper *wrapper, const struct span *lines, size_t count,
                         enum wrapper_kind kind)
{
    if (!has_byte_of(lines, count, kind))
        return false;
    switch (kind) {
    case WRAPPER_PRINTABLE:
        return wrapper_printable_is_evident(lines, count);
    case WRAPPER_JSON_LOG:
        return has_json_logs(lines, count);
    case WRAPPER_COLORS:
        return is_any(lines, count, wrapper_text_resets_colors);
    case WRAPPER_INVISIBLE:
        return is_any(lines, count, has_invisible);
    case WRAPPER_TAGS:
        return is_any(lines, count, wrapper_tag_is_at_end);
    case WRAPPER_FENCES:
        return is_any(lines, count, is_fence);
    case WRAPPER_BOLD:
        return is_any(lines, count, wrapper_tag_has_bold_path);
    case WRAPPER_HARD_BREAKS:
        return has_hard_breaks(lines, count);
    case WRAPPER_DIFF:
        return wrapper_diff_is_evident(lines, count);
    case WRAPPER_QUOTES:
        return is_all_quoted(lines, count);
    case WRAPPER_ENTITIES:
        return has_entities(wrapper, lines, count);
    case WRAPPER_ESCAPES:
        return has_escapes(lines, count);
    default:
        return false;
    }
}

#include "input/wrapper/wrapper_head.h"

#include "input/wrapper/text_cursor.h"
#include "input/wrapper/wrapper_escape.h"

/* Takes `count` digits. */
static bool take_digits(struct span *text, size_t count)
{
    struct span rest = *text;
    if (!text_cursor_take_number(&rest, count, NULL) || text->length - rest.length != count)
        return false;
    *text = rest;
    return true;
}

/* Takes "03:00:05" and a fraction after a dot or comma. */
static bool take_clock(struct span *text)
{
    struct span rest = *text;
    if (!take_digits(&rest, 2) || !text_cursor_take(&rest, ':') || !take_digits(&rest, 2) ||
        !text_cursor_take(&rest, ':') || !take_digits(&rest, 2))
        return false;
    struct span fraction = rest;
    if ((text_cursor_take(&fraction, '.') || text_cursor_take(&fraction, ',')) &&
        text_cursor_take_number(&fraction, 9, NULL))
        rest = fraction;
    *text = rest;
    return true;
}

/* Takes "2024-07-21T03:00:05.123Z", with an offset of any form. */
static bool take_iso_time(struct span *text)
{
    struct span rest = *text;
    if (!take_digits(&rest, 4) || !text_cursor_take(&rest, '-') || !take_digits(&rest, 2) ||
        !text_cursor_take(&rest, '-') || !take_digits(&rest, 2) || !text_cursor_take(&rest, 'T') ||
        !take_clock(&rest))
        return false;
    if (!text_cursor_take(&rest, 'Z') &&
        (text_cursor_take(&rest, '+') || text_cursor_take(&rest, '-'))) {
        if (!text_cursor_take_number(&rest, 4, NULL))
            return false;
        if (text_cursor_take(&rest, ':') && !take_digits(&rest, 2))
            return false;
    }
    *text = rest;
    return true;
}

/* Takes "Jul 21 03:00:05". */
static bool take_old_time(struct span *text)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct span rest = *text;
    bool is_month = false;
    for (size_t i = 0; i < sizeof months - 1 && rest.length > 3; i += 3)
        is_month |= memcmp(rest.bytes, months + i, 3) == 0;
    if (!is_month)
        return false;
    text_cursor_skip(&rest, 3);
    if (!text_cursor_take_blanks(&rest) || !text_cursor_take_number(&rest, 2, NULL) ||
        !text_cursor_take_blanks(&rest) || !take_clock(&rest))
        return false;
    *text = rest;
    return true;
}

/* Takes "1721530805.123456". */
static bool take_unix_time(struct span *text)
{
    struct span rest = *text;
    if (!take_digits(&rest, 10) || !text_cursor_take(&rest, '.') ||
        !text_cursor_take_number(&rest, 9, NULL))
        return false;
    *text = rest;
    return true;
}

/* Takes "<14>", and with it the version of RFC 5424, "1 ". */
static void take_priority(struct span *text, bool *has_version)
{
    struct span rest = *text;
    if (!text_cursor_take(&rest, '<') || !text_cursor_take_number(&rest, 3, NULL) ||
        !text_cursor_take(&rest, '>'))
        return;
    *text = rest;
    *has_version = text_cursor_take_number(&rest, 2, NULL) && text_cursor_take(&rest, ' ');
    if (*has_version)
        *text = rest;
}

/* Takes "program[12]: ". */
static bool take_tag(struct span *text)
{
    struct span rest = *text;
    size_t end = 0;
    while (end < rest.length && rest.bytes[end] != ':' && rest.bytes[end] != ' ' &&
           rest.bytes[end] != '[' && rest.bytes[end] != '\t')
        end++;
    if (end == 0)
        return false;
    text_cursor_skip(&rest, end);
    if (text_cursor_take(&rest, '[')) {
        size_t close = span_find_byte(rest, ']');
        if (close == rest.length)
            return false;
        text_cursor_skip(&rest, close + 1);
    }
    if (!text_cursor_take(&rest, ':'))
        return false;
    text_cursor_take(&rest, ' ');
    *text = rest;
    return true;
}

/* Takes the program, process, message and data of RFC 5424: "app 12 - - ". */
static bool take_header(struct span *text)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct span rest = *text;
    for (size_t i = 0; i < 3; i++)
        if (text_cursor_take_text(&rest).length == 0 || !text_cursor_take(&rest, ' '))
            return false;
    if (!text_cursor_take(&rest, '-')) {
        bool has_data = false;
        while (text_cursor_take(&rest, '[')) {
            size_t close = span_find_byte(rest, ']');
            if (close == rest.length)
                return false;
            text_cursor_skip(&rest, close + 1);
            has_data = true;
        }
        if (!has_data)
            return false;
    }
    text_cursor_take(&rest, ' ');
    text_cursor_take_word(&rest, mark);
    *text = rest;
    return true;
}

bool wrapper_head_syslog(struct span *text, struct span *host)
{
    struct span rest = *text;
    bool has_version = false;
    take_priority(&rest, &has_version);
    if ((!take_iso_time(&rest) && !take_old_time(&rest) && !take_unix_time(&rest)) ||
        !text_cursor_take(&rest, ' '))
        return false;
    *host = text_cursor_take_text(&rest);
    if (host->length == 0 || !text_cursor_take(&rest, ' ') ||
        !(has_version ? take_header(&rest) : take_tag(&rest)))
        return false;
    if (span_equals(*host, span_of("-")) || span_equals(*host, span_of("localhost")))
        *host = (struct span){0};
    *text = rest;
    return true;
}

bool wrapper_head_container(struct span *text)
{
    struct span rest = *text;
    bool has_time = take_iso_time(&rest) && text_cursor_take(&rest, ' ');
    if (has_time) {
        struct span stream = rest;
        if ((text_cursor_take_word(&stream, "stdout ") ||
             text_cursor_take_word(&stream, "stderr ")) &&
            (text_cursor_take_word(&stream, "F ") || text_cursor_take_word(&stream, "P ")))
            rest = stream;
        *text = rest;
        return true;
    }
    rest = *text;
    struct span name = text_cursor_take_text(&rest);
    for (size_t i = 0; i < name.length; i++)
        if (!ascii_is_word_byte(name.bytes[i]) && name.bytes[i] != '-' && name.bytes[i] != '.')
            return false;
    if (name.length == 0 || !ascii_is_letter(name.bytes[0]) || !text_cursor_take_blanks(&rest) ||
        !text_cursor_take(&rest, '|'))
        return false;
    text_cursor_take(&rest, ' ');
    *text = rest;
    return true;
}

bool wrapper_head_json_log(struct span *text)
{
    static const char key[] = "\"log\":";
    struct span rest = span_trim(*text);
    if (text_cursor_peek(&rest) != '{' || rest.bytes[rest.length - 1] != '}')
        return false;
    size_t at = span_find(rest, span_of(key));
    if (at == rest.length)
        return false;
    text_cursor_skip(&rest, at + sizeof key - 1);
    text_cursor_take_blanks(&rest);
    if (!text_cursor_take(&rest, '"'))
        return false;
    size_t end = wrapper_escape_string_end(rest);
    if (end >= rest.length)
        return false;
    *text = span_slice(rest, 0, end);
    return true;
}

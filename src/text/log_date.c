#include "text/log_date.h"

#include <stdio.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "text/moment_pair.h"
#include "text/moment_parser.h"

enum { MONTHS = 12 };

/* Reads up to `max_digits` digits at `*at` and moves past them; -1 if there is none. */
static int read_number(struct span text, size_t *at, size_t max_digits)
{
    int value = -1;
    for (size_t digits = 0; digits < max_digits && *at < text.length; digits++) {
        char byte = text.bytes[*at];
        if (!ascii_is_digit(byte))
            break;
        value = (value < 0 ? 0 : value * 10) + (byte - '0');
        (*at)++;
    }
    return value;
}

/* Skips the byte `wanted` at `*at`; false if there is another. */
static bool skip(struct span text, size_t *at, char wanted)
{
    if (*at >= text.length || text.bytes[*at] != wanted)
        return false;
    (*at)++;
    return true;
}

static bool set_date(struct datetime *datetime, int year, int month, int day)
{
    if (month < 1 || month > MONTHS || day < 1 || day > 31 || year < 0 || year > 9999)
        return false;
    datetime->year = (int16_t)year;
    datetime->month = (uint8_t)month;
    datetime->day = (uint8_t)day;
    return datetime_has_day(*datetime);
}

static bool set_time(struct datetime *datetime, int hour, int minute, int second, int millisecond)
{
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 ||
        millisecond < 0)
        return false;
    datetime->hour = (uint8_t)hour;
    datetime->minute = (uint8_t)minute;
    datetime->second = (uint8_t)second;
    datetime->millisecond = (unsigned)millisecond & DATETIME_MILLISECOND_MASK;
    datetime->has_time = true;
    return true;
}

/* Returns the number that `count` digits make; -1 if one is not a digit. */
static int read_digits(const char *digits, size_t count)
{
    int value = 0;
    bool are_digits = true;
    for (size_t i = 0; i < count; i++) {
        are_digits = are_digits && ascii_is_digit(digits[i]);
        value = value * 10 + (digits[i] - '0');
    }
    return are_digits ? value : -1;
}

/* Fast path for the form of engine logs, "08/04" and "13:16:29.206". */
static bool read_usual(const char *date, const char *time, struct datetime *datetime)
{
    datetime->has_milliseconds = true;
    return date[2] == '/' && time[2] == ':' && time[5] == ':' && time[8] == '.' &&
           set_date(datetime, 0, read_digits(date, 2), read_digits(date + 3, 2)) &&
           set_time(datetime, read_digits(time, 2), read_digits(time + 3, 2),
                    read_digits(time + 6, 2), read_digits(time + 9, 3));
}

/* Reads the milliseconds since 1970 in "/Date(1721500058123)/", as .NET writes moments in JSON. */
static bool read_unix(struct span text, struct datetime *datetime)
{
    enum { MOST_DIGITS = 15 };
    static const char start[] = "Date(";
    size_t at = span_find(text, span_of(start)) + sizeof start - 1;
    int64_t value = 0;
    size_t first = at;
    for (; at < text.length && ascii_is_digit(text.bytes[at]) && at - first < MOST_DIGITS; at++)
        value = value * 10 + (text.bytes[at] - '0');
    if (at == first)
        return false;
    *datetime = datetime_of_unix(value / 1000);
    datetime->millisecond = (unsigned)(value % 1000) & DATETIME_MILLISECOND_MASK;
    datetime->has_milliseconds = true;
    datetime_set_zone(datetime, 0);
    return datetime->month != 0;
}

static bool is_unix(struct span text)
{
    return text.length > 0 && (text.bytes[0] == '/' || text.bytes[0] == '\\') &&
           span_find(text, span_of("Date(")) < text.length;
}

enum { COMPACT_BYTES = 15, MOST_ZONE_BYTES = 16 };

/* True for the basic form of ISO 8601, "20240514T220004", which a zone may follow. */
static bool is_compact(struct span text)
{
    return text.length >= COMPACT_BYTES && text.length <= COMPACT_BYTES + MOST_ZONE_BYTES &&
           text.bytes[8] == 'T' && read_digits(text.bytes, 8) >= 0 &&
           read_digits(text.bytes + 9, 6) >= 0;
}

static struct datetime read_compact(struct span text)
{
    char extended[COMPACT_BYTES + MOST_ZONE_BYTES + 5];
    const char *from = text.bytes;
    struct moment_parser parser = {0};
    int length = snprintf(extended, sizeof extended, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2s%.*s", from,
                          from + 4, from + 6, from + 9, from + 11, from + 13,
                          (int)text.length - COMPACT_BYTES, from + COMPACT_BYTES);
    bool is_read = moment_parser_read(&parser, (struct span){extended, (size_t)length});
    return is_read ? moment_parser_finish(&parser) : (struct datetime){0};
}

static struct datetime read_moment(struct span date, struct span time)
{
    struct moment_parser parser = {0};
    if (!moment_parser_read(&parser, date) || !moment_parser_read(&parser, time))
        return (struct datetime){0};
    return moment_parser_finish(&parser);
}

/* Reads "7/21/2024 2:47:38 AM 2024-07-20T17:47:38.123Z": a local time and the same one in UTC. */
static struct datetime read_pair(struct span date)
{
    size_t start = date.length;
    while (start > 0 && date.bytes[start - 1] != ' ')
        start--;
    struct span none = {0};
    struct datetime utc = read_moment(span_slice(date, start, date.length), none);
    struct datetime local = read_moment(span_slice(date, 0, start), none);
    return datetime_is_set(local) && datetime_has_zone(utc) ? moment_pair_join(local, utc) : local;
}

struct datetime log_date_read(struct span date, struct span time)
{
    enum { USUAL_DATE_BYTES = 5, USUAL_TIME_BYTES = 12 };
    struct datetime datetime = {0};
    bool may_be_usual = date.length == USUAL_DATE_BYTES && time.length == USUAL_TIME_BYTES;
    if (may_be_usual && read_usual(date.bytes, time.bytes, &datetime))
        return datetime;
    if (span_ends_with_ignoring_case(date, span_of("\\"))) /* Markdown's mark of a line's end */
        date.length--;
    if (is_unix(date))
        return read_unix(date, &datetime) ? datetime : (struct datetime){0};
    if (is_compact(date))
        return read_compact(date);
    struct datetime moment = read_moment(date, time);
    enum { LEAST_PAIR_BYTES = 30 };
    bool may_be_pair = date.length >= LEAST_PAIR_BYTES && date.bytes[date.length - 1] == 'Z';
    return may_be_pair && !datetime_is_set(moment) ? read_pair(date) : moment;
}

/* Reads three numbers of up to four digits at `at`, with `separator` between them and no digit
 * around them. */
static bool read_triple(struct span text, size_t at, char separator, int numbers[3])
{
    if (at > 0 && ascii_is_digit(text.bytes[at - 1]))
        return false;
    for (int i = 0; i < 3; i++) {
        if (i > 0 && !skip(text, &at, separator))
            return false;
        numbers[i] = read_number(text, &at, 4);
        if (numbers[i] < 0)
            return false;
    }
    return at >= text.length || !ascii_is_digit(text.bytes[at]);
}

static bool date_at(struct span name, size_t at, bool is_day_first, struct datetime *datetime)
{
    int numbers[3];
    if (read_triple(name, at, '_', numbers) && numbers[2] >= 1000)
        return set_date(datetime, numbers[2], numbers[0], numbers[1]);
    if (!read_triple(name, at, '-', numbers))
        return false;
    if (numbers[0] >= 1000)
        return set_date(datetime, numbers[0], numbers[1], numbers[2]);
    if (numbers[2] < 1000)
        return false;
    return is_day_first ? set_date(datetime, numbers[2], numbers[1], numbers[0])
                        : set_date(datetime, numbers[2], numbers[0], numbers[1]);
}

/* Reads the 13 digits at `at`, milliseconds since 1970 as in CBEngine3_1611500000000.log. */
static bool read_milliseconds(struct span name, size_t at, struct datetime *datetime)
{
    enum { DIGITS = 13, SECOND_DIGITS = 10 };
    bool is_whole = at > 0 && name.bytes[at - 1] == '_' && name.length - at > DIGITS &&
                    !ascii_is_digit(name.bytes[at + DIGITS]);
    if (!is_whole)
        return false;
    int64_t seconds = 0;
    for (size_t i = 0; i < DIGITS; i++) {
        if (!ascii_is_digit(name.bytes[at + i]))
            return false;
        if (i < SECOND_DIGITS)
            seconds = seconds * 10 + (name.bytes[at + i] - '0');
    }
    struct datetime date = datetime_of_unix(seconds);
    return set_date(datetime, date.year, date.month, date.day);
}

/* True if the date at `at` is that of a log of Windows Server Backup, whose day comes first:
 * Backup-21-07-2020_01-02-03.log, "SystemStateBackup_Error 18-06-2010 04-00-12.log". */
static bool is_day_first_at(struct span name, size_t at)
{
    static const char *const words[] = {"Backup", "Restore", "Recovery", "_Error"};
    bool has_separator = at > 0 && (name.bytes[at - 1] == '-' || name.bytes[at - 1] == ' ' ||
                                    name.bytes[at - 1] == '_');
    for (size_t i = 0; has_separator && i < COUNT_OF(words); i++)
        if (span_ends_with_ignoring_case(span_slice(name, 0, at - 1), span_of(words[i])))
            return true;
    return false;
}

struct datetime log_date_of_name(struct span name)
{
    for (size_t at = 0; at < name.length; at++) {
        struct datetime datetime = {0};
        bool is_day_first = is_day_first_at(name, at);
        if (date_at(name, at, is_day_first, &datetime) || read_milliseconds(name, at, &datetime))
            return datetime;
    }
    return (struct datetime){0};
}

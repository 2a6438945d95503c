#include "text/moment_parser.h"

#include "base/ascii.h"
#include "text/date_label.h"
#include "text/moment_word.h"

enum { MOST_DATE_DIGITS = 4, CENTURY = 2000 };

/* Thai computers count years from the death of the Buddha. */
enum { BUDDHIST_YEARS = 543, FIRST_BUDDHIST_YEAR = 2500 };

static bool has_digit(struct span text, size_t at)
{
    return at < text.length && ascii_is_digit(text.bytes[at]);
}

static bool has_byte(struct span text, size_t at, char byte)
{
    return at < text.length && text.bytes[at] == byte;
}

/* Reads up to `max_digits` digits at `*at` and moves past them; -1 if there is none. */
static int read_number(struct span text, size_t *at, size_t max_digits)
{
    int value = -1;
    for (size_t digits = 0; digits < max_digits && has_digit(text, *at); digits++)
        value = (value < 0 ? 0 : value * 10) + (text.bytes[(*at)++] - '0');
    return value;
}

/* Reads the fraction of a second at `*at`; what is finer than milliseconds is cut off. */
static int read_milliseconds(struct span text, size_t *at)
{
    size_t start = *at;
    int value = read_number(text, at, 3);
    for (size_t digits = *at - start; digits < 3 && value >= 0; digits++)
        value *= 10;
    while (has_digit(text, *at))
        (*at)++;
    return value;
}

/* Reads a time of day at `*at`, of which the minutes must be there; full stops may be its colons.
 */
static bool read_clock(struct moment_parser *parser, struct span text, size_t *at)
{
    if (parser->has_time)
        return false;
    parser->has_time = parser->may_have_offset = true;
    parser->hour = read_number(text, at, 2);
    char colon = text.bytes[(*at)++];
    parser->minute = read_number(text, at, 2);
    if (!has_byte(text, *at, colon))
        return !has_digit(text, *at);
    (*at)++;
    parser->second = read_number(text, at, 2);
    if (has_byte(text, *at, '.') || has_byte(text, *at, ',')) {
        (*at)++;
        parser->has_fraction = true;
        parser->millisecond = read_milliseconds(text, at);
    }
    return !has_digit(text, *at) && !has_byte(text, *at, ':');
}

static bool read_date_number(struct moment_parser *parser, struct span text, size_t *at)
{
    size_t start = *at;
    if (parser->number_count == MOMENT_NUMBERS)
        return false;
    int number = read_number(text, at, MOST_DATE_DIGITS);
    if (has_digit(text, *at))
        return false;
    if (parser->number_count == 1)
        parser->separator = parser->last_mark != 0 ? parser->last_mark : ' ';
    else if (parser->number_count == 2 && parser->last_mark != parser->separator)
        return false;
    parser->numbers[parser->number_count] = number;
    parser->digits[parser->number_count++] = (uint8_t)(*at - start);
    parser->last_mark = 0;
    parser->may_have_offset = false;
    return true;
}

/* Reads a number at `*at`: of a time if a colon and a digit follow, or a full stop behind a whole
 * date, "31-12-23 23.59.59". */
static bool read_digits(struct moment_parser *parser, struct span text, size_t *at)
{
    size_t end = *at;
    read_number(text, &end, 2);
    bool has_date = parser->number_count + (parser->month != 0) == MOMENT_NUMBERS;
    bool is_dotted = has_date && has_byte(text, end, '.') && has_digit(text, end + 2);
    if ((has_byte(text, end, ':') || is_dotted) && has_digit(text, end + 1))
        return read_clock(parser, text, at);
    return read_date_number(parser, text, at);
}

/* Reads an offset from UTC at the sign at `*at`: +09:00, -0530, +9. */
static bool read_offset(struct moment_parser *parser, struct span text, size_t *at)
{
    int sign = text.bytes[(*at)++] == '-' ? -1 : 1;
    int hours = read_number(text, at, 2);
    bool has_colon = has_byte(text, *at, ':');
    *at += has_colon;
    int minutes = has_digit(text, *at) ? read_number(text, at, 2) : 0;
    if (hours > 14 || minutes > 59 || minutes < 0 || has_digit(text, *at))
        return false;
    parser->has_zone = true;
    parser->zone_minutes = (int16_t)(sign * (hours * 60 + minutes));
    return true;
}

static bool read_word(struct moment_parser *parser, struct span text, size_t *at)
{
    struct moment_word word = moment_word_read(span_slice(text, *at, text.length));
    bool is_behind_number = *at > 0 && has_digit(text, *at - 1);
    *at += word.length;
    switch (word.kind) {
    case MOMENT_WORD_UNKNOWN:
        return false;
    case MOMENT_WORD_FILLER:
        break;
    case MOMENT_WORD_SEPARATOR:
        if (is_behind_number)
            parser->last_mark = '/';
        break;
    case MOMENT_WORD_MONTH:
        /* The last one counts: "mar. 23 juil." is a Tuesday in July. */
        parser->month = word.month;
        parser->last_mark = 0;
        parser->may_have_offset = false;
        break;
    case MOMENT_WORD_MORNING:
    case MOMENT_WORD_AFTERNOON:
        parser->half_day = (uint8_t)word.kind;
        break;
    case MOMENT_WORD_UTC:
        parser->has_zone = true;
        break;
    }
    return true;
}

/* Reads a byte that is no digit and no letter. */
static bool read_mark(struct moment_parser *parser, struct span text, size_t *at)
{
    char mark = text.bytes[*at];
    bool is_sign = mark == '+' || mark == '-';
    if (is_sign && parser->may_have_offset && has_digit(text, *at + 1))
        return read_offset(parser, text, at);
    (*at)++;
    if (span_is_blank(mark) || mark == ',' || mark == '(' || mark == ')')
        return true;
    if (mark == *DATE_LABEL_MARK) {
        parser->has_label_mark = true;
        return true;
    }
    if (mark != '/' && mark != '.' && mark != '-')
        return false;
    /* 21-Jul-24 and "21. Juli": beside the name of a month marks mean nothing. */
    if (parser->number_count > 0 && parser->last_mark == 0)
        parser->last_mark = mark;
    return true;
}

bool moment_parser_read(struct moment_parser *parser, struct span text)
{
    size_t at = 0;
    bool is_good = true;
    while (is_good && at < text.length) {
        char byte = text.bytes[at];
        if (ascii_is_digit(byte))
            is_good = read_digits(parser, text, &at);
        else if (ascii_is_letter(byte) || !ascii_contains(byte))
            is_good = read_word(parser, text, &at);
        else
            is_good = read_mark(parser, text, &at);
    }
    return is_good;
}

static bool set_date(struct datetime *datetime, int year, int month, int day)
{
    *datetime =
        (struct datetime){.year = (int16_t)year, .month = (uint8_t)month, .day = (uint8_t)day};
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 && datetime_has_day(*datetime);
}

static int full_year(const struct moment_parser *parser, int index)
{
    int year = parser->numbers[index];
    if (parser->digits[index] <= 2)
        return year + CENTURY;
    return year < FIRST_BUDDHIST_YEAR ? year : year - BUDDHIST_YEARS;
}

/* Sets the date of a month by its name: "21 juillet 2024", "Jul 21", "21-Jul-24". */
static bool set_date_by_name(const struct moment_parser *parser, struct datetime *datetime)
{
    if (parser->number_count == 0 || parser->number_count > 2 || parser->digits[1] == 3)
        return false;
    bool is_year_first = parser->number_count == 2 && parser->digits[0] > 2;
    int day = parser->numbers[is_year_first ? 1 : 0];
    if (parser->number_count == 1)
        return parser->digits[0] <= 2 && set_date(datetime, 0, parser->month, day);
    return set_date(datetime, full_year(parser, is_year_first ? 0 : 1), parser->month, day);
}

/* Sets the date of a, b and a year behind them, of which one is the month: as far as the numbers
 * and the separator tell. */
static bool set_date_by_order(const struct moment_parser *parser, struct datetime *datetime)
{
    int first = parser->numbers[0];
    int second = parser->numbers[1];
    bool is_day_first = first > 12 || (parser->separator == '.' && second <= 12);
    int month = is_day_first ? second : first;
    int day = is_day_first ? first : second;
    if (!set_date(datetime, full_year(parser, 2), month, day))
        return false;
    if (parser->separator == '.' || first == second)
        return true;
    if (day > 12)
        datetime->order = is_day_first ? DATETIME_ORDER_DAY_FIRST : DATETIME_ORDER_MONTH_FIRST;
    else if (parser->has_label_mark)
        datetime->order = DATETIME_ORDER_OPEN_LABELS;
    else
        datetime->order =
            parser->separator == '-' ? DATETIME_ORDER_OPEN_DASHES : DATETIME_ORDER_OPEN;
    return true;
}

static bool set_date_of(const struct moment_parser *parser, struct datetime *datetime)
{
    if (parser->month != 0)
        return set_date_by_name(parser, datetime);
    bool has_digits_of_day = parser->digits[0] <= 2 && parser->digits[1] <= 2;
    if (parser->last_mark == '/' ||
        (parser->last_mark != 0 && parser->number_count < MOMENT_NUMBERS))
        return false;
    if (parser->number_count == 2) /* as engine logs have it */
        return has_digits_of_day && (parser->separator == '/' || parser->separator == '-') &&
               set_date(datetime, 0, parser->numbers[0], parser->numbers[1]);
    if (parser->number_count < MOMENT_NUMBERS || parser->separator == ' ')
        return false;
    if (parser->digits[0] == 4)
        return parser->digits[1] <= 2 && parser->digits[2] <= 2 &&
               set_date(datetime, parser->numbers[0], parser->numbers[1], parser->numbers[2]);
    return has_digits_of_day && (parser->digits[2] == 2 || parser->digits[2] == 4) &&
           set_date_by_order(parser, datetime);
}

/* 12 AM is hour 0 and 12 PM is 12; an hour above 12 knows better. */
static int hour_of_day(const struct moment_parser *parser)
{
    if (parser->half_day == 0 || parser->hour > 12)
        return parser->hour;
    return parser->hour % 12 + (parser->half_day == MOMENT_WORD_AFTERNOON ? 12 : 0);
}

struct datetime moment_parser_finish(const struct moment_parser *parser)
{
    struct datetime datetime = {0};
    if (!set_date_of(parser, &datetime) || (parser->half_day != 0 && !parser->has_time))
        return (struct datetime){0};
    if (!parser->has_time)
        return datetime;
    bool is_time = parser->hour <= 23 && parser->minute <= 59 && parser->minute >= 0 &&
                   parser->second <= 59 && parser->second >= 0 && parser->millisecond >= 0;
    if (!is_time)
        return (struct datetime){0};
    datetime.hour = (uint8_t)hour_of_day(parser);
    datetime.minute = (uint8_t)parser->minute;
    datetime.second = (uint8_t)parser->second;
    datetime.millisecond = (unsigned)parser->millisecond & DATETIME_MILLISECOND_MASK;
    datetime.has_time = true;
    datetime.has_milliseconds = parser->has_fraction;
    if (parser->has_zone)
        datetime_set_zone(&datetime, parser->zone_minutes);
    return datetime;
}

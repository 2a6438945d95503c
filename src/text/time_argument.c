#include "text/time_argument.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "text/log_date.h"

bool time_argument_parse(const char *text, bool is_end, struct datetime *time)
{
    struct span whole = span_of(text);
    size_t gap = strcspn(text, "T ");
    struct span clock =
        gap < whole.length ? span_slice(whole, gap + 1, whole.length) : (struct span){0};
    *time = log_date_read(span_slice(whole, 0, gap), clock);
    if (!datetime_is_set(*time) || time->year == 0 || datetime_has_zone(*time))
        return false;
    time->order = DATETIME_ORDER_NONE;
    if (!time->has_time && is_end) {
        time->hour = 23;
        time->minute = time->second = 59;
    }
    if (is_end && !time->has_milliseconds)
        time->millisecond = 999;
    return true;
}

bool time_argument_parse_zone(const char *text, char *zone)
{
    if (strcasecmp(text, "Z") == 0 || strcasecmp(text, "UTC") == 0) {
        memcpy(zone, "Z", sizeof "Z");
        return true;
    }
    char sign = 0;
    unsigned hours = 0;
    unsigned minutes = 0;
    int length = 0;
    /* sscanf accepts blanks and a second sign before a number, is_plain does not. */
    /* NOLINTBEGIN(cert-err34-c): a number of two digits always fits */
    bool fits = (sscanf(text, "%c%2u:%2u%n", &sign, &hours, &minutes, &length) == 3 ||
                 sscanf(text, "%c%2u%2u%n", &sign, &hours, &minutes, &length) == 3 ||
                 (minutes = 0, sscanf(text, "%c%2u%n", &sign, &hours, &length) == 2)) &&
                text[length] == '\0';
    /* NOLINTEND(cert-err34-c) */
    bool is_plain = text[0] != '\0' && text[1 + strspn(text + 1, "0123456789:")] == '\0';
    if (!fits || !is_plain || (sign != '+' && sign != '-') || hours > 14 || minutes > 59)
        return false;
    snprintf(zone, ZONE_BYTES, "%c%02u:%02u", sign, hours % 100, minutes % 100);
    return true;
}

int time_argument_zone_minutes(const char *zone)
{
    if (zone == NULL || (zone[0] != '+' && zone[0] != '-'))
        return 0;
    int hours = (zone[1] - '0') * 10 + zone[2] - '0';
    int minutes = (zone[4] - '0') * 10 + zone[5] - '0';
    return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

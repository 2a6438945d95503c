#include "cli/option_values.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "text/log_date.h"
#include "text/suggestion.h"

bool option_number(const char *option, const char *text, uint64_t least, uint64_t most,
                   uint64_t *number, struct fault *fault)
{
    uint64_t value = 0;
    bool is_number = text[0] != '\0';
    for (const char *at = text; *at != '\0' && is_number; at++) {
        is_number = ascii_is_digit(*at) && value <= UINT64_MAX / 10 - 1;
        value = value * 10 + (uint64_t)(*at - '0');
    }
    if (!is_number || value < least || value > most)
        return fault_set(fault, FAULT_OPTION,
                         "%s takes a whole number from %llu to %llu, not \"%s\"", option,
                         (unsigned long long)least, (unsigned long long)most, text);
    *number = value;
    return true;
}

bool option_word(const char *option, const char *text, const char *const *words, size_t *index,
                 struct fault *fault)
{
    char list[256] = "";
    for (size_t i = 0; words[i] != NULL; i++) {
        if (strcmp(words[i], text) == 0) {
            *index = i;
            return true;
        }
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", words[i]);
    }
    const char *known = suggestion_nearest(text, words);
    return fault_set(fault, FAULT_OPTION, "%s takes one of %s, not \"%s\"%s%s%s", option, list,
                     text, known ? "; did you mean \"" : "", known ? known : "",
                     known ? "\"?" : "");
}

bool option_time(const char *option, const char *text, bool is_end, struct datetime *datetime,
                 struct fault *fault)
{
    struct span whole = span_of(text);
    size_t gap = strcspn(text, "T ");
    struct span time =
        gap < whole.length ? span_slice(whole, gap + 1, whole.length) : (struct span){0};
    *datetime = log_date_read(span_slice(whole, 0, gap), time);
    if (!datetime_is_set(*datetime) || datetime->year == 0)
        return fault_set(fault, FAULT_OPTION,
                         "%s takes a time such as 2020-08-04 or 2020-08-04T13:16, not \"%s\"",
                         option, text);
    if (!datetime->has_time && is_end) {
        datetime->hour = 23;
        datetime->minute = datetime->second = 59;
    }
    if (is_end && !datetime->has_milliseconds)
        datetime->millisecond = 999;
    return true;
}

bool option_zone(const char *option, const char *text, char *zone, struct fault *fault)
{
    if (strcasecmp(text, "Z") == 0 || strcasecmp(text, "UTC") == 0) {
        memcpy(zone, "Z", sizeof "Z");
        return true;
    }
    char sign = 0;
    unsigned hours = 0;
    unsigned minutes = 0;
    int length = 0;
    /* sscanf takes blanks and a second sign before a number: is_plain does not. */
    /* NOLINTBEGIN(cert-err34-c): a number of two digits always fits */
    bool fits = (sscanf(text, "%c%2u:%2u%n", &sign, &hours, &minutes, &length) == 3 ||
                 sscanf(text, "%c%2u%2u%n", &sign, &hours, &minutes, &length) == 3 ||
                 (minutes = 0, sscanf(text, "%c%2u%n", &sign, &hours, &length) == 2)) &&
                text[length] == '\0';
    /* NOLINTEND(cert-err34-c) */
    bool is_plain = text[0] != '\0' && text[1 + strspn(text + 1, "0123456789:")] == '\0';
    if (!fits || !is_plain || (sign != '+' && sign != '-') || hours > 14 || minutes > 59)
        return fault_set(fault, FAULT_OPTION,
                         "%s takes Z, UTC or an offset such as +09:00, not \"%s\"", option, text);
    snprintf(zone, 8, "%c%02u:%02u", sign, hours % 100, minutes % 100);
    return true;
}

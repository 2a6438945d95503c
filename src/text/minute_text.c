#include "text/minute_text.h"

#include <stdio.h>
#include <string.h>

static const char *const year_unknown[LANGUAGE_COUNT] =
    LANGUAGE_TEXTS("(year unknown)", "(年不明)");

const char *minute_text(struct datetime time, const char *zone, enum language language,
                        char text[MINUTE_TEXT_BYTES])
{
    enum { SECONDS = sizeof ":10" - 1 };
    char iso_text[DATETIME_TEXT_BYTES];
    bool has_no_year = datetime_is_set(time) && time.year == 0;
    time.has_milliseconds = false;
    datetime_format(time, zone, iso_text);
    char *iso = iso_text + (has_no_year ? sizeof "--" - 1 : 0);
    char *clock = strchr(iso, 'T');
    size_t to_seconds = clock != NULL ? (size_t)(clock - iso) + sizeof "T23:00" - 1 : strlen(iso);
    if (clock != NULL)
        *clock = ' ';
    snprintf(text, MINUTE_TEXT_BYTES, "%.*s%s%s%s", (int)to_seconds, iso,
             clock != NULL ? iso + to_seconds + SECONDS : "", has_no_year ? " " : "",
             has_no_year ? language_text(year_unknown, language) : "");
    return text;
}

size_t minute_text_note_length(struct span text)
{
    for (enum language i = 0; i < LANGUAGE_COUNT; i++) {
        const char *note = language_text(year_unknown, i);
        if (span_starts_with_ignoring_case(text, span_of(note)))
            return strlen(note);
    }
    return 0;
}

#include "output/json/json_place.h"

#include "output/write/log_place.h"

void json_place_members(struct json_writer *json, const struct report *report, struct place place)
{
    struct buffer scratch = {0};
    json_optional_span(json, "log", log_place_name(report, place, &scratch, &json->writer->fault));
    json_count(json, "line", place.line);
    buffer_release(&scratch);
}

void json_place_optional_members(struct json_writer *json, const struct report *report,
                                 struct place place)
{
    if (place.line > 0) {
        json_place_members(json, report, place);
        return;
    }
    json_null(json, "log");
    json_null(json, "line");
}

void json_place_example(struct json_writer *json, const struct report *report,
                        const struct report_example *example)
{
    if (example->place.line == 0) {
        json_null(json, "example");
        return;
    }
    json_begin_object(json, "example");
    json_span(json, "path", example->path);
    json_place_members(json, report, example->place);
    json_end_object(json);
}

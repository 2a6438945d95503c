#include "output/json/json_objects.h"
#include "output/write/log_place.h"

void json_place_members(struct json_writer *json, const struct report *report, struct place place)
{
    struct buffer scratch = {0};
    json_optional_span(json, "log", log_place_name(report, place, &scratch, &json->writer->fault));
    json_count(json, "line", place.line);
    buffer_release(&scratch);
}

#include "output/json/json_file.h"

void json_file_members(struct json_writer *json, const struct file_row *row)
{
    json_span(json, "host", row->host);
    json_optional_span(json, "job", row->job);
    json_datetime(json, "time", row->time);
    json_text(json, "category", row->category);
    json_text(json, "code", row->code.text);
    json_optional_text(json, "symbol", row->code.symbol);
    json_optional_span(json, "operation", row->operation);
    json_span(json, "path", row->path);
    json_optional_span(json, "origin", row->origin);
    json_span(json, "log", row->log);
    json_count(json, "line", row->line);
    json_count(json, "events", row->events);
    json_text(json, "state", row->state);
    json_datetime(json, "first_seen", row->first_seen);
    json_datetime(json, "last_seen", row->last_seen);
    json_optional_text(json, "context", row->context);
    json_optional_text(json, "mark", row->mark);
    json_optional_span(json, "listed", row->listed);
    json_optional_span(json, "code_from", row->code_from);
}

#include "engine/left_over.h"

#include "input/structured/record_titles.h"

bool left_over_is_by(const struct dialect *dialect)
{
    return dialect->kind != LOG_KIND_ENGINE_LOG && dialect->kind != LOG_KIND_FAILED_FILES_LIST &&
           !(dialect->is_users && dialect->titles.title_count == 0);
}

bool left_over_may_be(const struct block *lines, const struct event *event)
{
    const struct line *line = &lines->lines[event->line];
    size_t end = (size_t)line->start + line->length;
    bool is_of_dialect =
        event->is_record && (event->fields[FIELD_DATE].length > 0 ||
                             record_titles_is_marked(span_slice(lines->text, line->start, end)));
    return !is_of_dialect && event->limited_rule_count == 0;
}

#include "output/json/json_lists.h"

#include "output/json/json_facts.h"
#include "output/json/json_jobs.h"
#include "output/json/json_ranked.h"
#include "output/json/json_reading.h"

void json_lists_of(const struct report *report, struct json_list lists[JSON_LIST_COUNT])
{
    size_t next = 0;
#define FILL_LIST(json_key, json_type, list_count, name)                                           \
    lists[next++] = (struct json_list){.key = json_key,                                            \
                                       .type = json_type,                                          \
                                       .count = report->list_count,                                \
                                       .members = json_##name##_members};
    JSON_LISTS(FILL_LIST)
#undef FILL_LIST
}

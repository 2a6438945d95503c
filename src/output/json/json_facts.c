#include "output/json/json_facts.h"

#include "grammar/host_fact.h"
#include "output/json/json_place.h"

void json_fact_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_fact *fact = &report->facts[index];
    json_span(json, "host", fact->host);
    json_text(json, "fact", host_fact_word(fact->fact));
    json_span(json, "value", fact->value);
    json_count(json, "files", fact->files);
    json_place_optional_members(json, report, fact->place);
}

#include "output/json/json_explanation.h"

static void optional_flag(struct json_writer *json, const char *key, const bool *flag)
{
    if (flag == NULL)
        json_null(json, key);
    else
        json_flag(json, key, *flag);
}

static void explanation_members(struct json_writer *json, const struct explanation *explanation)
{
    json_span(json, "query", explanation->query);
    json_text(json, "kind", explanation_kind_name(explanation->kind));
    json_optional_text(json, "code", explanation->code);
    json_optional_text(json, "id", explanation->id);
    json_optional_text(json, "hex", explanation->hex);
    json_optional_text(json, "symbol", explanation->symbol);
    json_optional_text(json, "category", explanation->category);
    json_optional_text(json, "title", explanation->title);
    json_optional_text(json, "severity", explanation->severity);
    optional_flag(json, "transient", explanation->transient);
    optional_flag(json, "at_risk", explanation->at_risk);
    json_optional_text(json, "cause", explanation->cause);
    json_texts(json, "actions", explanation->actions, explanation->action_count);
    json_optional_text(json, "reference", explanation->reference);
}

/* A match is an entry and has no matches of its own, so there are never more than two levels. */
void json_explanation_members(struct json_writer *json, const struct explanation *explanation)
{
    explanation_members(json, explanation);
    if (explanation->match_count == 0)
        return;
    json_begin_array(json, "matches");
    for (size_t i = 0; i < explanation->match_count; i++) {
        json_begin_object(json, NULL);
        explanation_members(json, &explanation->matches[i]);
        json_end_object(json);
    }
    json_end_array(json);
}

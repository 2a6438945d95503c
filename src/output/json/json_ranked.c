/* The ranked objects of json_objects.h: reasons, findings, what to do, single files, explanations.
 */
#include "output/json/json_objects.h"

static void example_member(struct json_writer *json, const struct report *report,
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

static void codes_member(struct json_writer *json, const struct report_reason *reason)
{
    json_begin_array(json, "codes");
    for (size_t i = 0; i < reason->code_count; i++) {
        const struct report_code *code = &reason->codes[i];
        json_begin_object(json, NULL);
        json_text(json, "code", code->text);
        json_optional_text(json, "symbol", code->symbol);
        json_optional_text(json, "meaning", code->meaning);
        json_count(json, "files", code->files);
        json_count(json, "events", code->events);
        json_end_object(json);
    }
    json_end_array(json);
}

static void folders_members(struct json_writer *json, const struct report_reason *reason)
{
    json_begin_array(json, "folders");
    for (size_t i = 0; i < reason->folder_count; i++) {
        json_begin_object(json, NULL);
        json_span(json, "path", reason->folders[i].path);
        json_count(json, "files", reason->folders[i].files);
        json_end_object(json);
    }
    json_end_array(json);
    json_count(json, "folders_total", reason->folders_total);
}

static void contexts_member(struct json_writer *json, const struct report_reason *reason)
{
    json_begin_array(json, "contexts");
    for (size_t i = 0; i < reason->context_count; i++) {
        const struct report_context *context = &reason->contexts[i];
        json_begin_object(json, NULL);
        json_text(json, "name", context->name);
        json_count(json, "files", context->files);
        json_optional_text(json, "advice", context->advice);
        json_optional_text(json, "mark", context->mark);
        json_optional_text(json, "reference", context->reference);
        json_end_object(json);
    }
    json_end_array(json);
}

static void hosts_member(struct json_writer *json, const struct span *hosts, size_t count)
{
    json_begin_array(json, "hosts");
    for (size_t i = 0; i < count; i++)
        json_span(json, NULL, hosts[i]);
    json_end_array(json);
}

void json_reason_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_reason *reason = &report->reasons[index];
    json_count(json, "rank", reason->rank);
    json_text(json, "category", reason->category);
    json_text(json, "title", reason->title);
    json_optional_text(json, "meaning", reason->meaning);
    json_count(json, "files", reason->files);
    json_flag(json, "files_exact", report->files_exact);
    json_count(json, "files_before_clean_backup", reason->files_before_clean);
    json_count(json, "events", reason->events);
    json_percent(json, "share", reason->share_percent);
    json_text(json, "severity", severity_name(reason->severity));
    json_flag(json, "at_risk", reason->at_risk);
    json_flag(json, "transient", reason->transient);
    json_texts(json, "actions", reason->actions, reason->action_count);
    json_optional_text(json, "exclusion", reason->exclusion);
    json_optional_text(json, "reference", reason->reference);
    codes_member(json, reason);
    folders_members(json, reason);
    contexts_member(json, reason);
    hosts_member(json, reason->hosts, reason->host_count);
    json_datetime(json, "first_seen", reason->first_seen);
    json_datetime(json, "last_seen", reason->last_seen);
    example_member(json, report, &reason->example);
}

void json_group_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_group *group = &report->groups[index];
    json_count(json, "rank", group->rank);
    json_span(json, "key", group->key);
    json_optional_span(json, "host", group->host);
    json_optional_text(json, "detail", group->detail);
    json_optional_text(json, "category", group->category);
    json_text(json, "severity", severity_name(group->severity));
    json_flag(json, "at_risk", group->at_risk);
    json_count(json, "files", group->files);
    json_count(json, "events", group->events);
    json_percent(json, "share", group->share_percent);
}

void json_finding_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_finding *finding = &report->finding_list[index];
    json_count(json, "rank", finding->rank);
    json_optional_text(json, "id", finding->id);
    json_optional_text(json, "hex", finding->hex);
    json_optional_text(json, "symbol", finding->symbol);
    json_text(json, "title", finding->title);
    json_text(json, "category", finding->category);
    json_text(json, "severity", severity_name(finding->severity));
    json_count(json, "events", finding->events);
    json_count(json, "files", finding->files);
    hosts_member(json, finding->hosts, finding->host_count);
    json_datetime(json, "first", finding->first_seen);
    json_datetime(json, "last", finding->last_seen);
    json_optional_text(json, "cause", finding->cause);
    json_texts(json, "actions", finding->actions, finding->action_count);
    json_optional_text(json, "reference", finding->reference);
    json_flag(json, "inferred", finding->is_inferred);
    json_begin_array(json, "details");
    for (size_t i = 0; i < finding->detail_count; i++)
        json_span(json, NULL, finding->details[i]);
    json_end_array(json);
    json_optional_text(json, "context", finding->context);
    json_optional_text(json, "advice", finding->advice);
    example_member(json, report, &finding->example);
}

void json_other_failure_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_other_failure *failure = &report->other_failure_list[index];
    json_text(json, "code", failure->code.text);
    if (failure->symbol.length > 0)
        json_span(json, "symbol", failure->symbol);
    else
        json_optional_text(json, "symbol", failure->code.symbol);
    json_optional_text(json, "meaning", failure->code.meaning);
    json_optional_text(json, "category", failure->category);
    json_count(json, "events", failure->code.events);
    example_member(json, report, &failure->example);
}

void json_step_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_step *step = &report->steps[index];
    json_text(json, "action", step->action);
    json_text(json, "category", step->category);
    json_text(json, "title", step->reason_title);
    json_count(json, "covers", step->covers);
    json_count(json, "files", step->files);
    json_count(json, "events", step->events);
    json_flag(json, "at_risk", step->at_risk);
    json_count(json, "files_at_risk", step->files_at_risk);
    hosts_member(json, step->hosts, step->host_count);
    json_optional_text(json, "reference", step->reference);
}

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
    json_optional_text(json, "context", row->context);
    json_optional_text(json, "mark", row->mark);
    json_optional_span(json, "listed", row->listed);
    json_optional_span(json, "code_from", row->code_from);
}

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

/* A match is an entry itself and has no matches, so two levels are all there is. */
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

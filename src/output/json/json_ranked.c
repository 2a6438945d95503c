#include "output/json/json_ranked.h"

#include "output/json/json_place.h"

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

/* Where most of the files are; "all_below" is where all are, if that is another folder. */
static void place_member(struct json_writer *json, const struct report_reason *reason)
{
    if (reason->common_folder.files == 0) {
        json_null(json, "place");
        return;
    }
    json_begin_object(json, "place");
    json_span(json, "path", reason->common_folder.path);
    json_count(json, "files", reason->common_folder.files);
    json_optional_span(json, "all_below",
                       reason->common_folder.files == reason->files ? reason->common_folder.path
                                                                    : reason->shared_folder.path);
    json_end_object(json);
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
    place_member(json, reason);
    contexts_member(json, reason);
    hosts_member(json, reason->hosts, reason->host_count);
    json_datetime(json, "first_seen", reason->first_seen);
    json_datetime(json, "last_seen", reason->last_seen);
    json_datetime(json, "since", reason->since);
    json_count(json, "backups", reason->backups);
    json_flag(json, "new", reason->is_new);
    json_place_example(json, report, &reason->example);
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

static void finding_codes_member(struct json_writer *json, const struct report *report,
                                 const struct report_finding *finding)
{
    json_begin_array(json, "codes");
    for (size_t i = 0; i < finding->code_count; i++) {
        const struct report_code *code = &finding->codes[i];
        json_begin_object(json, NULL);
        json_text(json, "code", code->text);
        json_optional_text(json, "symbol", code->symbol);
        json_optional_text(json, "meaning", code->meaning);
        json_count(json, "events", code->events);
        json_place_example(json, report, &code->example);
        json_end_object(json);
    }
    json_end_array(json);
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
    json_flag(json, "at_risk", finding->at_risk);
    json_flag(json, "recovered", finding->is_recovered);
    json_count(json, "events", finding->events);
    json_count(json, "files", finding->files);
    finding_codes_member(json, report, finding);
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
    json_place_example(json, report, &finding->example);
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
    json_optional_text(json, "detail", failure->detail.has_value ? failure->detail.text : NULL);
    json_optional_text(json, "detail_symbol", failure->detail.symbol);
    json_optional_text(json, "category", failure->category);
    json_optional_text(json, "title", failure->title);
    json_text(json, "severity", severity_name(failure->severity));
    json_flag(json, "at_risk", failure->at_risk);
    json_flag(json, "recovered", failure->is_recovered);
    json_count(json, "events", failure->code.events);
    json_datetime(json, "first", failure->first_seen);
    json_datetime(json, "last", failure->last_seen);
    hosts_member(json, failure->hosts, failure->host_count);
    json_place_example(json, report, &failure->example);
}

static void problem_item(struct json_writer *json, const struct step_problem *problem)
{
    json_begin_object(json, NULL);
    json_text(json, "title", problem->title);
    json_count(json, "hosts_without_backup", problem->lacking_count);
    json_count(json, "files", problem->files);
    json_count(json, "events", problem->events);
    json_flag(json, "at_risk", problem->at_risk);
    json_count(json, "files_at_risk", problem->files_at_risk);
    hosts_member(json, problem->hosts, problem->host_count);
    json_end_object(json);
}

void json_step_members(struct json_writer *json, const struct report *report, size_t index)
{
    const struct report_step *step = &report->steps[index];
    json_text(json, "action", step->action);
    json_text(json, "category", step->category);
    json_text(json, "title", step->problem_count > 0 ? step->problems[0].title : "");
    json_count(json, "hosts_without_backup", step->lacking_count);
    json_count(json, "files", step->files);
    json_count(json, "events", step->events);
    json_flag(json, "at_risk", step->at_risk);
    json_count(json, "files_at_risk", step->files_at_risk);
    hosts_member(json, step->hosts, step->host_count);
    json_optional_text(json, "reference", step->reference);
    json_begin_array(json, "problems");
    for (size_t i = 0; i < step->problem_count; i++)
        problem_item(json, &step->problems[i]);
    json_end_array(json);
}

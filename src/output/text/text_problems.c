#include "output/text/text_problems.h"

#include "output/text/text_layout.h"
#include "output/write/translation.h"

enum { INDENT = 2 };

static void write_problem(struct page *page, struct span source, struct span member,
                          struct span sentence)
{
    text_bullet(page);
    text_add_log(page, source, member);
    page_add_text(page, ": ");
    translation_append(&page->line, sentence, page->language, &page->writer->fault);
    page_flow(page, INDENT);
}

static void write_limit(struct page *page, const struct report_limit *limit)
{
    text_bullet(page);
    page_add_filled(page, UI_NOTE_LIMIT, span_of(limit->name), (struct span){0});
    page_add_text(page, "= ");
    page_add_number(page, limit->value);
    page_add_text(page, " (");
    page_add_text(page, limit->meaning);
    page_add_text(page, "): ");
    page_add_count(page, UI_TIMES, limit->times);
    if (limit->rule != NULL)
        page_add_filled(page, UI_BY_RULE, span_of(limit->rule), span_of(limit->grammar));
    if (limit->source.length > 0) {
        struct page name = page_scratch(page);
        text_add_log(&name, limit->source, limit->member);
        page_add_filled(page, UI_FIRST_IN, buffer_span(&name.line), (struct span){0});
        page_release(&name);
    }
    page_flow(page, INDENT);
}

bool text_problems_exist(const struct report *report)
{
    size_t problems = report->problem_count + report->limit_count;
    for (size_t i = 0; i < report->log_count; i++)
        problems += report->logs[i].problem.length > 0;
    return problems > 0;
}

void text_problems(struct page *page, const struct report *report)
{
    size_t incomplete_logs = 0;
    for (size_t i = 0; i < report->log_count; i++)
        incomplete_logs += report->logs[i].problem.length > 0;
    size_t total = report->problem_count + incomplete_logs;
    if (!text_problems_exist(report))
        return;
    page_heading(page, UI_PROBLEMS);
    size_t wanted = text_shown_count(page, total);
    size_t shown = 0;
    for (size_t i = 0; i < report->problem_count && shown < wanted; i++, shown++)
        write_problem(page, report->problems[i].source, report->problems[i].member,
                      report->problems[i].sentence);
    for (size_t i = 0; i < report->log_count && shown < wanted; i++) {
        const struct report_log *log = &report->logs[i];
        if (log->problem.length == 0)
            continue;
        write_problem(page, log->source, log->member, log->problem);
        shown++;
    }
    text_more(page, INDENT, shown, total);
    for (size_t i = 0; i < report->limit_count; i++)
        write_limit(page, &report->limits[i]);
}

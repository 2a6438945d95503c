/* The end of the text report: what could not be read, and what was left aside. */
#include "output/text/text_layout.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 2 };

/* The sentences of the input room begin so; what follows is the system's or a library's own. */
static const struct {
    const char *english;
    enum ui_text_id word;
} problem_words[] = {
    {"gzip data ends too early", WORD_PROBLEM_GZIP_CUT},
    {"damaged gzip data: ", WORD_PROBLEM_GZIP},
    {"encrypted, cannot be read", WORD_PROBLEM_ENCRYPTED},
    {"cannot read folder: ", WORD_PROBLEM_FOLDER},
    {"cannot read: ", WORD_PROBLEM_READ},
};

static void add_problem(struct page *page, struct span sentence)
{
    enum { COUNT = sizeof problem_words / sizeof problem_words[0] };
    for (size_t i = 0; i < COUNT; i++) {
        struct span known = span_of(problem_words[i].english);
        if (!span_starts_with_ignoring_case(sentence, known))
            continue;
        page_add_word(page, problem_words[i].word);
        sentence = span_slice(sentence, known.length, sentence.length);
        break;
    }
    page_add(page, sentence);
}

static void problem(struct page *page, struct span source, struct span member, struct span sentence)
{
    text_bullet(page);
    text_add_log(page, source, member);
    page_add_text(page, ": ");
    add_problem(page, sentence);
    page_flow(page, INDENT);
}

static void limit_hit(struct page *page, const struct report_limit *limit)
{
    text_bullet(page);
    page_add_filled(page, WORD_NOTE_LIMIT, span_of(limit->name), (struct span){0});
    page_add_text(page, "= ");
    page_add_number(page, limit->value);
    page_add_text(page, " (");
    page_add_text(page, limit->meaning);
    page_add_text(page, "): ");
    page_add_count(page, WORD_TIMES, limit->times);
    if (limit->rule != NULL)
        page_add_filled(page, WORD_BY_RULE, span_of(limit->rule), span_of(limit->grammar));
    if (limit->source.length > 0) {
        struct page name = *page;
        name.line = (struct buffer){0};
        text_add_log(&name, limit->source, limit->member);
        page_add_filled(page, WORD_FIRST_IN, buffer_span(&name.line), (struct span){0});
        page_release(&name);
    }
    page_flow(page, INDENT);
}

void text_problems(struct page *page, const struct report *report)
{
    size_t incomplete_logs = 0;
    for (size_t i = 0; i < report->log_count; i++)
        incomplete_logs += report->logs[i].problem.length > 0;
    size_t total = report->problem_count + incomplete_logs;
    if (!text_has_problems(report))
        return;
    page_heading(page, WORD_PROBLEMS);
    size_t wanted = text_shown_count(page, total);
    size_t shown = 0;
    for (size_t i = 0; i < report->problem_count && shown < wanted; i++, shown++)
        problem(page, report->problems[i].source, report->problems[i].member,
                report->problems[i].sentence);
    for (size_t i = 0; i < report->log_count && shown < wanted; i++) {
        const struct report_log *log = &report->logs[i];
        if (log->problem.length == 0)
            continue;
        problem(page, log->source, log->member, log->problem);
        shown++;
    }
    text_more(page, INDENT, shown, total);
    for (size_t i = 0; i < report->limit_count; i++)
        limit_hit(page, &report->limits[i]);
}

static void note_count(struct page *page, enum ui_text_id word, uint64_t count)
{
    if (count == 0)
        return;
    text_bullet(page);
    page_add_count(page, word, count);
    page_flow(page, INDENT);
}

/* What somebody wants to read of the line comes first, and fits: without its columns, tabs as
 * blanks. */
static void unparsed_message(struct page *page, struct span message)
{
    for (size_t start = 0, end; start < message.length; start = end + 1) {
        end = start + span_find_byte(span_slice(message, start, message.length), '\t');
        page_add(page, span_slice(message, start, end));
        page_add_text(page, end < message.length ? " " : "");
    }
    page_indent(page, 2 * INDENT);
    width_truncate(page->writer, buffer_span(&page->line), page->width - 2 * INDENT, CUT_END);
    page->line.length = 0;
    page_new_line(page);
}

static void note_unparsed(struct page *page, const struct report *report)
{
    uint64_t count = report->books.by_class[VERDICT_UNPARSED];
    if (count == 0 || report->unparsed_example_count == 0) {
        note_count(page, WORD_NOTE_UNPARSED_BARE, count);
        return;
    }
    note_count(page, WORD_NOTE_UNPARSED, count);
    size_t most = text_shows_all(page) ? report->unparsed_example_count : MAX_UNPARSED_SHOWN;
    size_t shown = report->unparsed_example_count < most ? report->unparsed_example_count : most;
    for (size_t i = 0; i < shown; i++) {
        const struct report_unparsed *unparsed = &report->unparsed_examples[i];
        text_add_place(page, report, unparsed->place);
        page_path(page, INDENT, 0);
        page_new_line(page);
        unparsed_message(page, unparsed->message);
    }
}

static void note_word(struct page *page, enum ui_text_id word)
{
    text_bullet(page);
    page_add_word(page, word);
    page_flow(page, INDENT);
}

static void add_years(struct page *page, enum ui_text_id word, struct span first, int16_t second)
{
    char year[NUMBER_TEXT_BYTES];
    snprintf(year, sizeof year, "%d", second);
    page_add_filled(page, word, first, span_of(year));
}

static void note_year_doubt(struct page *page, const struct report *report)
{
    const struct report_year_doubt *doubt = &report->year_doubt;
    const struct report_log *log = &report->logs[doubt->log];
    char year[NUMBER_TEXT_BYTES];
    struct page name = *page;
    name.line = (struct buffer){0};
    text_bullet(page);
    text_add_log(&name, log->source, log->member);
    add_years(page, WORD_NOTE_YEAR_OF_FILE, buffer_span(&name.line), doubt->year);
    snprintf(year, sizeof year, "%d", doubt->year_of_lists);
    add_years(page, WORD_NOTE_YEAR_OF_LISTS, span_of(year), doubt->first_year);
    page_flow(page, INDENT);
    page_release(&name);
}

void text_notes(struct page *page, const struct report *report)
{
    uint64_t repaired = 0;
    uint64_t cut = 0;
    for (size_t i = 0; i < report->log_count; i++) {
        repaired += report->logs[i].repaired_lines;
        cut += report->logs[i].cut_lines;
    }
    bool has_inexact = report->files > 0 && !report->files_exact;
    if (report->books.by_class[VERDICT_UNPARSED] + report->skipped_count + repaired + cut == 0 &&
        !report->year_unknown && !report->year_doubt.is_set && !has_inexact)
        return;
    page_heading(page, WORD_NOTES);
    note_unparsed(page, report);
    text_skipped(page, report);
    note_count(page, WORD_NOTE_REPAIRED, repaired);
    note_count(page, WORD_NOTE_CUT, cut);
    if (report->year_unknown)
        note_word(page, WORD_NOTE_YEAR);
    if (report->year_doubt.is_set)
        note_year_doubt(page, report);
    if (has_inexact)
        note_word(page, WORD_NOTE_INEXACT);
}

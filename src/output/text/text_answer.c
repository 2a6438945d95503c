#include "output/text/text_answer.h"

#include "output/text/text_layout.h"
#include "output/text/text_servers.h"
#include "output/text/text_states.h"

/* The servers of which the input does not name all files that their newest backup could not read.
 */
static uint64_t count_unnamed(const struct report *report)
{
    uint64_t count = 0;
    for (size_t i = 0; i < report->host_count; i++)
        count += report_host_has_unnamed_files(&report->hosts[i]);
    return count;
}

/* Adds that more files may be unprotected than those that are counted. */
static void add_unnamed(struct page *page, const struct report *report)
{
    uint64_t count = count_unnamed(report);
    if (count == 0)
        return;
    struct page names = page_scratch(page);
    text_add_servers(&names, report, count, report_host_has_unnamed_files, NULL);
    page_add_filled(page, report->host_count > 1 ? UI_FILES_NOT_NAMED_OF : UI_FILES_NOT_NAMED,
                    buffer_span(&names.line), (struct span){0});
    page_release(&names);
    text_end_sentence(page);
}

static bool has_files(const struct report_host *host)
{
    return host->files > 0;
}

static void add_file_count(struct page *page, const struct report_host *host)
{
    page_add_number(page, host->files);
}

/* Adds how many files are unprotected, and where. */
static void add_files(struct page *page, const struct report *report)
{
    uint64_t hosts = 0;
    for (size_t i = 0; i < report->host_count; i++)
        hosts += has_files(&report->hosts[i]);
    if (!report->files_exact)
        page_add_ui_text(page, UI_ABOUT);
    else if (count_unnamed(report) > 0)
        page_add_ui_text(page, UI_AT_LEAST);
    bool has_harmless = report->harmless_files > 0;
    page_add_count(page, UI_NOT_PROTECTED, report->files);
    if (report->host_count > 1) {
        if (has_harmless)
            page_add_count(page, UI_HARMLESS_AMONG, report->harmless_files);
        page_add_text(page, ": ");
        text_add_servers(page, report, hosts, has_files, add_file_count);
    } else {
        text_add_on_hosts(page, report, hosts);
        if (has_harmless)
            page_add_count(page, UI_HARMLESS_OF_THEM, report->harmless_files);
    }
    if (report->files_read_since > 0)
        page_add_count(page, UI_READ_SINCE_OF_THEM, report->files_read_since);
    text_end_sentence(page);
}

static enum ui_text_id running_text(const struct report_host *host)
{
    bool has_done = datetime_is_set(host->kinds[0].newest_backup);
    bool is_nameless = text_host_is_nameless(host->name);
    if (has_done && host->kinds[0].is_system_state)
        return is_nameless ? UI_NAMELESS_STATE_RUNNING_AGAIN : UI_STATE_RUNNING_AGAIN;
    if (is_nameless)
        return has_done ? UI_NAMELESS_RUNNING_AGAIN : UI_NAMELESS_RUNNING;
    return has_done ? UI_RUNNING_AGAIN : UI_STILL_RUNNING;
}

static enum ui_text_id protected_text(const struct report_host *host)
{
    bool is_dated = datetime_is_set(host->kinds[0].newest_backup);
    if (text_host_is_nameless(host->name))
        return is_dated ? UI_NAMELESS_PROTECTED : UI_NAMELESS_PROTECTED_UNDATED;
    return is_dated ? UI_PROTECTED : UI_PROTECTED_UNDATED;
}

static bool is_any_missed(const struct report *report)
{
    for (size_t i = 0; i < report->host_count; i++)
        if (report_host_misses_backup(&report->hosts[i]))
            return true;
    return false;
}

/* Adds that all is well, or what is known of the only server. */
static void add_protected(struct page *page, const struct report *report)
{
    char number[NUMBER_TEXT_BYTES];
    char minute[TEXT_MINUTE_BYTES];
    uint64_t count = report->hosts_by_state[HOST_PROTECTED];
    const struct report_host *host = &report->hosts[0];
    if (is_any_missed(report))
        page_add_ui_text(page, UI_NEWEST_THAT_RAN);
    else if (count == report->host_count && count > 1)
        page_add_filled(page, count == 2 ? UI_BOTH_PROTECTED : UI_ALL_PROTECTED,
                        span_of(number_text(count, number)), (struct span){0});
    else if (count == 1 && report->host_count == 1)
        page_add_filled(page, protected_text(host), host->name,
                        span_of(text_minute(page, host->kinds[0].newest_backup, minute)));
    else if (report->host_count == 1 && host->kinds[0].state == HOST_RUNNING)
        page_add_filled(page, running_text(host), host->name,
                        span_of(text_minute(page, host->kinds[0].newest_backup, minute)));
    else
        page_add_ui_text(page, UI_NOTHING_UNPROTECTED);
    if (report->files_read_since > 0)
        page_add_count(page, UI_READ_SINCE, report->files_read_since);
    text_end_sentence(page);
}

/* Adds how many failures there are where no failed file is known, or "No failed file in 12,345
 * lines of 3 logs". */
static void add_no_failed_file(struct page *page, const struct report *report)
{
    struct page lines = page_scratch(page);
    struct page logs = page_scratch(page);
    struct page place = page_scratch(page);
    struct page records = page_scratch(page);
    uint64_t failures = report->findings + report->other_failures;
    page_add_count(&lines, UI_N_LINES, report->books.lines);
    page_add_count(&logs, UI_N_LOGS, report->log_count);
    page_add_filled(&place, UI_LINES_OF_LOGS, buffer_span(&lines.line), buffer_span(&logs.line));
    page_add_count(&records, UI_N_FAILURES, failures);
    if (failures > 0)
        page_add_filled(page, UI_FAILURES_BUT_NO_FILE, buffer_span(&records.line),
                        buffer_span(&place.line));
    else
        page_add_filled(page, UI_NO_FAILED_FILE, buffer_span(&place.line), (struct span){0});
    page_release(&lines);
    page_release(&logs);
    page_release(&place);
    page_release(&records);
    text_end_sentence(page);
}

static void add_states(struct page *page, const struct report *report)
{
    uint64_t lacking = report->hosts_by_state[HOST_FAILED] + report->hosts_by_state[HOST_STOPPED];
    text_states(page, report);
    if (report->files > 0)
        add_files(page, report);
    else if (lacking == 0)
        add_protected(page, report);
    add_unnamed(page, report);
}

void text_answer(struct page *page, const struct report *report)
{
    uint64_t unparsed = report->books.by_class[VERDICT_UNPARSED];
    if (report->is_foreign) {
        page_add_ui_text(page, UI_FOREIGN);
        page_add_ui_text(page, UI_STOP);
    } else if (report->is_empty) {
        bool has_inputs = report->log_count + report->skipped_count > 0;
        page_add_ui_text(page, has_inputs ? UI_ALL_EMPTY : UI_NOTHING_READ);
        page_add_ui_text(page, UI_STOP);
    } else if (text_servers_are_known(report)) {
        add_states(page, report);
    } else if (report->files > 0) {
        add_files(page, report);
    } else {
        add_no_failed_file(page, report);
    }
    if (report->log_count > 0 && !report->incomplete) {
        page_add_ui_text(page, UI_ALL_READ);
        if (unparsed > 0)
            page_add_count(page, UI_BUT_UNPARSED, unparsed);
        page_add_ui_text(page, UI_STOP);
    }
    page_color(page, COLOR_BOLD);
    page_flow(page, 0);
    page_color(page, COLOR_NONE);
}

#include "output/text/text_states.h"

#include "output/text/text_layout.h"

enum { MAX_SERVERS_NAMED = 5 };

void text_add_servers(struct page *page, const struct report *report, uint64_t count,
                      bool (*is_meant)(const struct report_host *),
                      void (*add_remark)(struct page *, const struct report_host *))
{
    uint64_t named = 0;
    for (size_t i = 0; i < report->host_count && named < MAX_SERVERS_NAMED; i++) {
        const struct report_host *host = &report->hosts[i];
        if (!is_meant(host))
            continue;
        if (named++ > 0)
            page_add_ui_text(page, UI_LIST_COMMA);
        page_add(page, host->name);
        if (add_remark == NULL)
            continue;
        page_add_text(page, " (");
        add_remark(page, host);
        page_add_text(page, ")");
    }
    if (named < count) {
        page_add_ui_text(page, UI_LIST_COMMA);
        page_add_count(page, UI_AND_MORE, count - named);
    }
}

void text_end_sentence(struct page *page)
{
    page_add_ui_text(page, UI_STOP);
    text_add_sentence_gap(page);
}

static bool may_lack(const struct report_host *host)
{
    return report_host_kind_is_lacking(&host->kinds[0]) && !report_host_is_lacking(host);
}

static enum ui_text_id lack_text(const struct report_host_kind *kind)
{
    if (kind->may_be_due_later)
        return UI_ONE_KNOWN;
    if (kind->state == HOST_STOPPED)
        return kind->newest == NEWEST_HANGS ? UI_HANGS_SINCE : UI_STOPPED_SINCE;
    return datetime_is_set(kind->since) ? UI_FAILED_SINCE : UI_FAILED_AT_UNKNOWN_TIME;
}

/* "system state backups have failed since 2024-07-18". The day is enough beside other servers. */
static void add_lack(struct page *page, const struct report_host_kind *kind, bool is_one_of_two)
{
    char day[TEXT_MINUTE_BYTES];
    enum ui_text_id text = lack_text(kind);
    bool is_named = kind->is_system_state || is_one_of_two;
    if (is_named && text == UI_FAILED_SINCE)
        text = kind->is_system_state ? UI_SYSTEM_STATE_FAILED_SINCE : UI_FILES_FAILED_SINCE;
    else if (is_named)
        page_add_ui_text(page, kind->is_system_state ? UI_SYSTEM_STATE_LEAD : UI_FILES_LEAD);
    page_add_filled(page, text, span_of(text_day(page, kind->since, day)), (struct span){0});
}

/* ", last good 2024-07-17 23:00", unless that is the last begin, which has been said. */
static void add_last_good(struct page *page, const struct report_host_kind *kind)
{
    char minute[TEXT_MINUTE_BYTES];
    if (kind->state == HOST_STOPPED)
        return;
    if (datetime_is_set(kind->last_good))
        page_add_filled(page, UI_LAST_GOOD, span_of(text_minute(page, kind->last_good, minute)),
                        (struct span){0});
    else
        page_add_ui_text(page, UI_NEVER_GOOD);
}

/* What is wrong with each kind of its backups. */
static void add_lacks(struct page *page, const struct report_host *host, bool is_alone)
{
    for (size_t i = 0; i < host->kind_count; i++) {
        if (!report_host_kind_is_lacking(&host->kinds[i]))
            break;
        if (i > 0)
            page_add_ui_text(page, UI_LIST_SEMICOLON);
        add_lack(page, &host->kinds[i], host->kind_count > 1);
        if (is_alone)
            add_last_good(page, &host->kinds[i]);
    }
}

static void add_lacks_of_one(struct page *page, const struct report_host *host)
{
    add_lacks(page, host, /* is_alone= */ false);
}

/* How to say of servers that they have no current backup. */
struct lack_texts {
    enum ui_text_id nameless;
    enum ui_text_id only;
    enum ui_text_id one;
    enum ui_text_id both;
    enum ui_text_id several;
};

static void add_lacks_of_the_only_one(struct page *page, const struct report_host *host,
                                      const struct lack_texts *texts)
{
    bool has_name = !text_host_is_nameless(host->name);
    page_add_filled(page, has_name ? texts->only : texts->nameless, host->name, (struct span){0});
    add_lacks(page, host, /* is_alone= */ true);
    text_end_sentence(page);
}

static enum ui_text_id text_of_several(const struct report *report, uint64_t count,
                                       const struct lack_texts *texts)
{
    if (count == 1)
        return texts->one;
    return report->host_count == 2 ? texts->both : texts->several;
}

/* Adds which servers are meant, and what is wrong with their backups. */
static void add_lacking(struct page *page, const struct report *report,
                        bool (*is_meant)(const struct report_host *),
                        const struct lack_texts *texts)
{
    uint64_t count = 0;
    char lacking[NUMBER_TEXT_BYTES];
    char all[NUMBER_TEXT_BYTES];
    for (size_t i = 0; i < report->host_count; i++)
        count += is_meant(&report->hosts[i]);
    if (count == 0)
        return;
    if (report->host_count == 1) {
        add_lacks_of_the_only_one(page, &report->hosts[0], texts);
        return;
    }
    page_add_filled(page, text_of_several(report, count, texts),
                    span_of(number_text(count, lacking)),
                    span_of(number_text(report->host_count, all)));
    text_add_servers(page, report, count, is_meant, add_lacks_of_one);
    text_end_sentence(page);
}

/* Records that name no server are none of whose backups something could be known. */
static bool is_unknown(const struct report_host *host)
{
    return host->kinds[0].state == HOST_UNKNOWN && !text_host_is_nameless(host->name);
}

/* Adds the servers of which nothing tells whether they are protected. */
static void add_unknown(struct page *page, const struct report *report)
{
    uint64_t count = 0;
    for (size_t i = 0; i < report->host_count; i++)
        count += is_unknown(&report->hosts[i]);
    if (count == 0)
        return;
    if (count > 1) {
        page_add_count(page, UI_NOT_KNOWN_OF_SERVERS, count);
        text_add_servers(page, report, count, is_unknown, NULL);
    }
    for (size_t i = 0; count == 1 && i < report->host_count; i++)
        if (is_unknown(&report->hosts[i]))
            page_add_filled(page, UI_NOT_KNOWN_OF, report->hosts[i].name, (struct span){0});
    text_end_sentence(page);
}

static void add_due(struct page *page, const struct report_host *host)
{
    char minute[TEXT_MINUTE_BYTES];
    bool is_second = host->kinds[0].newest != NEWEST_MISSED;
    page_add_filled(page, UI_DUE,
                    span_of(text_minute(page, host->kinds[is_second].missed_since, minute)),
                    (struct span){0});
}

/* Adds the servers of which a backup did not begin when it was due. */
static void add_missed(struct page *page, const struct report *report)
{
    static const struct lack_texts texts = {
        .one = UI_MISSED_OF_SERVERS, .both = UI_MISSED_OF_BOTH, .several = UI_MISSED_OF_SERVERS};
    char missing[NUMBER_TEXT_BYTES];
    char all[NUMBER_TEXT_BYTES];
    uint64_t count = 0;
    for (size_t i = 0; i < report->host_count; i++)
        count += report_host_misses_backup(&report->hosts[i]);
    if (count == 0)
        return;
    if (report->host_count == 1)
        page_add_ui_text(page, UI_MISSED);
    else
        page_add_filled(page, text_of_several(report, count, &texts),
                        span_of(number_text(count, missing)),
                        span_of(number_text(report->host_count, all)));
    if (text_host_is_nameless(report->hosts[0].name) && report->host_count == 1)
        add_due(page, &report->hosts[0]);
    else
        text_add_servers(page, report, count, report_host_misses_backup, add_due);
    text_end_sentence(page);
}

static bool has_unknown_nights(const struct report_host *host)
{
    return host->kind_count > 0 && host->kinds[0].newest == NEWEST_UNKNOWN;
}

static void add_last_list(struct page *page, const struct report_host *host)
{
    char day[TEXT_MINUTE_BYTES];
    page_add_text(page, text_day(page, host->kinds[0].newest_backup, day));
}

/* Adds the servers of whose backups nothing is known since their last list. */
static void add_unknown_nights(struct page *page, const struct report *report)
{
    uint64_t count = 0;
    for (size_t i = 0; i < report->host_count; i++)
        count += has_unknown_nights(&report->hosts[i]);
    if (count == 0)
        return;
    struct page names = page_scratch(page);
    text_add_servers(&names, report, count, has_unknown_nights, add_last_list);
    page_add_filled(page, UI_NOTHING_SINCE_LIST, buffer_span(&names.line), (struct span){0});
    page_release(&names);
    text_end_sentence(page);
}

static bool is_running(const struct report_host *host)
{
    return host->kinds[0].state == HOST_RUNNING;
}

static void add_begin(struct page *page, const struct report_host *host)
{
    char minute[TEXT_MINUTE_BYTES];
    page_add_filled(page, UI_BEGUN, span_of(text_minute(page, host->kinds[0].since, minute)),
                    (struct span){0});
}

/* Adds which of several servers are being backed up. */
static void add_running(struct page *page, const struct report *report)
{
    uint64_t count = report->hosts_by_state[HOST_RUNNING];
    if (count == 0 || report->host_count == 1)
        return;
    struct page names = page_scratch(page);
    text_add_servers(&names, report, count, is_running, add_begin);
    page_add_filled(page, UI_BACKUP_IS_RUNNING, buffer_span(&names.line), (struct span){0});
    page_release(&names);
    text_end_sentence(page);
}

void text_states(struct page *page, const struct report *report)
{
    static const struct lack_texts surely = {.nameless = UI_NO_BACKUP,
                                             .only = UI_NO_BACKUP_OF,
                                             .one = UI_NO_BACKUP_OF_A_SERVER,
                                             .both = UI_NO_BACKUP_OF_BOTH,
                                             .several = UI_NO_BACKUP_OF_SERVERS};
    static const struct lack_texts perhaps = {.nameless = UI_MAY_LACK,
                                              .only = UI_MAY_LACK_OF,
                                              .one = UI_MAY_LACK_OF_SERVERS,
                                              .both = UI_MAY_LACK_OF_BOTH,
                                              .several = UI_MAY_LACK_OF_SERVERS};
    add_lacking(page, report, report_host_is_lacking, &surely);
    add_lacking(page, report, may_lack, &perhaps);
    add_missed(page, report);
    add_unknown(page, report);
    add_unknown_nights(page, report);
    add_running(page, report);
}

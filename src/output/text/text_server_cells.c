#include "output/text/text_server_cells.h"

#include <assert.h>
#include <stdio.h>

#include "base/count_of.h"
#include "output/text/text_layout.h"

enum ui_text_id text_server_state(enum host_state state)
{
    static const enum ui_text_id texts[] = {
        [HOST_FAILED] = UI_HOST_STATE_FAILED,   [HOST_STOPPED] = UI_HOST_STATE_STOPPED,
        [HOST_UNKNOWN] = UI_HOST_STATE_UNKNOWN, [HOST_PARTIAL] = UI_HOST_STATE_PARTIAL,
        [HOST_RUNNING] = UI_HOST_STATE_RUNNING, [HOST_PROTECTED] = UI_HOST_STATE_PROTECTED,
    };
    static_assert(COUNT_OF(texts) == HOST_STATE_COUNT, "a state has no text");
    return texts[state];
}

/* A server that is protected has one. */
size_t text_server_rows(const struct report_host *host)
{
    return host->kind_count > 1 && host->kinds[0].state != HOST_PROTECTED ? host->kind_count : 1;
}

/* What to say beside the state: "failed, running"; "" for nothing. */
static const char *newest_text(const struct report_host_kind *kind, enum language language)
{
    if (kind->newest == NEWEST_RUNNING && kind->state != HOST_RUNNING)
        return ui_text(UI_HOST_STATE_RUNNING, language);
    if (kind->newest == NEWEST_HANGS && kind->state != HOST_STOPPED)
        return ui_text(UI_HOST_STATE_HANGS, language);
    if (kind->newest == NEWEST_OVERDUE && kind->state != HOST_STOPPED)
        return ui_text(UI_HOST_STATE_STOPPED, language);
    if (kind->newest == NEWEST_MISSED)
        return ui_text(UI_HOST_STATE_MISSED, language);
    return "";
}

/* A stop of which the state is not all that is known has a word of its own. */
static enum ui_text_id state_text(const struct report_host_kind *kind)
{
    if (kind->state == HOST_STOPPED && kind->newest == NEWEST_HANGS)
        return UI_HOST_STATE_HANGS;
    return kind->may_be_due_later ? UI_HOST_STATE_MAY_BE_STOPPED : text_server_state(kind->state);
}

/* "failed, running (system state)" */
static void state_cell(const struct page *page, const struct report_host_kind *kind, bool is_first,
                       char cell[SERVER_CELL_BYTES])
{
    bool names_kind = is_first && kind->is_system_state && kind->state != HOST_PROTECTED;
    const char *newest = newest_text(kind, page->language);
    snprintf(cell, SERVER_CELL_BYTES, "%s%s%s%s", ui_text(state_text(kind), page->language),
             newest[0] != '\0' ? ui_text(UI_LIST_COMMA, page->language) : "", newest,
             names_kind ? ui_text(UI_SYSTEM_STATE_TAIL, page->language) : "");
}

/* "?" where the input names none of the files that are unprotected, "3+" where it lacks some. */
static void files_cell(const struct report_host_kind *kind, char cell[SERVER_CELL_BYTES])
{
    char number[NUMBER_TEXT_BYTES];
    if (kind->has_unnamed_files && kind->files == 0)
        snprintf(cell, SERVER_CELL_BYTES, "?");
    else
        snprintf(cell, SERVER_CELL_BYTES, "%s%s", number_text(kind->files, number),
                 kind->has_unnamed_files ? "+" : "");
}

struct span text_server_name(const struct page *page, const struct report_host *host,
                             size_t number_of_kind)
{
    bool is_system_state = host->kinds[number_of_kind].is_system_state;
    if (number_of_kind == 0)
        return host->name;
    return span_of(ui_text(is_system_state ? UI_SYSTEM_STATE_ROW : UI_FILES_ROW, page->language));
}

struct server_cells text_server_cells(const struct page *page, const struct report_host *host,
                                      size_t number_of_kind)
{
    const struct report_host_kind *kind = &host->kinds[number_of_kind];
    struct server_cells cells = {0};
    char number[NUMBER_TEXT_BYTES];
    state_cell(page, kind, number_of_kind == 0, cells.texts[SERVER_STATE]);
    text_minute(page, kind->last_good, cells.texts[SERVER_LAST_GOOD]);
    if (cells.texts[SERVER_LAST_GOOD][0] == '\0')
        snprintf(cells.texts[SERVER_LAST_GOOD], SERVER_CELL_BYTES, "%s",
                 ui_text(UI_NONE_KNOWN, page->language));
    if (!report_host_kind_knows_nights(kind))
        snprintf(cells.texts[SERVER_NIGHTS], SERVER_CELL_BYTES, "?");
    else if (kind->nights_without > 0)
        snprintf(cells.texts[SERVER_NIGHTS], SERVER_CELL_BYTES, "%s",
                 number_text(kind->nights_without, number));
    files_cell(kind, cells.texts[SERVER_FILES]);
    return cells;
}

#include "output/text/text_reason_notes.h"

#include "output/text/text_layout.h"

static void add_folder(struct page *page, const struct report_folder *folder, uint64_t all)
{
    char number[NUMBER_TEXT_BYTES];
    if (folder->files == all)
        page_add_filled(page, folder->is_volume ? UI_ALL_ON_VOLUME : UI_ALL_BELOW_FOLDER,
                        folder->path, (struct span){0});
    else
        page_add_filled(page, folder->is_volume ? UI_SOME_ON_VOLUME : UI_SOME_BELOW_FOLDER,
                        span_of(number_text(folder->files, number)), folder->path);
}

static void add_separator(struct page *page)
{
    if (page->line.length > 0)
        page_add_ui_text(page, UI_LIST_COMMA);
}

static void add_since(struct page *page, const struct report_reason *reason)
{
    char day[TEXT_MINUTE_BYTES];
    if (reason->is_new || reason->backups <= 1)
        return;
    add_separator(page);
    page_add_filled(page, UI_SINCE, span_of(text_day(page, reason->since, day)), (struct span){0});
}

void text_reason_notes(struct page *page, const struct report_reason *reason, size_t indent)
{
    if (reason->shared_folder.files > 0)
        add_folder(page, &reason->shared_folder, reason->files);
    if (reason->common_folder.files > 0) {
        add_separator(page);
        add_folder(page, &reason->common_folder, reason->files);
    }
    add_since(page, reason);
    if (page->line.length == 0)
        return;
    page_indent(page, indent);
    page_flow(page, indent);
}

/* The cells of the table of servers. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_SERVER_CELLS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_SERVER_CELLS_H

#include "output/text/page.h"
#include "report/report.h"

enum { SERVER_CELL_BYTES = 64 };

/* The columns between the name and the cause. */
enum server_cell { SERVER_STATE, SERVER_LAST_GOOD, SERVER_NIGHTS, SERVER_FILES, SERVER_CELL_COUNT };

struct server_cells {
    char texts[SERVER_CELL_COUNT][SERVER_CELL_BYTES];
};

/* Returns how many kinds of backups of the server have a row. */
size_t text_server_rows(const struct report_host *host);

/* Returns what stands before the row of a kind: the name of the server, and below it, indented, the
 * other kind. */
struct span text_server_name(const struct page *page, const struct report_host *host,
                             size_t number_of_kind);

/* Returns the cells of the row of a kind, from 0; the files of the server are in the first one. */
struct server_cells text_server_cells(const struct page *page, const struct report_host *host,
                                      size_t number_of_kind);

/* The text for a state. */
enum ui_text_id text_server_state(enum host_state state);

#endif

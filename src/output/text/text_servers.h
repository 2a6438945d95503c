/* The table of servers: which of them are protected now. */
#ifndef MARSIFT_OUTPUT_TEXT_TEXT_SERVERS_H
#define MARSIFT_OUTPUT_TEXT_TEXT_SERVERS_H

#include "output/text/page.h"
#include "report/report.h"

/* Writes the table, worst first, if there are several servers or one is not protected: at most
 * twelve rows, all with --all and --by host. Nothing if no server's backups are known. */
void text_servers(struct page *page, const struct report *report);

/* True if something tells of backups of a server. */
bool text_servers_are_known(const struct report *report);

#endif

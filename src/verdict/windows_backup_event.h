/* Events of Windows Server Backup: what each number says of a backup of the host. */
#ifndef MARSIFT_VERDICT_WINDOWS_BACKUP_EVENT_H
#define MARSIFT_VERDICT_WINDOWS_BACKUP_EVENT_H

#include "grammar/event.h"
#include "verdict/milestone_mark.h"

/* Returns what the event says by its source and number, or by its words if it has no number;
 * MARK_NONE for other sources, for recoveries, and for what says nothing of how a backup went. */
enum milestone_mark windows_backup_event_mark(const struct event *event);

#endif

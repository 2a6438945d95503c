/* Events of Windows Server Backup: what each number says of a backup of the host. */
#ifndef MARSIFT_VERDICT_WINDOWS_BACKUP_EVENT_H
#define MARSIFT_VERDICT_WINDOWS_BACKUP_EVENT_H

#include <stdbool.h>

#include "grammar/event.h"
#include "verdict/milestone_mark.h"

/* Returns what the event says by its source and number, or by its words if it has no number;
 * MARK_NONE for other sources, for recoveries, and for what says nothing of how a backup went. */
enum milestone_mark windows_backup_event_mark(const struct event *event);

/* True for words of an event that no other source uses: when the backup started, or that it
 * finished successfully. */
bool windows_backup_event_has_words(const struct event *event);

/* True if the event is a start of which neither the source nor the words tell whether it is of the
 * agent or of Windows Server Backup. */
bool windows_backup_event_may_be_start(const struct event *event);

#endif

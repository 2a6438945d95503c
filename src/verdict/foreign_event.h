/* Events of Windows that have nothing to do with backups: other programs, profiles, printers, and
 * programs that make backups of their own; and the lines of these programs. */
#ifndef MARSIFT_VERDICT_FOREIGN_EVENT_H
#define MARSIFT_VERDICT_FOREIGN_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "grammar/event.h"

/* True for an event whose source is known and has nothing to do with backups, shadow copies,
 * volumes, disks or the services of the agent, and whose words speak of none of them; and for one
 * of another backup program; and for what the Service Control Manager tells of a service that no
 * backup needs. What its code or its words mean to a backup is then unknown. */
bool foreign_event_is(const struct event *event);

/* The class of a foreign event: an error by its level is a failure of something, which nobody may
 * overlook, unless it is of a service that no backup needs; a mere warning is harmless; of one
 * without a level nothing is known. */
enum verdict_class foreign_event_class(const struct event *event);

/* True for a line that another backup program wrote about its own work. What VSS answered it counts
 * all the same: the agent depends on VSS, too. `code` matters only if `has_code`. */
bool foreign_event_is_line(const struct event *event, bool has_code, uint32_t code);

#endif

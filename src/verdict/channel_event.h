/* Events of the CloudBackup channel, which exports name by symbol or by number. */
#ifndef MARSIFT_VERDICT_CHANNEL_EVENT_H
#define MARSIFT_VERDICT_CHANNEL_EVENT_H

#include <stdbool.h>

#include "base/span.h"
#include "grammar/event.h"

/* True for a record with an event's number, but neither source nor level, whose words are not of
 * backups: a row of any table, such as a DHCP server's log. */
bool channel_event_is_foreign(const struct event *event);

/* The symbol in the record, lent by it, or the symbol of its event number, which is static; empty
 * without either. */
struct span channel_event_symbol(const struct event *event);

#endif

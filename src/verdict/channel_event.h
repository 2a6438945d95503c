/* Events of the CloudBackup channel, which exports name by symbol or by number. */
#ifndef MARSIFT_VERDICT_CHANNEL_EVENT_H
#define MARSIFT_VERDICT_CHANNEL_EVENT_H

#include "base/span.h"
#include "grammar/event.h"

/* The symbol in the record, lent by it, or the symbol of its event number, which is static; empty
 * without either. */
struct span channel_event_symbol(const struct event *event);

#endif

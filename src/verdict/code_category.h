/* The category of a failure by its code, and by who gives the code. */
#ifndef MARSIFT_VERDICT_CODE_CATEGORY_H
#define MARSIFT_VERDICT_CODE_CATEGORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalog/catalog.h"
#include "grammar/event.h"

/* Returns the category of the code. What VSS puts behind "hr =" is what a call of its own returned,
 * "A device attached to the system is not functioning", and tells nothing of a disk or a file: the
 * failure is one of the snapshot. */
size_t code_category_of(const struct catalog *catalog, const struct event *event, uint32_t code);

/* True for a code that means nothing: one of success that the catalog does not know, such as an
 * address behind "error code", and one of the SQL writer, which uses the facility of Windows Server
 * Backup for codes of its own. */
bool code_category_is_none(const struct catalog *catalog, const struct event *event, uint32_t code);

#endif

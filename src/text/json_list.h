/* Finds the list of records in an object of JSON around it: `{"value":[{`, as some versions of
 * PowerShell wrap a list, `{"events":[{` of other tools, `{"Count":3,"Group":[{` of Group-Object.
 */
#ifndef MARSIFT_TEXT_JSON_LIST_H
#define MARSIFT_TEXT_JSON_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

/* True if the text ends with a name that lists of records have, a colon and an open bracket. */
bool json_list_ends_open(struct span text);

/* Returns the offset of the first object in the list of the object that the text begins with; 0 if
 * other objects come before it, or if it has no such list. */
size_t json_list_first_object(struct span text);

#endif

/* Lists of titles and values, one pair a line: PowerShell's Format-List, whose colons are in one
 * column, and details that the Event Viewer copies ("Event ID:      11"). */
#ifndef MARSIFT_INPUT_STRUCTURED_LIST_FORM_H
#define MARSIFT_INPUT_STRUCTURED_LIST_FORM_H

#include "input/structured/form.h"
#include "input/structured/list_state.h"

struct form list_form(struct list_form *list);

#endif

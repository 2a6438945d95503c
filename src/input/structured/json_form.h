/* Objects in JSON: what PowerShell's ConvertTo-Json and other tools write, an object on a line or
 * spread over several, alone or in a list. Two on one line are none, since a line has one record:
 * line_breaker.h parts them. */
#ifndef MARSIFT_INPUT_STRUCTURED_JSON_FORM_H
#define MARSIFT_INPUT_STRUCTURED_JSON_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "input/structured/form.h"
#include "input/structured/json_record.h"

/* Start with zeros, end with json_form_release. */
struct json_form {
    struct json_record json;
    bool is_open;
    bool is_in_list;   /* the last object was in a list, whose end may follow */
    size_t line_count; /* held lines */
    size_t byte_count; /* of them */
};

struct form json_form(struct json_form *form);
void json_form_release(struct json_form *form);

#endif

/* Events and objects in XML: `wevtutil /f:xml`, the Event Viewer's "Save as XML" and its view of an
 * event, .evtx files, PowerShell's Export-Clixml. A record is on one line or spread over several;
 * two on one line are none, since a line has one record. */
#ifndef MARSIFT_INPUT_STRUCTURED_XML_FORM_H
#define MARSIFT_INPUT_STRUCTURED_XML_FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "input/structured/form.h"
#include "input/structured/xml_record.h"

/* Start with zeros, end with xml_form_release. */
struct xml_form {
    struct xml_record xml;
    bool is_open;
    size_t line_count; /* held lines */
    size_t byte_count; /* of them */
};

struct form xml_form(struct xml_form *form);
void xml_form_release(struct xml_form *form);

#endif

/* Parses one event or object of XML, piece by piece, and collects its titles and values.
 *
 * An event (`<Event>`: wevtutil, the Event Viewer, .evtx) has the titles `Computer`, `Provider
 * Name` for an attribute, `RenderingInfo Message`, and `EventData` for all data. An object
 * (`<Obj>`: Export-Clixml) has the names of its members, `JobStatus.JobState` for one inside
 * another. */
#ifndef MARSIFT_INPUT_STRUCTURED_XML_RECORD_H
#define MARSIFT_INPUT_STRUCTURED_XML_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/structured/record_line.h"

enum { MAX_XML_DEPTH = 32 };

/* Start as {0}, end with xml_record_release. */
struct xml_record {
    struct XML_ParserStruct *parser; /* expat's; NULL until the first record */
    struct record_line *record;      /* lent */
    struct fault *fault;             /* lent */
    size_t depth;                    /* open elements */
    size_t container_depth;          /* of the open RenderingInfo or UserData; 0: none */
    bool is_object;
    bool is_rendering; /* in RenderingInfo; else, with a container, in UserData */
    bool is_leaf;      /* no element ended since the last one began */
    bool has_title;    /* the value of that one is wanted */
    bool is_complete;
    bool is_refused;                    /* too deep, with a document type, or something else */
    size_t path_lengths[MAX_XML_DEPTH]; /* of the title, before each open element of an object */
    struct buffer title;                /* of the last element that began */
    struct buffer text;                 /* in it */
};

enum xml_step { XML_STEP_MORE, XML_STEP_COMPLETE, XML_STEP_REFUSED, XML_STEP_FAULT };

void xml_record_release(struct xml_record *xml);

/* Begins a record. False with the fault set. */
bool xml_record_start(struct xml_record *xml, struct fault *fault);

/* Parses the next piece, valid UTF-8, and adds to `record`. What is behind the end of the element
 * is not looked at. A document type, and with it any entity of its own, is refused. */
enum xml_step xml_record_feed(struct xml_record *xml, struct span text, struct record_line *record,
                              struct fault *fault);

#endif

/* Parses one object of JSON, piece by piece, and collects its titles and values.
 *
 * A title is the name of a member, `JobStatus.JobState` of one in an object inside; the objects and
 * values of a list have the title of the list. What tools add around the members of an event is
 * left out: `Event.System.EventID` is `EventID`, `TimeCreated.#attributes.SystemTime` is
 * `TimeCreated SystemTime`, as is `TimeCreated.@SystemTime`, and any `EventData` is that. */
#ifndef MARSIFT_INPUT_STRUCTURED_JSON_RECORD_H
#define MARSIFT_INPUT_STRUCTURED_JSON_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/fault.h"
#include "base/span.h"
#include "input/structured/record_line.h"

enum { MAX_JSON_DEPTH = 32 };

/* Start as {0}, end with json_record_release. */
struct json_record {
    struct yajl_handle_t *parser; /* NULL: none is open */
    struct record_line *record;   /* lent */
    struct fault *fault;          /* lent */
    size_t depth;                 /* open objects and lists */
    size_t value_count;
    struct buffer path;                  /* the names of the open members */
    size_t path_lengths[MAX_JSON_DEPTH]; /* of those around each open object or list */
    struct buffer title;
};

enum json_step { JSON_STEP_MORE, JSON_STEP_COMPLETE, JSON_STEP_REFUSED, JSON_STEP_FAULT };

void json_record_release(struct json_record *json);

/* Begins an object. False with the fault set. */
bool json_record_start(struct json_record *json, struct fault *fault);

/* Parses the next piece, valid UTF-8, and adds to `record`. `*rest` is what follows the object when
 * it is complete. */
enum json_step json_record_feed(struct json_record *json, struct span text, struct span *rest,
                                struct record_line *record, struct fault *fault);

#endif

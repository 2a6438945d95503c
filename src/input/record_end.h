/* Finds the ends of records that may follow each other on one line: of events in XML, of objects in
 * a list in JSON, and of rows of a table in HTML. */
#ifndef MARSIFT_INPUT_RECORD_END_H
#define MARSIFT_INPUT_RECORD_END_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"

enum record_end_kind {
    RECORD_END_NONE,
    RECORD_END_XML,    /* behind </Event> */
    RECORD_END_JSON,   /* behind the comma between two objects in the outermost list */
    RECORD_END_ANSWER, /* the same in the answer of a search, where it is in two objects */
    RECORD_END_HTML    /* behind </tr>, and behind <table ...> */
};

/* Start as {.kind = record_end_kind_of(head)}. */
struct record_end {
    enum record_end_kind kind;
    size_t matched; /* characters of </Event> */
    char tag[8];    /* the name of the tag that is open, in lower case */
    size_t tag_length;
    bool is_in_tag;
    bool is_named;   /* the tag's name has ended */
    size_t depth;    /* open lists and objects */
    bool is_list[3]; /* the outermost three of them are lists */
    bool is_in_string;
    bool is_escaped;      /* the last character was a backslash in a string */
    bool is_after_object; /* the last character but blanks closed an object */
};

/* Returns the kind of records that a text with this beginning holds. Other characters than ASCII
 * may be any byte. */
enum record_end_kind record_end_kind_of(struct span head);

/* True if a record ends with the next character of the text; any byte above 127 for one that is not
 * ASCII. */
bool record_end_is_at(struct record_end *end, char character);

#endif

/* The precedence of the event that a file's entry was filled from. */
#ifndef MARSIFT_TALLY_FILE_PRECEDENCE_H
#define MARSIFT_TALLY_FILE_PRECEDENCE_H

#include "tally/event_precedence.h"
#include "tally/file_set.h"
#include "tally/tally_parts.h"

/* Returns that of the event that bucket, job and time of `file` come from. */
struct event_precedence file_precedence_of(const struct tally *tally,
                                           const struct file_entry *file);

/* Returns a hash of what an event in `bucket` and `job` says: struct event_precedence's content. */
uint64_t file_precedence_content(const struct tally_bucket *bucket, const struct job *job);

#endif

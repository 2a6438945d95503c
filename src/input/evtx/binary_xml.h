/* Checks the binary XML of an event record before libevtx reads it. libevtx 20181227 trusts counts
 * and references: a file of 8 KiB can make it fill gigabytes or run without end. */
#ifndef MARSIFT_INPUT_EVTX_BINARY_XML_H
#define MARSIFT_INPUT_EVTX_BINARY_XML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "input/evtx/binary_xml_part.h"

/* True if the bytes of `chunk` from `start` to before `end` are one template instance as Windows
 * writes them: everything is within its bounds, elements and fragments are not nested too deeply,
 * names and template definitions come no later than their use, and the text is no longer than
 * BINARY_XML_MOST_BYTES. Adds the estimate of that to `text_bytes`. */
bool binary_xml_is_sound(struct span chunk, size_t start, size_t end, uint64_t *text_bytes);

#endif

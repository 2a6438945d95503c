/* Inflates deflated members of a zip that is a file of its own, beside libarchive and in half of
 * its time. What the zip's members are stays libarchive's word; so does what is wrong with them. */
#ifndef MARSIFT_INPUT_ARCHIVE_ZIP_INFLATE_H
#define MARSIFT_INPUT_ARCHIVE_ZIP_INFLATE_H

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/archive/archive_member.h"
#include "input/archive/random_access.h"

struct zip_inflate;

/* For the zip in `bytes`, lent until zip_inflate_close. NULL with the fault set when memory fails.
 */
struct zip_inflate *zip_inflate_open(const struct random_access *bytes, struct fault *fault);

/* The bytes of `member`, of which `unpacked` has read nothing yet. `unpacked` itself where the
 * member is anything but deflated, in the clear and of known size; else a reader that inflates here
 * and, at anything odd, lets `unpacked` go on from the same place. Lent until the next call. */
struct byte_reader zip_inflate_reader(struct zip_inflate *data, const struct archive_member *member,
                                      struct byte_reader unpacked);

/* How many packed bytes were inflated here of the member that zip_inflate_reader was called for
 * last.
 */
uint64_t zip_inflate_packed_bytes(const struct zip_inflate *data);

void zip_inflate_close(struct zip_inflate *data);

#endif

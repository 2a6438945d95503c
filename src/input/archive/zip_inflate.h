/* Inflates deflated members of a zip that can be read at any offset, instead of libarchive and in
 * half of its time. libarchive still decides what the members are, and what is wrong with them. */
#ifndef MARSIFT_INPUT_ARCHIVE_ZIP_INFLATE_H
#define MARSIFT_INPUT_ARCHIVE_ZIP_INFLATE_H

#include "base/byte_reader.h"
#include "base/fault.h"
#include "input/archive/archive_member.h"
#include "input/archive/random_access.h"

struct zip_inflate;

/* Opens an inflater for `zip`, lent until zip_inflate_close. NULL with the fault set when memory
 * fails. */
struct zip_inflate *zip_inflate_open(const struct random_access *zip, struct fault *fault);

/* Returns a reader of `member`, of which `fallback` has read nothing yet: `fallback` itself unless
 * the member is deflated, not encrypted and of known size; else a reader that inflates the member
 * and, at anything irregular, lets `fallback` continue from the same place. Lent until the next
 * call. */
struct byte_reader zip_inflate_reader(struct zip_inflate *zip_inflate,
                                      const struct archive_member *member,
                                      struct byte_reader fallback);

/* Returns how many packed bytes were inflated for the member of the last zip_inflate_reader. */
uint64_t zip_inflate_packed_bytes(const struct zip_inflate *zip_inflate);

/* NULL is allowed. */
void zip_inflate_close(struct zip_inflate *zip_inflate);

#endif

/* Tells how much memory unpacking a zip's member takes: what its headers ask for, which libarchive
 * gives without a bound. */
#ifndef MARSIFT_INPUT_ARCHIVE_ZIP_DECODER_H
#define MARSIFT_INPUT_ARCHIVE_ZIP_DECODER_H

#include <stdint.h>

#include "base/span.h"

/* Returns the most bytes of the member's dictionary, UINT64_MAX if they are not known, and 0 for
 * methods that take at most 256 MiB. `format` is libarchive's name, such as "ZIP 6.3 (lzma)";
 * `data` begins with the first bytes of the packed data. */
uint64_t zip_decoder_bytes(const char *format, struct span data);

#endif

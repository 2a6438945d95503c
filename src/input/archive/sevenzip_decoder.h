/* Tells how much memory the decoders of a 7z archive take: what its header asks for, which
 * libarchive gives without a bound. */
#ifndef MARSIFT_INPUT_ARCHIVE_SEVENZIP_DECODER_H
#define MARSIFT_INPUT_ARCHIVE_SEVENZIP_DECODER_H

#include <stdbool.h>
#include <stdint.h>

#include "input/archive/random_access.h"

/* Sets `*decoder_bytes` to those of the dictionaries of the archive's most demanding folder (a run
 * of members packed together), and to 0 if the header is cut or encrypted, so that libarchive
 * refuses the archive. False if the header is damaged, or has another form than 7z programs write.
 */
bool sevenzip_decoder_bytes(const struct random_access *archive, uint64_t *decoder_bytes);

#endif

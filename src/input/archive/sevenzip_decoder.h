/* Tells how much memory the decoders and the index of a 7z archive take: what its header asks for,
 * which libarchive gives without a bound. */
#ifndef MARSIFT_INPUT_ARCHIVE_SEVENZIP_DECODER_H
#define MARSIFT_INPUT_ARCHIVE_SEVENZIP_DECODER_H

#include <stdbool.h>
#include <stdint.h>

#include "input/archive/random_access.h"

struct sevenzip_needs {
    uint64_t decoder_bytes; /* of the dictionaries of the most demanding folder (a run of members
                               packed together) */
    uint64_t members; /* that the index names, for each of which libarchive takes some 90 bytes;
                         UINT64_MAX if that comes later in the header than is looked at */
};

/* Fills `*needs`; with zeros if the header is cut or encrypted, so that libarchive refuses the
 * archive. False if the header is damaged, or has another form than 7z programs write; `*needs`
 * then is what its folders say. */
bool sevenzip_decoder_needs(const struct random_access *archive, struct sevenzip_needs *needs);

#endif

/* The checksum of event logs: CRC-32 as in zip and gzip. */
#ifndef MARSIFT_INPUT_EVTX_CRC32_H
#define MARSIFT_INPUT_EVTX_CRC32_H

#include <stddef.h>
#include <stdint.h>

/* Returns the checksum of some bytes whose first part has `checksum`, 0 for none, and whose rest is
 * `bytes`. */
uint32_t crc32_update(uint32_t checksum, const unsigned char *bytes, size_t length);

#endif

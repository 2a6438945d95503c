#include "input/archive/zip_decoder.h"

#include <string.h>

#include "base/little_endian.h"

/* Before LZMA data: a version, the size of the properties, a byte of them, the dictionary. */
enum { LZMA_DICTIONARY = 5, LZMA_HEADER_BYTES = 9 };

uint64_t zip_decoder_bytes(const char *format, struct span data)
{
    if (strstr(format, "(lzma)") != NULL)
        return data.length < LZMA_HEADER_BYTES
                   ? 0 /* cut, so that nothing is unpacked */
                   : little_endian_32((const unsigned char *)data.bytes + LZMA_DICTIONARY);
    /* Each block of an xz stream has a dictionary of its own. */
    return strstr(format, "(xz)") != NULL ? UINT64_MAX : 0;
}

#include "input/evtx/crc32.h"

/* The remainders of all half bytes, by the reversed polynomial 0xEDB88320. */
static const uint32_t remainders[16] = {
    0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
    0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C};

uint32_t crc32_update(uint32_t checksum, const unsigned char *bytes, size_t length)
{
    uint32_t rest = ~checksum;
    for (size_t i = 0; i < length; i++) {
        rest ^= bytes[i];
        rest = rest >> 4 ^ remainders[rest & 15];
        rest = rest >> 4 ^ remainders[rest & 15];
    }
    return ~rest;
}

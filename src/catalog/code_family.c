#include "catalog/code_family.h"

#include <stddef.h>

#define TOP_NIBBLE          UINT32_C(0xF0000000)
#define NTSTATUS_ERROR      UINT32_C(0xC0000000)
#define NTSTATUS_AS_HRESULT UINT32_C(0xD0000000)
#define NT_BIT              UINT32_C(0x10000000)

uint32_t code_family_equivalent(uint32_t code)
{
    if ((code & CODE_HIGH_HALF) == CODE_WIN32_NTSTATUS || code <= CODE_LOW_HALF)
        return CODE_WIN32_HRESULT | (code & CODE_LOW_HALF);
    if ((code & TOP_NIBBLE) == NTSTATUS_AS_HRESULT)
        return code & ~NT_BIT;
    if ((code & TOP_NIBBLE) == NTSTATUS_ERROR)
        return code | NT_BIT;
    return code;
}

const struct code_family *code_family_of(const struct catalog *catalog, uint32_t code)
{
    const struct sourced_family *best = NULL;
    for (size_t i = 0; i < catalog->family_count; i++) {
        const struct sourced_family *family = &catalog->families[i];
        if (code < family->row.first || code > family->row.last)
            continue;
        if (best == NULL || family->origin.file > best->origin.file)
            best = family;
    }
    return best != NULL ? &best->row : NULL;
}

/* Families of codes, and the other code by which the same error is written. */
#ifndef MARSIFT_CATALOG_CODE_FAMILY_H
#define MARSIFT_CATALOG_CODE_FAMILY_H

#include <stdint.h>

#include "catalog/catalog_private.h"

#define CODE_WIN32_HRESULT  UINT32_C(0x80070000)
#define CODE_WIN32_NTSTATUS UINT32_C(0xC0070000)
#define CODE_HTTP_HRESULT   UINT32_C(0x80190000)
#define CODE_HIGH_HALF      UINT32_C(0xFFFF0000)
#define CODE_LOW_HALF       UINT32_C(0x0000FFFF)

/* Returns the other code of the same error, or the code itself: an NTSTATUS with and without the
 * bit of HRESULT_FROM_NT; for a Win32 error as a bare number or inside an NTSTATUS, the HRESULT. */
uint32_t code_family_equivalent(uint32_t code);

/* Returns the code's family: the first one of the latest file that has any; NULL if none has. */
const struct code_family *code_family_of(const struct catalog *catalog, uint32_t code);

#endif

/* The failure codes that the records of each finding give. */
#ifndef MARSIFT_REPORT_BUILD_FINDING_CODES_H
#define MARSIFT_REPORT_BUILD_FINDING_CODES_H

#include <stdbool.h>
#include <stddef.h>

#include "report/builder.h"

/* Gives each of the findings its codes. The entry of an agent error is at `entry_of_error`, from 1.
 * False with the fault set. */
bool build_finding_codes(const struct builder *builder, const size_t *entry_of_error,
                         struct report_finding *findings, size_t count);

#endif

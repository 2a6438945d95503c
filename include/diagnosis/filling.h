/* The drive letter of a record put into what a person shall type. */
#ifndef MARSIFT_DIAGNOSIS_FILLING_H
#define MARSIFT_DIAGNOSIS_FILLING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "base/span.h"

/* The volume that a record names: "D:", or the \\?\Volume{...}\ that vssadmin takes as well; an
 * empty span when it names none. The path of a log before the record is not meant. */
struct span filling_volume(struct span record);

/* `texts` with {volume} replaced by the volume of `record`, or by "X:" when it names none. Texts
 * without it are lent on; the list itself is when no text has it. NULL with the fault set. */
const char *const *filling_texts(const char *const *texts, size_t count, struct span record,
                                 struct arena *arena, struct fault *fault);

#endif

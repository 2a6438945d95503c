/* The order in which inputs are read. */
#ifndef MARSIFT_ENGINE_INPUT_ORDER_H
#define MARSIFT_ENGINE_INPUT_ORDER_H

#include <stddef.h>

#include "base/arena.h"
#include "base/fault.h"
#include "engine/pipeline.h"

/* Returns the inputs sorted by name, in the order in which a folder that holds them is read, so
 * that the report does not depend on the order in which they were given. In `arena`; NULL with the
 * fault set. */
const struct pipeline_input *input_order_sort(const struct pipeline_input *inputs, size_t count,
                                              struct arena *arena, struct fault *fault);

#endif

/* Guesses the host that a log comes from by the names of the folders and archives around it. */
#ifndef MARSIFT_INPUT_HOST_NAME_H
#define MARSIFT_INPUT_HOST_NAME_H

#include <stdbool.h>

#include "base/span.h"

/* Returns the host's name in `place` ("bundle.zip/N1.zip/CBENGINE_Error_Logs/CBEngineCurr.errlog",
 * the log's own name last): the nearest component before the last that is no collector's folder,
 * without archive suffixes (.zip, .tar.gz ...) and "_DPM_Error_Logs". "." and ".." are no hosts.
 * Empty when there is none. Lent by `place`. */
struct span host_name_of_place(struct span place);

#endif

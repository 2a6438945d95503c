/* The host that a log comes from, told by the names of the folders and archives around it. */
#ifndef MARSIFT_INPUT_HOST_NAME_H
#define MARSIFT_INPUT_HOST_NAME_H

#include <stdbool.h>

#include "base/span.h"

/* The host's name in `place` ("bundle.zip/N1.zip/CBENGINE_Error_Logs/CBEngineCurr.errlog", the
 * log's own name last): the nearest component before the last that is no collector's folder,
 * archive suffixes (.zip, .tar.gz ...) and "_DPM_Error_Logs" cut off. An empty span when there is
 * none. Lent by `place`. "." and ".." are no names. */
struct span host_name_of_place(struct span place);

#endif

/* The volumes that findings are about. */
#ifndef MARSIFT_REPORT_BUILD_PLACES_H
#define MARSIFT_REPORT_BUILD_PLACES_H

#include <stdbool.h>

#include "report/builder.h"

/* Notes that the finding is about `volume` too, which is lent by the arena. Past
 * MAX_INFERENCE_DETAILS volumes nothing is noted. False with the fault set. */
bool build_places_note(const struct builder *builder, struct tally_finding *finding,
                       struct span volume);

/* Gives the ranked finding of volumes that are gone the names of these on all hosts, "E:, F:".
 * `entry_of_error` has 1 + the number of an error's finding, or 0. False with the fault set. */
bool build_places(const struct builder *builder, const size_t *entry_of_error,
                  struct report_finding *findings);

/* Writes the first few of the sorted names, and how many there are besides: "E:, F:". False with
 * the fault set. */
bool build_places_write(const struct builder *builder, const struct span *names, size_t count,
                        struct span *written);

#endif

/* The texts of the input that the tally keeps, up to their limits: input chooses how many there
 * are, and how long. Beyond a limit files, records and jobs count as before; what is lost is a
 * name. */
#ifndef MARSIFT_TALLY_TEXT_BUDGET_H
#define MARSIFT_TALLY_TEXT_BUDGET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/span.h"
#include "tally/tally.h"

/* The number of the folder whose hash is `key`; FILE_NO_FOLDER, and the limit noted for `log`, when
 * it is new and there is no room for it. False with the fault set. */
bool text_budget_folder(struct tally *tally, const struct tally_log *log, uint64_t key,
                        struct span folder, uint32_t *number, struct fault *fault);

/* The number of the host that the name `host` stands for, and its key. Where there is no room for
 * one more, records go to a host called "-", and the limit is noted for `log`. False with the fault
 * set. */
bool text_budget_host(struct tally *tally, const struct tally_log *log, struct span host,
                      uint64_t *key, uint32_t *number, struct fault *fault);

/* Whether `text` fits beside the other texts that max_text_bytes bounds. */
bool text_budget_has_room(const struct tally *tally, struct span text);

/* A copy of `text` in `*copy`, or an empty text, and the limit noted for `log`, when there is no
 * room. False with the fault set. */
bool text_budget_text(struct tally *tally, const struct tally_log *log, struct span text,
                      struct span *copy, struct fault *fault);

#endif

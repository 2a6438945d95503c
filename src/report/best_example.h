/* Chooses the file that best shows what is said of many. */
#ifndef MARSIFT_REPORT_BEST_EXAMPLE_H
#define MARSIFT_REPORT_BEST_EXAMPLE_H

#include <stdbool.h>

#include "report/builder.h"

/* The best example so far; its rank is 0 until there is one. */
struct ranked_example {
    unsigned rank;
    struct report_example example;
};

/* Offers the examples of bucket number `bucket`. A file that is neither harmless nor temporary is
 * better, then one below `folder`, which may be empty, then one with a code, then the first one in
 * the input. With `is_of_now`, files that the report does not count are left out. */
void best_example_offer(const struct builder *builder, uint32_t bucket, struct span folder,
                        bool is_of_now, struct ranked_example *best);

/* Gives each reason the best example among all its files; keeps that which it has where none is
 * known. After build_reasons. */
bool best_examples_choose(struct builder *builder);

#endif

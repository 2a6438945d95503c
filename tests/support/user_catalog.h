/* The catalog with files of the user's on top. */
#ifndef MARSIFT_TESTS_SUPPORT_USER_CATALOG_H
#define MARSIFT_TESTS_SUPPORT_USER_CATALOG_H

#include "base/fault.h"
#include "catalog/catalog.h"

/* Opens the catalog with the files `first` and `second` (NULL: without). */
struct catalog *user_catalog_open(const char *first, const char *second, struct fault *fault);

#endif

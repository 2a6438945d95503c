/* The built-in catalog extended by user files. */
#ifndef MARSIFT_TESTS_SUPPORT_USER_CATALOG_H
#define MARSIFT_TESTS_SUPPORT_USER_CATALOG_H

#include "base/fault.h"
#include "catalog/catalog.h"

/* Opens the catalog extended by the files `first` and `second`; NULL: none. */
struct catalog *user_catalog_open(const char *first, const char *second, struct fault *fault);

#endif

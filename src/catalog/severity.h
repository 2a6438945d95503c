/* The severities of the catalog's entries. */
#ifndef MARSIFT_CATALOG_SEVERITY_H
#define MARSIFT_CATALOG_SEVERITY_H

enum severity { SEVERITY_INFORMATION, SEVERITY_WARNING, SEVERITY_ERROR };

enum { SEVERITY_COUNT = SEVERITY_ERROR + 1 };

/* "information", "warning", "error": the words of machine formats and of --fail-on. */
const char *severity_name(enum severity severity);

#endif

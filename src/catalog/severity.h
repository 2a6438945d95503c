/* How bad an entry of the catalog is. */
#ifndef MARSIFT_CATALOG_SEVERITY_H
#define MARSIFT_CATALOG_SEVERITY_H

enum severity { SEVERITY_INFORMATION, SEVERITY_WARNING, SEVERITY_ERROR };

/* "information", "warning", "error": the words of machine formats and of --fail-on. */
const char *severity_name(enum severity severity);

#endif

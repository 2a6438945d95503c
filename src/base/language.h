/* The languages of titles, causes and actions. Codes and names of columns are the same in all. */
#ifndef MARSIFT_BASE_LANGUAGE_H
#define MARSIFT_BASE_LANGUAGE_H

enum language { LANGUAGE_EN, LANGUAGE_JA, LANGUAGE_COUNT };

#endif

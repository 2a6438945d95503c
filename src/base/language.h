/* The languages of titles, causes and actions. Machine formats keep codes and column names. */
#ifndef MARSIFT_BASE_LANGUAGE_H
#define MARSIFT_BASE_LANGUAGE_H

enum language { LANGUAGE_EN, LANGUAGE_JA, LANGUAGE_COUNT };

#endif

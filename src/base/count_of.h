/* The length of an array. */
#ifndef MARSIFT_BASE_COUNT_OF_H
#define MARSIFT_BASE_COUNT_OF_H

/* Of an array, not of a pointer to one. */
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif

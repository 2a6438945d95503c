/* The lines that are left blank where lines were joined. */
#ifndef MARSIFT_TEXT_JOINED_LINE_H
#define MARSIFT_TEXT_JOINED_LINE_H

/* A line of which nothing is left, since it was joined to the one before it: blank to all who do
 * not ask, and no record ends there. */
#define JOINED_LINE "\t \t"

#endif

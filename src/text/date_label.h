/* What is known of a date by the labels around it. */
#ifndef MARSIFT_TEXT_DATE_LABEL_H
#define MARSIFT_TEXT_DATE_LABEL_H

/* Before a date: its labels are of a language that puts the day first. Text does not have this
 * byte, the information separator four of ASCII. */
#define DATE_LABEL_MARK "\x1c"

#endif

/* Why a log is read by a dialect. */
#ifndef MARSIFT_GRAMMAR_READING_H
#define MARSIFT_GRAMMAR_READING_H

#include <stdint.h>

/* What speaks for a dialect, strongest first. id, word in a rule's `given` */
#define EVIDENCE_KINDS(KIND)                                                                       \
    KIND(NAME, "name")       /* `names` fits the log's name */                                     \
    KIND(HEADING, "heading") /* `heading` fits a line */                                           \
    KIND(LINES, "lines")     /* `detect` fits enough lines */                                      \
    KIND(LIKELY, "likely")   /* `likely` fits nearly all lines, and something vouches for it */

/* Bits: a log may have several. */
enum evidence {
#define EVIDENCE_SHIFT(id, word) EVIDENCE_SHIFT_##id,
    EVIDENCE_KINDS(EVIDENCE_SHIFT)
#undef EVIDENCE_SHIFT
#define EVIDENCE_BIT(id, word) EVIDENCE_##id = 1 << EVIDENCE_SHIFT_##id,
        EVIDENCE_KINDS(EVIDENCE_BIT)
#undef EVIDENCE_BIT
            EVIDENCE_ANY = ~0
};

/* Why a dialect was chosen. id, word in JSON */
#define READING_REASONS(REASON)                                                                    \
    REASON(LAST_RESORT, "last-resort") /* nothing says what the log is */                          \
    REASON(NAME, "name")                                                                           \
    REASON(HEADING, "heading")                                                                     \
    REASON(LINES, "lines")                                                                         \
    REASON(LIKELY, "nothing-else")                                                                 \
    REASON(TITLES, "titles")   /* those of a table, a list or other records */                     \
    REASON(MESSAGE, "message") /* the text has one of the agent */

enum reading_reason {
#define READING_REASON_ID(id, word) READING_##id,
    READING_REASONS(READING_REASON_ID)
#undef READING_REASON_ID
        READING_REASON_COUNT
};

/* How the lines at the head of a log fit a dialect. Small, since each log of thousands has one. */
struct reading {
    const char *close;     /* another dialect that many lines fit, lent for good; NULL: none */
    uint8_t reason;        /* enum reading_reason */
    uint8_t evidence;      /* bits of enum evidence; 0: none, or another reason */
    uint8_t head_lines;    /* that are not blank, and were tried: at most HEAD_LINES */
    uint8_t fitting_lines; /* of these */
    uint8_t against_lines; /* of these: that speak against the dialect */
    uint8_t close_lines;   /* that fit `close` */
    uint8_t close_against_lines; /* that speak against it */
};

/* "name", "lines" ... */
const char *reading_reason_word(enum reading_reason reason);

#endif

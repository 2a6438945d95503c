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

/* The lines at the head of a log that are not blank, and how they fit a dialect. */
struct reading {
    unsigned evidence;      /* bits; 0: the dialect is a last resort */
    uint32_t head_lines;    /* that were tried */
    uint32_t detect_lines;  /* that `detect` fits */
    uint32_t title_lines;   /* that `heading` or `hint` fits; this and the following are 0 where the
                               dialect has neither `likely` nor `against` */
    uint32_t likely_lines;  /* of the others: that `detect` or `likely` fits */
    uint32_t against_lines; /* of the others: that `against` fits */
};

#endif

/* The one table of options: parsing, --help, shell completion and the check of the manual are made
 * of it. A row holds all of an option, also the member of struct options that it sets. */
#ifndef MARSIFT_CLI_OPTION_TABLE_H
#define MARSIFT_CLI_OPTION_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/language.h"

enum option_type {
    OPTION_FLAG,   /* takes no value and sets a fixed one */
    OPTION_TEXT,   /* any text */
    OPTION_NAME,   /* a text that is not empty */
    OPTION_FORMAT, /* the name of an output format; checked where the output is chosen */
    OPTION_NUMBER, /* a whole number within a range */
    OPTION_WORD,   /* one of several words */
    OPTION_START,  /* a time; a date alone means the start of its day */
    OPTION_END,    /* a time; a date alone means the end of its day */
    OPTION_ZONE,   /* Z or a UTC offset */
    OPTION_LIST    /* any text; may be repeated up to MAX_LISTED_FILES times */
};

struct option_word {
    const char *word; /* NULL ends a list */
    int value;
};

struct option_row {
    char letter; /* 0: none */
    const char *name;
    const char *argument; /* the value as --help names it, FILE for one that names a file; NULL:
                             takes none */
    unsigned commands;    /* 1u << COMMAND_X for each command that has the option */
    const char *help[LANGUAGE_COUNT];
    enum option_type type;
    size_t place; /* of the member of struct options that is set */
    size_t size;  /* of that member */
    union {
        uint64_t flag_value; /* of OPTION_FLAG */
        struct {
            uint64_t least, most;
        } range;                         /* of OPTION_NUMBER */
        const struct option_word *words; /* of OPTION_WORD */
    };
};

enum { MAX_OPTIONS = 64 };

/* In the order of --help. */
extern const struct option_row option_rows[];
extern const size_t option_count;

#endif

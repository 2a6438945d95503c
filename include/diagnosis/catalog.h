/* What codes, agent errors and system messages mean: the catalog, read from CSV files that are built
 * into the program, with rows of the user's own on top. */
#ifndef MARSIFT_DIAGNOSIS_CATALOG_H
#define MARSIFT_DIAGNOSIS_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fault.h"
#include "base/language.h"
#include "base/span.h"
#include "diagnosis/report.h"

/* Texts are NUL-terminated UTF-8 and never NULL. Everything is lent by the catalog. Texts that a file
 * leaves empty in Japanese are filled from English. */

struct catalog_category {
    const char *name; /* "access_denied" */
    bool is_file_level;
    enum severity severity;
    bool at_risk;
    bool transient;
    const char *title[LANGUAGE_COUNT];
    const char *meaning[LANGUAGE_COUNT];
    const char *const *actions[LANGUAGE_COUNT]; /* what to do, in order */
    size_t action_count[LANGUAGE_COUNT];
    const char *exclusion[LANGUAGE_COUNT]; /* whether such items may be excluded; "" for jobs */
    const char *reference;
};

struct catalog_code {
    uint32_t code;
    const char *symbol;
    size_t category; /* index of catalog_category_at */
    bool transient;
    bool at_risk;
    const char *action[LANGUAGE_COUNT];
    const char *reference;
};

struct agent_error {
    uint32_t id; /* 0: it has no number */
    const char *symbol;
    const char *title[LANGUAGE_COUNT]; /* the first message fragment, else the symbol, else the cause */
    size_t category;
    const char *cause[LANGUAGE_COUNT];
    const char *const *actions[LANGUAGE_COUNT];
    size_t action_count[LANGUAGE_COUNT];
    const char *reference;
    /* The row only words a failure code ("Access is denied" = 0x80070005): then a text that fits it
     * means that code, and it is no finding of its own. 0 otherwise. */
    uint32_t code;
    /* The row is no finding by its text alone (a wrapper or a record's own wording). */
    bool is_wrapper;
};

/* A piece of a message that identifies an agent error. Matching folds case and takes any run of blanks
 * for one. `error` is an index for catalog_error_at. */
struct catalog_fragment {
    struct span text;
    size_t error;
};

/* What is known of a code, exact or by its family; `exact` is NULL for a code that is not in the
 * catalog. */
struct code_meaning {
    const struct catalog_code *exact;
    size_t category;
    const char *symbol;   /* "" if not known */
    bool transient;
    bool at_risk;
    const char *action[LANGUAGE_COUNT];
    const char *reference;
};

struct catalog;

/* The catalog of the built-in files, then of the user's `paths` in their order, whose rows win. A user
 * file is recognised by its header row. A file that breaks its law is a FAULT_CATALOG that names file
 * and line. NULL with the fault set. */
struct catalog *catalog_open(const char *const *paths, size_t path_count, struct fault *fault);
void catalog_close(struct catalog *catalog);

size_t catalog_category_count(const struct catalog *catalog);
const struct catalog_category *catalog_category_at(const struct catalog *catalog, size_t index);
/* False when there is no such category. */
bool catalog_category_find(const struct catalog *catalog, struct span name, size_t *index);
/* The category "unknown". */
size_t catalog_category_unknown(const struct catalog *catalog);

/* The row of `code`, or NULL. Constant time: it is asked once per failed file. */
const struct catalog_code *catalog_code_find(const struct catalog *catalog, uint32_t code);

/* The meaning of any code: its row, else its family's category (a Win32 error in another wrapping,
 * 0xD... for an NTSTATUS, facilities of VSS, BitLocker ...), else unknown. */
struct code_meaning catalog_code_meaning(const struct catalog *catalog, uint32_t code);

enum { CODE_TEXT_BYTES = 256 };

/* What the code is, in words: the system's message where it is known, else "Win32 error 8191", else
 * severity, facility and number decoded; never blank. Returns `text`. */
const char *catalog_code_describe(const struct catalog *catalog, uint32_t code,
                                  enum language language, char text[CODE_TEXT_BYTES]);

size_t catalog_code_count(const struct catalog *catalog);
const struct catalog_code *catalog_code_at(const struct catalog *catalog, size_t index);

size_t catalog_error_count(const struct catalog *catalog);
const struct agent_error *catalog_error_at(const struct catalog *catalog, size_t index);
/* The index of the agent error with that number or symbol (case folded); false when there is none. */
bool catalog_error_by_id(const struct catalog *catalog, uint32_t id, size_t *index);
bool catalog_error_by_symbol(const struct catalog *catalog, struct span symbol, size_t *index);

/* Every fragment of both languages, longest first. */
size_t catalog_fragment_count(const struct catalog *catalog);
const struct catalog_fragment *catalog_fragment_at(const struct catalog *catalog, size_t index);

/* When `text` ends with a system message (English or Japanese, with or without its full stop, case
 * folded), false/true and the code it stands for; `start` is the offset at which the message begins.
 * The whole text may be the message (start 0). The message must stand at a word boundary. */
bool catalog_system_message(const struct catalog *catalog, struct span text, uint32_t *code,
                            size_t *start);

#endif

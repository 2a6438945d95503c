/* Classifies texts as the messages that an agent might have written, in several places of a log. */
#ifndef MARSIFT_TESTS_MESSAGE_BENCH_H
#define MARSIFT_TESTS_MESSAGE_BENCH_H

#include "engine/ruleset.h"
#include "verdict/verdict.h"

enum { TEXT_BYTES = 2048 };

/* A record of the engine, a line of the console, and a line of any text. */
enum placement_index { IN_ENGINE_RECORD, IN_CONSOLE_LINE, IN_ANY_TEXT, PLACEMENT_COUNT };

struct message_bench {
    struct ruleset ruleset;
    struct matcher *matchers[PLACEMENT_COUNT]; /* by placement */
    struct limits limits;
    struct verdict verdict; /* of the last text */
    size_t events;          /* of the last text */
    size_t failures;
    size_t text_count;
};

/* Loads the built-in grammars and catalog. */
void message_bench_open(struct message_bench *bench);

/* Returns the verdict on `text` in that place, which must be one event. */
struct verdict message_bench_classify(struct message_bench *bench, size_t placement,
                                      const char *text);

/* Counts a failure and logs the verdict, which is not the expected one. */
void message_bench_log(struct message_bench *bench, size_t placement, const char *text,
                       struct verdict verdict);

/* Expects that `text` counts as the catalog's agent error number `row` in every place. */
void message_bench_expect(struct message_bench *bench, size_t row, const char *text);

/* Closes the bench and fails the test if there were failures or no texts. */
void message_bench_finish(struct message_bench *bench);

#endif

/* Rendering of explanations: explains each line of the input in every format. The JSON holds the
 * queries unchanged. */
#include "catalog/explain/explanation.h"
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/explain/explain_arguments.h"
#include "fuzz/sides.h"
#include "fuzz/strict.h"
#include "fuzz/written.h"
#include "output/render.h"
#include "text/utf8.h"

enum { MOST_WORDS = 3 };

/* Splits `text`, which is modified, into lines. Returns their number. */
static size_t split(char *text, const char **words)
{
    size_t count = 0;
    for (char *at = strtok(text, "\n"); at != NULL && count < MOST_WORDS; at = strtok(NULL, "\n"))
        words[count++] = at;
    return count;
}

/* Compares the queries in the JSON with the explanations. */
struct query_check {
    const struct explanation *explanations;
    size_t count; /* queries compared so far */
};

/* Explanations are objects in an array, at depth 2; their matches are deeper. */
static void check_query(void *context, const struct json_place *place, struct span value)
{
    struct query_check *check = context;
    if (place->depth != 2 || !span_equals(place->key, span_of("query")))
        return;
    struct span asked = check->explanations[check->count++].query;
    MUST_HOLD(utf8_valid_length(asked) < asked.length || span_equals(value, asked));
}

static void check_format(const struct render_format *format, const struct explanation *explanations,
                         size_t count, const struct render_options *render)
{
    format->explain(explanations, count, render, written_begin());
    struct span text = written_finish();
    size_t rows = 0;
    if (strcmp(format->name, "csv") == 0) {
        fuzz_no_mistake(csv_mistake(text, render->csv_safe, &rows));
        MUST_HOLD(rows >= count);
    } else if (strcmp(format->name, "ndjson") == 0) {
        fuzz_no_mistake(json_lines_mistake(text, &rows));
        MUST_HOLD(rows == count);
    } else if (strcmp(format->name, "json") == 0) {
        struct query_check check = {.explanations = explanations};
        fuzz_no_mistake(json_mistake(text, check_query, &check));
        MUST_HOLD(check.count == count);
    } else {
        fuzz_no_mistake(text_mistake(text, (struct text_rules){.has_color = render->color}));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *words[MOST_WORDS];
    struct explanation explanations[MOST_WORDS];
    struct arena arena = {0};
    struct fault fault = {0};
    size_t explained = 0;
    size_t choice = fuzz_choice(fuzz_span(data, size), 16);
    enum language language = choice & 8 ? LANGUAGE_JA : LANGUAGE_EN;
    char *text = calloc(size + 1, 1);
    MUST_HOLD(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    size_t count = split(text, words);
    MUST_HOLD(explain_arguments(side_ruleset(WITH_FAST_PATHS)->catalog, words, count, language,
                                &arena, explanations, &explained, &fault));
    MUST_HOLD(explained <= count && (explained > 0 || count == 0));
    struct render_options render = {.language = language,
                                    .width = choice & 1 ? 60 : 0,
                                    .color = choice >> 1 & 1,
                                    .csv_safe = choice >> 2 & 1};
    for (const struct render_format *format = render_formats; format->name != NULL; format++)
        check_format(format, explanations, explained, &render);
    arena_release(&arena);
    free(text);
    return 0;
}

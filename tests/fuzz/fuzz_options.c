/* The option parser: arguments, a line each, give either options that hold what was typed, or one
 * fault with a sentence; parsing them again gives the same. The same holds for values that are
 * parsed later: conditions and the name of an encoding. */
#include "fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "cli/command_line.h"
#include "cli/fail_on.h"
#include "fuzz/sides.h"
#include "input/encoding/encoding.h"

enum { MOST_WORDS = 100 };

struct command_line {
    char *text;
    char *words[MOST_WORDS + 2];
    int count;
};

static struct command_line command_line_of(struct span input)
{
    static char name[] = "marsift";
    struct command_line line = {.text = malloc(input.length + 1), .words = {name}, .count = 1};
    MUST_HOLD(line.text != NULL);
    if (input.length > 0)
        memcpy(line.text, input.bytes, input.length);
    line.text[input.length] = '\0';
    for (char *at = strtok(line.text, "\n"); at != NULL && line.count <= MOST_WORDS;
         at = strtok(NULL, "\n"))
        line.words[line.count++] = at;
    return line;
}

static bool is_in(const struct command_line *line, size_t length, const char *word)
{
    return word == NULL || (word >= line->text && word <= line->text + length);
}

static void check_options(const struct command_line *line, size_t length,
                          const struct options *options)
{
    MUST_HOLD(options->argument_count < (size_t)line->count);
    for (size_t i = 0; i < options->argument_count; i++)
        MUST_HOLD(is_in(line, length, options->arguments[i]));
    MUST_HOLD(is_in(line, length, options->output) && is_in(line, length, options->host));
    MUST_HOLD(options->grammars.count <= MAX_LISTED_FILES);
    MUST_HOLD(memchr(options->zone, '\0', ZONE_BYTES) != NULL);
    MUST_HOLD(options->threads <= 256 && options->year >= 0);
    size_t zone = strlen(options->zone);
    MUST_HOLD(zone <= 1 ||
              (zone == 6 && strchr("+-", options->zone[0]) && options->zone[3] == ':'));
}

static void check_fault(const struct fault *fault)
{
    MUST_HOLD(fault->kind == FAULT_OPTION && fault->text[0] != '\0');
    MUST_HOLD(memchr(fault->text, '\0', FAULT_TEXT_BYTES) != NULL);
}

static void check_values(const struct options *options)
{
    struct fault fault = {0};
    struct encoding encoding;
    if (!fail_on_check(&options->conditions, side_ruleset(WITH_FAST_PATHS)->catalog, &fault)) {
        check_fault(&fault);
    } else {
        struct report report = {0};
        struct buffer fired = {0};
        MUST_HOLD(fail_on_test(&options->conditions, &report, &fired, &fault));
        buffer_release(&fired);
    }
    fault = (struct fault){0};
    if (options->encoding == NULL)
        return;
    if (!encoding_by_name(options->encoding, &encoding, &fault))
        check_fault(&fault);
    else
        MUST_HOLD(encoding.is_forced && encoding.name[0] != '\0' && encoding.unit_bytes > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *arguments[2][MOST_WORDS + 2];
    struct options options[2];
    struct fault faults[2] = {{0}, {0}};
    bool is_read[2];
    struct command_line line = command_line_of(fuzz_span(data, size));
    for (size_t i = 0; i < 2; i++)
        is_read[i] =
            command_line_read(line.count, line.words, arguments[i], &options[i], &faults[i]);
    MUST_HOLD(is_read[0] == is_read[1] && strcmp(faults[0].text, faults[1].text) == 0);
    if (is_read[0]) {
        check_options(&line, size, &options[0]);
        MUST_HOLD(options[0].argument_count == options[1].argument_count);
        check_values(&options[0]);
    } else {
        check_fault(&faults[0]);
    }
    free(line.text);
    return 0;
}

/* A small reader of PCRE2's syntax. A sequence requires what any of its parts requires;
 * alternatives require one of what each of them requires. Syntax that the reader does not know ends
 * the search without a literal. */
#include "grammar/required_literals.h"

#include <string.h>

#include "base/ascii.h"
#include "base/count_of.h"
#include "grammar/pattern_cursor.h"
#include "text/utf8.h"

enum { MIN_LITERAL_BYTES = 3, MAX_DEPTH = 16 };

struct branch_literals {
    size_t starts[MAX_LITERALS]; /* in the pool */
    size_t lengths[MAX_LITERALS];
    size_t count; /* 0: nothing is required */
};

struct literal_search {
    struct pattern_cursor cursor;
    size_t depth;
    bool is_caseless;
    bool met_unknown_syntax;
    bool has_memory;
    struct buffer *pool;
    struct fault *fault;
};

/* NOLINTBEGIN(misc-no-recursion): MAX_DEPTH bounds it, and no log is read */
static struct branch_literals read_alternatives(struct literal_search *search);

static size_t shortest(const struct branch_literals *required)
{
    size_t length = required->count ? SIZE_MAX : 0;
    for (size_t i = 0; i < required->count; i++)
        length = required->lengths[i] < length ? required->lengths[i] : length;
    return length;
}

/* Keeps the more selective of two: the one whose shortest literal is longer. */
static void keep_better(struct branch_literals *best, const struct branch_literals *other)
{
    if (shortest(other) >= MIN_LITERAL_BYTES && shortest(other) > shortest(best))
        *best = *other;
}

/* The adjacent literal characters read so far, at the end of the pool. */
struct literal_run {
    size_t start;
};

static size_t run_length(const struct literal_search *search, const struct literal_run *run)
{
    return search->pool->length - run->start;
}

static void end_run(struct literal_search *search, struct literal_run *run,
                    struct branch_literals *best)
{
    struct branch_literals required = {
        .starts = {run->start}, .lengths = {run_length(search, run)}, .count = 1};
    keep_better(best, &required);
    run->start = search->pool->length;
}

/* Removes the character before a repetition sign, which makes it optional, with all its bytes. */
static void drop_last_character(struct literal_search *search, struct literal_run *run,
                                struct branch_literals *best)
{
    struct buffer *pool = search->pool;
    while (run_length(search, run) > 0 && utf8_is_continuation(pool->bytes[pool->length - 1]))
        pool->length--;
    if (run_length(search, run) > 0)
        pool->length--;
    end_run(search, run, best);
}

/* True for a character that an ASCII-caseless literal cannot contain: in a caseless pattern, K and
 * S also match the Kelvin sign and the long s, and letters outside ASCII have cases, too. */
static bool has_cases_outside_ascii(char byte)
{
    return !ascii_contains(byte) || strchr("kKsS", byte) != NULL;
}

static void add_character(struct literal_search *search, struct literal_run *run,
                          struct branch_literals *best, char byte)
{
    if (search->is_caseless && has_cases_outside_ascii(byte))
        end_run(search, run, best);
    else
        search->has_memory =
            search->has_memory && buffer_append_byte(search->pool, byte, search->fault);
}

static struct branch_literals read_group(struct literal_search *search)
{
    struct branch_literals none = {.count = 0};
    bool was_caseless = search->is_caseless;
    if (pattern_cursor_skip_caseless_switch(&search->cursor)) {
        search->is_caseless = true; /* to the end of the enclosing group; longer does no harm */
        return none;
    }
    if (search->depth == MAX_DEPTH ||
        !pattern_cursor_enter_group(&search->cursor, &search->is_caseless)) {
        pattern_cursor_skip_group(&search->cursor);
        return none;
    }
    search->depth++;
    struct branch_literals required = read_alternatives(search);
    search->depth--;
    search->is_caseless = was_caseless;
    search->cursor.at++; /* the closing parenthesis */
    char next = pattern_cursor_peek(&search->cursor, 0);
    bool may_be_absent = next != '\0' && strchr("?*{", next) != NULL;
    return may_be_absent ? none : required;
}

static void read_escape(struct literal_search *search, struct literal_run *run,
                        struct branch_literals *best)
{
    char escaped = pattern_cursor_peek(&search->cursor, 1);
    search->cursor.at += 2;
    bool is_letter_or_digit = ascii_is_letter_or_digit(escaped) || escaped == '\0';
    if (escaped == 't')
        add_character(search, run, best, '\t');
    else if (escaped != '\0' && strchr("dDwWsSbBhHvVRrnAzZK", escaped) != NULL)
        end_run(search, run, best);
    else if (is_letter_or_digit)
        search->met_unknown_syntax = true; /* \x, \p, \Q ...: more than one character */
    else
        add_character(search, run, best, escaped);
}

static void read_part(struct literal_search *search, struct literal_run *run,
                      struct branch_literals *best)
{
    char byte = pattern_cursor_peek(&search->cursor, 0);
    switch (byte) {
    case '\\':
        read_escape(search, run, best);
        return;
    case '[':
        end_run(search, run, best);
        pattern_cursor_skip_class(&search->cursor);
        return;
    case '(': {
        end_run(search, run, best);
        struct branch_literals required = read_group(search);
        keep_better(best, &required);
        run->start = search->pool->length;
        return;
    }
    case '{':
        drop_last_character(search, run, best);
        pattern_cursor_skip_count(&search->cursor);
        return;
    case '?':
    case '*':
        drop_last_character(search, run, best);
        break;
    case '+':
    case '.':
    case '^':
    case '$':
        end_run(search, run, best);
        break;
    default:
        add_character(search, run, best, byte);
    }
    search->cursor.at++;
}

/* Reads up to the end of the branch: `|`, the closing parenthesis, or the end of the expression. */
static struct branch_literals read_sequence(struct literal_search *search)
{
    struct branch_literals best = {.count = 0};
    struct literal_run run = {.start = search->pool->length};
    while (!search->met_unknown_syntax && search->has_memory &&
           !pattern_cursor_is_at_end(&search->cursor) &&
           pattern_cursor_peek(&search->cursor, 0) != '|' &&
           pattern_cursor_peek(&search->cursor, 0) != ')')
        read_part(search, &run, &best);
    end_run(search, &run, &best);
    return best;
}

static struct branch_literals read_alternatives(struct literal_search *search)
{
    struct branch_literals all = {.count = 0};
    bool all_require = true;
    while (true) {
        struct branch_literals one = read_sequence(search);
        all_require = all_require && one.count > 0 && all.count + one.count <= MAX_LITERALS;
        for (size_t i = 0; all_require && i < one.count; i++) {
            all.starts[all.count] = one.starts[i];
            all.lengths[all.count++] = one.lengths[i];
        }
        if (search->met_unknown_syntax || !search->has_memory ||
            pattern_cursor_peek(&search->cursor, 0) != '|')
            break;
        search->cursor.at++;
    }
    if (!all_require)
        all.count = 0;
    return all;
}

/* NOLINTEND(misc-no-recursion) */

/* True if the expression has comments, verbs or inline switches that change the meaning of plain
 * characters. */
static bool has_unknown_switch(struct span expression)
{
    static const char *const switches[] = {"(*",   "(?#",  "(?x",  "(?^",  "(?-",  "(?m",  "(?s",
                                           "(?J",  "(?U",  "(?n",  "(?a",  "(?i-", "(?ii", "(?im",
                                           "(?is", "(?ix", "(?iJ", "(?iU", "(?in", "(?ia"};
    for (size_t i = 0; i < COUNT_OF(switches); i++)
        if (span_find(expression, span_of(switches[i])) < expression.length)
            return true;
    return false;
}

bool required_literals_of_pattern(struct span expression, struct required_literals *literals,
                                  struct fault *fault)
{
    struct literal_search search = {.cursor = {.expression = expression},
                                    .met_unknown_syntax = has_unknown_switch(expression),
                                    .has_memory = true,
                                    .pool = &literals->pool,
                                    .fault = fault};
    struct branch_literals required = read_alternatives(&search);
    /* PCRE2 rejects an expression with an unmatched closing parenthesis. */
    if (search.met_unknown_syntax || !pattern_cursor_is_at_end(&search.cursor))
        required.count = 0;
    for (size_t i = 0; i < required.count; i++) {
        literals->members[i].start = required.starts[i];
        literals->members[i].length = required.lengths[i];
    }
    literals->count = required.count;
    return search.has_memory;
}

struct span required_literals_at(const struct required_literals *literals, size_t index)
{
    return (struct span){.bytes = literals->pool.bytes + literals->members[index].start,
                         .length = literals->members[index].length};
}

void required_literals_release(struct required_literals *literals)
{
    buffer_release(&literals->pool);
    literals->count = 0;
}

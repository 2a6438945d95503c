/* A small reader of PCRE2's syntax: a sequence needs whatever one of its parts needs; alternatives
 * need one of what they need each. Whatever it does not know ends the search without a literal. */
#include "grammar/required_literals.h"

#include <string.h>

#include "base/ascii.h"

enum { SHORTEST_BYTES = 3, MAX_DEPTH = 16 };

struct branch_literals {
    size_t starts[MAX_LITERALS]; /* in the pool */
    size_t lengths[MAX_LITERALS];
    size_t count; /* 0: nothing is needed */
};

struct literal_search {
    struct span expression;
    size_t at;
    size_t depth;
    bool is_caseless;
    bool is_lost; /* something was met that this reader does not know */
    bool has_memory;
    struct buffer *pool;
    struct fault *fault;
};

/* NOLINTBEGIN(misc-no-recursion): MAX_DEPTH bounds it, no log is read */
static struct branch_literals read_alternatives(struct literal_search *search);

static char peek(const struct literal_search *search, size_t ahead)
{
    size_t at = search->at + ahead;
    return at < search->expression.length ? search->expression.bytes[at] : '\0';
}

static bool starts_with(const struct literal_search *search, const char *text)
{
    struct span rest = span_slice(search->expression, search->at, search->expression.length);
    return rest.length >= strlen(text) && memcmp(rest.bytes, text, strlen(text)) == 0;
}

static size_t shortest(const struct branch_literals *needs)
{
    size_t length = needs->count ? SIZE_MAX : 0;
    for (size_t i = 0; i < needs->count; i++)
        length = needs->lengths[i] < length ? needs->lengths[i] : length;
    return length;
}

/* The more selective of two: what has the longer shortest text. */
static void take_better(struct branch_literals *best, const struct branch_literals *other)
{
    if (shortest(other) >= SHORTEST_BYTES && shortest(other) > shortest(best))
        *best = *other;
}

/* The literal characters that stand side by side just now, at the end of the pool. */
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
    struct branch_literals needs = {
        .starts = {run->start}, .lengths = {run_length(search, run)}, .count = 1};
    take_better(best, &needs);
    run->start = search->pool->length;
}

/* A repetition sign makes the character before it optional: take the whole character back. */
static void drop_last_character(struct literal_search *search, struct literal_run *run,
                                struct branch_literals *best)
{
    struct buffer *pool = search->pool;
    while (run_length(search, run) > 0 &&
           ((unsigned char)pool->bytes[pool->length - 1] & 0xC0) == 0x80)
        pool->length--;
    if (run_length(search, run) > 0)
        pool->length--;
    end_run(search, run, best);
}

/* In a caseless pattern K and S also match the Kelvin sign and the long s, and letters beyond ASCII
 * have cases of their own: they cannot be part of an ASCII-caseless literal. */
static bool has_foreign_cases(char byte)
{
    return (unsigned char)byte >= 0x80 || strchr("kKsS", byte) != NULL;
}

static void add_character(struct literal_search *search, struct literal_run *run,
                          struct branch_literals *best, char byte)
{
    if (search->is_caseless && has_foreign_cases(byte))
        end_run(search, run, best);
    else
        search->has_memory =
            search->has_memory && buffer_append_byte(search->pool, byte, search->fault);
}

/* Past a character class; `at` stands on its opening bracket. */
static void skip_class(struct literal_search *search)
{
    search->at++;
    search->at += peek(search, 0) == '^';
    search->at += peek(search, 0) == ']';
    while (search->at < search->expression.length && peek(search, 0) != ']') {
        if (starts_with(search, "[:")) {
            struct span rest =
                span_slice(search->expression, search->at, search->expression.length);
            search->at += span_find(rest, span_of(":]")) + 2;
        } else {
            search->at += peek(search, 0) == '\\' ? 2 : 1;
        }
    }
    search->at++;
}

/* Past a group with all that is in it; `at` stands on its opening parenthesis. */
static void skip_group(struct literal_search *search)
{
    size_t depth = 0;
    while (search->at < search->expression.length) {
        char byte = peek(search, 0);
        if (byte == '[') {
            skip_class(search);
            continue;
        }
        depth += byte == '(';
        depth -= byte == ')';
        search->at += byte == '\\' ? 2 : 1;
        if (depth == 0)
            return;
    }
}

/* Moves into a group that only holds its content together, or that content that must stand ahead.
 */
static bool enter_group(struct literal_search *search)
{
    static const char *const openings[] = {"(?:", "(?>", "(?|", "(?=", "(?i:"};
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (starts_with(search, openings[i])) {
            search->at += strlen(openings[i]);
            search->is_caseless = search->is_caseless || i == 4;
            return true;
        }
    }
    if (peek(search, 1) != '?' && peek(search, 1) != '*') {
        search->at++;
        return true;
    }
    bool is_named = starts_with(search, "(?<") && peek(search, 3) != '=' && peek(search, 3) != '!';
    if (!is_named)
        return false;
    struct span rest = span_slice(search->expression, search->at, search->expression.length);
    search->at += span_find_byte(rest, '>') + 1;
    return true;
}

static struct branch_literals read_group(struct literal_search *search)
{
    struct branch_literals none = {.count = 0};
    bool was_caseless = search->is_caseless;
    if (starts_with(search, "(?i)")) {
        search->at += 4;
        search->is_caseless = true; /* to the end of the group around it; longer does no harm */
        return none;
    }
    if (search->depth == MAX_DEPTH || !enter_group(search)) {
        skip_group(search);
        return none;
    }
    search->depth++;
    struct branch_literals needs = read_alternatives(search);
    search->depth--;
    search->is_caseless = was_caseless;
    search->at++; /* the closing parenthesis */
    return strchr("?*{", peek(search, 0)) != NULL && peek(search, 0) != '\0' ? none : needs;
}

static void read_escape(struct literal_search *search, struct literal_run *run,
                        struct branch_literals *best)
{
    char escaped = peek(search, 1);
    search->at += 2;
    bool is_letter_or_digit = ascii_is_letter_or_digit(escaped) || escaped == '\0';
    if (escaped == 't')
        add_character(search, run, best, '\t');
    else if (escaped != '\0' && strchr("dDwWsSbBhHvVRrnAzZK", escaped) != NULL)
        end_run(search, run, best);
    else if (is_letter_or_digit)
        search->is_lost = true; /* \x, \p, \Q ...: what follows is no plain text */
    else
        add_character(search, run, best, escaped);
}

static void skip_counted_repetition(struct literal_search *search)
{
    struct span rest = span_slice(search->expression, search->at, search->expression.length);
    size_t closing = span_find_byte(rest, '}');
    search->at += closing < rest.length ? closing + 1 : 1;
}

static void read_part(struct literal_search *search, struct literal_run *run,
                      struct branch_literals *best)
{
    char byte = peek(search, 0);
    switch (byte) {
    case '\\':
        read_escape(search, run, best);
        return;
    case '[':
        end_run(search, run, best);
        skip_class(search);
        return;
    case '(': {
        end_run(search, run, best);
        struct branch_literals needs = read_group(search);
        take_better(best, &needs);
        run->start = search->pool->length;
        return;
    }
    case '{':
        drop_last_character(search, run, best);
        skip_counted_repetition(search);
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
    search->at++;
}

/* Up to the end of the branch: `|`, the closing parenthesis, or the end of the expression. */
static struct branch_literals read_sequence(struct literal_search *search)
{
    struct branch_literals best = {.count = 0};
    struct literal_run run = {.start = search->pool->length};
    while (!search->is_lost && search->has_memory && search->at < search->expression.length &&
           peek(search, 0) != '|' && peek(search, 0) != ')')
        read_part(search, &run, &best);
    end_run(search, &run, &best);
    return best;
}

static struct branch_literals read_alternatives(struct literal_search *search)
{
    struct branch_literals all = {.count = 0};
    bool is_needed = true;
    while (true) {
        struct branch_literals one = read_sequence(search);
        is_needed = is_needed && one.count > 0 && all.count + one.count <= MAX_LITERALS;
        for (size_t i = 0; is_needed && i < one.count; i++) {
            all.starts[all.count] = one.starts[i];
            all.lengths[all.count++] = one.lengths[i];
        }
        if (search->is_lost || !search->has_memory || peek(search, 0) != '|')
            break;
        search->at++;
    }
    if (!is_needed)
        all.count = 0;
    return all;
}

/* NOLINTEND(misc-no-recursion) */

/* Comments, verbs and most inline switches change what plain characters mean. */
static bool has_unknown_switch(struct span expression)
{
    static const char *const switches[] = {"(*",   "(?#",  "(?x",  "(?^",  "(?-",  "(?m",  "(?s",
                                           "(?J",  "(?U",  "(?n",  "(?a",  "(?i-", "(?ii", "(?im",
                                           "(?is", "(?ix", "(?iJ", "(?iU", "(?in", "(?ia"};
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
        if (span_find(expression, span_of(switches[i])) < expression.length)
            return true;
    return false;
}

bool required_literals_of_pattern(struct span expression, struct required_literals *literals,
                                  struct fault *fault)
{
    struct literal_search search = {.expression = expression,
                                    .is_lost = has_unknown_switch(expression),
                                    .has_memory = true,
                                    .pool = &literals->pool,
                                    .fault = fault};
    struct branch_literals needs = read_alternatives(&search);
    /* A closing parenthesis too many is PCRE2's business to refuse. */
    if (search.is_lost || search.at < expression.length)
        needs.count = 0;
    for (size_t i = 0; i < needs.count; i++) {
        literals->members[i].start = needs.starts[i];
        literals->members[i].length = needs.lengths[i];
    }
    literals->count = needs.count;
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

/* The literal that a pattern cannot match without. It must never be wrong, only missing: whatever this
 * small reader does not know ends the search without a literal. */
#include "grammar/pattern.h"

#include <string.h>

enum { SHORTEST_LITERAL_BYTES = 3 };

struct literal_search {
    struct span expression;
    size_t at;
    bool is_caseless;
    bool is_lost;        /* something was met that this reader does not know */
    struct buffer run;   /* the literal characters just before `at` */
    struct buffer *best; /* the longest run so far */
    bool has_memory;
    struct fault *fault;
};

static bool contains(struct span text, const char *wanted)
{
    return span_find(text, span_of(wanted)) < text.length;
}

static void end_run(struct literal_search *search)
{
    if (search->run.length > search->best->length) {
        search->best->length = 0;
        search->has_memory =
            search->has_memory &&
            buffer_append(search->best, buffer_span(&search->run), search->fault);
    }
    search->run.length = 0;
}

/* A repetition sign makes the character before it optional: take the whole character back. */
static void drop_last_character(struct literal_search *search)
{
    struct buffer *run = &search->run;
    while (run->length > 0 && ((unsigned char)run->bytes[run->length - 1] & 0xC0) == 0x80)
        run->length--;
    if (run->length > 0)
        run->length--;
    end_run(search);
}

/* In a caseless pattern K and S also match the Kelvin sign and the long s, and letters beyond ASCII
 * have cases of their own: they cannot be part of an ASCII-caseless literal. */
static bool has_foreign_cases(char byte)
{
    return (unsigned char)byte >= 0x80 || strchr("kKsS", byte) != NULL;
}

static void add_literal(struct literal_search *search, char byte)
{
    if (search->is_caseless && has_foreign_cases(byte)) {
        end_run(search);
        return;
    }
    search->has_memory =
        search->has_memory && buffer_append_byte(&search->run, byte, search->fault);
}

/* Past a character class; `at` stands on its opening bracket. */
static void skip_class(struct literal_search *search)
{
    struct span text = search->expression;
    size_t at = search->at + 1;
    if (at < text.length && text.bytes[at] == '^')
        at++;
    if (at < text.length && text.bytes[at] == ']')
        at++;
    while (at < text.length && text.bytes[at] != ']') {
        bool is_named = text.bytes[at] == '[' && at + 1 < text.length && text.bytes[at + 1] == ':';
        if (is_named) {
            struct span rest = span_slice(text, at, text.length);
            at += span_find(rest, span_of(":]")) + 2;
        } else {
            at += text.bytes[at] == '\\' ? 2 : 1;
        }
    }
    search->at = at + 1;
}

/* Past a group with all that is in it; `at` stands on its opening parenthesis. */
static void skip_group(struct literal_search *search)
{
    size_t depth = 0;
    while (search->at < search->expression.length) {
        char byte = search->expression.bytes[search->at];
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

static void read_escape(struct literal_search *search)
{
    if (search->at + 1 >= search->expression.length) {
        search->is_lost = true;
        return;
    }
    char escaped = search->expression.bytes[search->at + 1];
    search->at += 2;
    if (escaped == 't')
        add_literal(search, '\t');
    else if (strchr("dDwWsSbBhHvVRrnAzZK", escaped) != NULL)
        end_run(search);
    else if ((escaped >= '0' && escaped <= '9') || (escaped >= 'a' && escaped <= 'z') ||
             (escaped >= 'A' && escaped <= 'Z'))
        search->is_lost = true; /* \x, \p, \Q ...: what follows is no plain text */
    else
        add_literal(search, escaped);
}

static void skip_counted_repetition(struct literal_search *search)
{
    drop_last_character(search);
    struct span rest = span_slice(search->expression, search->at, search->expression.length);
    size_t closing = span_find_byte(rest, '}');
    search->at += closing < rest.length ? closing + 1 : 1;
}

static void read_one(struct literal_search *search)
{
    char byte = search->expression.bytes[search->at];
    switch (byte) {
    case '\\':
        read_escape(search);
        return;
    case '[':
        end_run(search);
        skip_class(search);
        return;
    case '(':
        end_run(search);
        skip_group(search);
        return;
    case '{':
        skip_counted_repetition(search);
        return;
    case '|':
        search->is_lost = true;
        return;
    case '?':
    case '*':
        drop_last_character(search);
        break;
    case '+':
    case '.':
    case '^':
    case '$':
        end_run(search);
        break;
    default:
        add_literal(search, byte);
    }
    search->at++;
}

bool pattern_required_literal(struct span expression, struct buffer *literal, struct fault *fault)
{
    struct buffer best = {0};
    struct literal_search search = {.expression = expression,
                                    .best = &best,
                                    .has_memory = true,
                                    .fault = fault,
                                    .is_caseless = contains(expression, "(?i")};
    /* Comments, verbs and the other inline switches change what plain characters mean. */
    search.is_lost = contains(expression, "(*") || contains(expression, "(?#") ||
                     contains(expression, "(?x") || contains(expression, "(?^") ||
                     contains(expression, "(?-") || contains(expression, "(?m") ||
                     contains(expression, "(?s") || contains(expression, "(?J") ||
                     contains(expression, "(?U") || contains(expression, "(?n") ||
                     contains(expression, "(?ix") || contains(expression, "\\Q");
    while (!search.is_lost && search.has_memory && search.at < expression.length)
        read_one(&search);
    end_run(&search);
    bool has_memory = search.has_memory;
    if (has_memory && !search.is_lost && best.length >= SHORTEST_LITERAL_BYTES)
        has_memory = buffer_append(literal, buffer_span(&best), fault);
    buffer_release(&search.run);
    buffer_release(&best);
    return has_memory;
}

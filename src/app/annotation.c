#include "app/annotation.h"

#include "app/library.h"
#include "base/memory.h"
#include "diagnosis/mention.h"
#include "diagnosis/notation.h"
#include "grammar/pattern.h"
#include "grammar/scanner.h"
#include "grammar/statement.h"

/* The ways in which logs write numbers that mean something (formats: HRESULT with and without
 * brackets, signed decimal, decimal and hexadecimal numbers of agent errors). */
static const char numbers[] = "(?<![0-9A-Za-z])(?:"
                              "(?<code>0[xX][0-9A-Fa-f]{8}|-21[34]\\d{7}|214[78]\\d{6}"
                              "|80(?:0[0-9Bb]|31|41|7[08]|85|99)[0-9A-Fa-f]{4})"
                              "|\\(ID:?\\s*(?<id>\\d{2,6})|(?:Error|エラー) "
                              "(?<id>\\d{5,6})|[\\[(](?<id>0x0?[0-9A-Fa-f]{5})[\\])]"
                              ")(?![0-9A-Za-z])";

enum { MAX_NOTES = 16 };

/* What was said of the line already: codes and agent errors, to say each once. */
struct notes {
    uint64_t said[MAX_NOTES];
    size_t count;
};

struct annotation {
    const struct catalog *catalog;
    enum language language;
    struct pattern *pattern;
    struct pattern_scratch *scratch;
    struct scanner_literal *messages;
    struct scanner *scanner;
    struct scanner_scratch *scans;
};

struct annotation *annotation_open(const struct catalog *catalog, enum language language,
                                   const struct limits *limits, struct fault *fault)
{
    struct annotation *annotation = memory_allocate(1, sizeof *annotation, fault);
    if (annotation == NULL)
        return NULL;
    size_t count = catalog_fragment_count(catalog);
    annotation->catalog = catalog;
    annotation->language = language;
    annotation->pattern = pattern_compile(span_of(numbers), fault);
    annotation->scratch = pattern_scratch_open(limits->max_regex_steps, fault);
    annotation->messages = memory_allocate(count, sizeof *annotation->messages, fault);
    for (size_t i = 0; annotation->messages != NULL && i < count; i++)
        annotation->messages[i] = library_message(catalog, i);
    if (annotation->messages != NULL)
        annotation->scanner = scanner_open(annotation->messages, count, fault);
    if (annotation->scanner != NULL)
        annotation->scans = scanner_scratch_open(annotation->scanner, fault);
    if (annotation->pattern != NULL && annotation->scratch != NULL && annotation->scans != NULL)
        return annotation;
    annotation_close(annotation);
    return NULL;
}

void annotation_close(struct annotation *annotation)
{
    if (annotation == NULL)
        return;
    pattern_free(annotation->pattern);
    pattern_scratch_close(annotation->scratch);
    scanner_scratch_close(annotation->scans);
    scanner_close(annotation->scanner);
    memory_free(annotation->messages);
    memory_free(annotation);
}

/* Whether `what` is to be said now: it was not said before, and there is room. */
static bool is_news(struct notes *notes, uint64_t what)
{
    for (size_t i = 0; i < notes->count; i++)
        if (notes->said[i] == what)
            return false;
    if (notes->count == MAX_NOTES)
        return false;
    notes->said[notes->count++] = what;
    return true;
}

static bool separate(const struct notes *notes, struct buffer *words, struct fault *fault)
{
    return buffer_append(words, span_of(notes->count > 1 ? "; " : "  <- "), fault);
}

static bool say_code(struct annotation *annotation, uint32_t code, struct notes *notes,
                     struct buffer *words, struct fault *fault)
{
    char text[NOTATION_CODE_BYTES];
    char meaning[CODE_TEXT_BYTES];
    if (code == 0 || !is_news(notes, code))
        return true;
    const char *symbol = catalog_code_meaning(annotation->catalog, code).symbol;
    catalog_code_describe(annotation->catalog, code, annotation->language, meaning);
    return separate(notes, words, fault) &&
           buffer_append_format(words, fault, "%s%s%s: %s", notation_write_code(code, text),
                                symbol[0] ? " " : "", symbol, meaning);
}

static bool say_error(struct annotation *annotation, size_t index, struct notes *notes,
                      struct buffer *words, struct fault *fault)
{
    const struct agent_error *error = catalog_error_at(annotation->catalog, index);
    bool is_finding = error->code == 0 && !error->is_wrapper;
    if (!is_finding || !is_news(notes, UINT64_C(1) << 32 | index))
        return true;
    const char *title = error->title[annotation->language];
    if (!separate(notes, words, fault))
        return false;
    if (error->id != 0 && !buffer_append_format(words, fault, "%u ", error->id))
        return false;
    if (error->symbol[0] != '\0' && !buffer_append_format(words, fault, "%s ", error->symbol))
        return false;
    /* "100050: title", but a bare title where there is neither number nor symbol. */
    if (words->bytes[words->length - 1] == ' ' && (error->id != 0 || error->symbol[0] != '\0'))
        words->length--;
    bool has_name = error->id != 0 || error->symbol[0] != '\0';
    return buffer_append_format(words, fault, "%s%s", has_name ? ": " : "", title);
}

static bool say_numbers(struct annotation *annotation, struct span line, struct notes *notes,
                        struct buffer *words, struct fault *fault)
{
    struct span rest = line;
    struct span fields[FIELD_COUNT] = {{0}};
    while (pattern_match(annotation->pattern, annotation->scratch, rest, fields) == PATTERN_MATCH) {
        uint32_t number = 0;
        size_t index = 0;
        bool is_code = fields[FIELD_CODE].length > 0;
        struct span text = is_code ? fields[FIELD_CODE] : fields[FIELD_ID];
        bool done = true;
        if (is_code && notation_read_code(text, &number))
            done = say_code(annotation, number, notes, words, fault);
        else if (!is_code && notation_read_id(text, &number) &&
                 catalog_error_by_id(annotation->catalog, number, &index))
            done = say_error(annotation, index, notes, words, fault);
        if (!done)
            return false;
        size_t behind = (size_t)(text.bytes + text.length - rest.bytes);
        rest = span_slice(rest, behind, rest.length);
        fields[FIELD_CODE] = fields[FIELD_ID] = (struct span){0};
    }
    return true;
}

/* What other programs print as well is explained only where it is the agent's. */
static bool is_agents(const struct catalog *catalog, size_t literal, struct span line)
{
    const struct catalog_fragment *fragment = catalog_fragment_at(catalog, literal);
    return !fragment->is_generic || mention_counts(line, fragment->text);
}

bool annotation_words(struct annotation *annotation, struct span line, struct buffer *words,
                      struct fault *fault)
{
    struct notes notes = {.count = 0};
    const struct scanner_hit *hits = NULL;
    size_t hit_count = 0;
    if (!say_numbers(annotation, line, &notes, words, fault))
        return false;
    bool has_number = notes.count > 0;
    if (!scanner_scan(annotation->scanner, annotation->scans, line, &hits, &hit_count, fault))
        return false;
    /* A message beside its own number says nothing new; of several, the longest knows best. */
    uint32_t best = UINT32_MAX;
    for (size_t i = 0; i < hit_count; i++) {
        size_t start = 0;
        size_t end = 0;
        if (hits[i].literal < best &&
            scanner_confirm(annotation->scanner, line, hits[i], &start, &end) &&
            statement_is_made(line, start, end) &&
            is_agents(annotation->catalog, hits[i].literal, line))
            best = hits[i].literal;
    }
    if (has_number || best == UINT32_MAX)
        return true;
    const struct catalog_fragment *fragment = catalog_fragment_at(annotation->catalog, best);
    const struct agent_error *error = catalog_error_at(annotation->catalog, fragment->error);
    if (error->code != 0)
        return say_code(annotation, error->code, &notes, words, fault);
    return say_error(annotation, fragment->error, &notes, words, fault);
}

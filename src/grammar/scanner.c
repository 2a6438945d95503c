#include "grammar/scanner.h"

#include <hs.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"

struct scanner {
    hs_database_t *database; /* NULL: the machine cannot run it, or there is nothing to find */
    const struct span *literals;
    size_t count;
};

struct scanner_scratch {
    hs_scratch_t *scratch;
    struct scanner_hit *hits;
    size_t hit_count;
    size_t hit_capacity;
    struct fault *fault; /* of the scan that runs */
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* The literal as a regular expression: every byte by its number, runs of blanks as one class. */
static bool append_expression(struct buffer *expression, struct span literal, struct fault *fault)
{
    for (size_t i = 0; i < literal.length; i++) {
        if (!is_blank(literal.bytes[i])) {
            unsigned value = (unsigned char)literal.bytes[i];
            if (!buffer_append_format(expression, fault, "\\x%02x", value))
                return false;
        } else if (i == 0 || !is_blank(literal.bytes[i - 1])) {
            if (!buffer_append(expression, span_of("[ \\t\\r\\n]+"), fault))
                return false;
        }
    }
    return buffer_append_byte(expression, '\0', fault);
}

struct expressions {
    struct buffer text; /* NUL-terminated expressions one behind the other */
    const char **starts;
    unsigned *flags;
    unsigned *ids;
    unsigned count;
};

static bool collect_expressions(struct expressions *all, const struct span *literals, size_t count,
                                struct fault *fault)
{
    all->starts = memory_allocate(count, sizeof *all->starts, fault);
    all->flags = memory_allocate(count, sizeof *all->flags, fault);
    all->ids = memory_allocate(count, sizeof *all->ids, fault);
    if (all->starts == NULL || all->flags == NULL || all->ids == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (literals[i].length == 0)
            continue;
        all->flags[all->count] = HS_FLAG_CASELESS;
        all->ids[all->count++] = (unsigned)i;
        if (!append_expression(&all->text, literals[i], fault))
            return false;
    }
    const char *start = all->text.bytes;
    for (unsigned i = 0; i < all->count; i++) {
        all->starts[i] = start;
        start += strlen(start) + 1;
    }
    return true;
}

static void release_expressions(struct expressions *all)
{
    buffer_release(&all->text);
    memory_free(all->starts);
    memory_free(all->flags);
    memory_free(all->ids);
}

struct scanner *scanner_open(const struct span *literals, size_t count, struct fault *fault)
{
    struct expressions all = {0};
    struct scanner *scanner = memory_allocate(1, sizeof *scanner, fault);
    bool done = scanner != NULL && collect_expressions(&all, literals, count, fault);
    if (done) {
        scanner->literals = literals;
        scanner->count = count;
        hs_compile_error_t *error = NULL;
        /* A machine that cannot run the database is served by the slow search: same hits. */
        if (all.count > 0 && hs_valid_platform() == HS_SUCCESS &&
            hs_compile_multi(all.starts, all.flags, all.ids, all.count, HS_MODE_BLOCK, NULL,
                             &scanner->database, &error) != HS_SUCCESS)
            hs_free_compile_error(error);
    }
    release_expressions(&all);
    if (done)
        return scanner;
    scanner_close(scanner);
    return NULL;
}

void scanner_close(struct scanner *scanner)
{
    if (scanner == NULL)
        return;
    hs_free_database(scanner->database);
    memory_free(scanner);
}

struct scanner_scratch *scanner_scratch_open(const struct scanner *scanner, struct fault *fault)
{
    struct scanner_scratch *scratch = memory_allocate(1, sizeof *scratch, fault);
    if (scratch == NULL)
        return NULL;
    if (scanner->database != NULL &&
        hs_alloc_scratch(scanner->database, &scratch->scratch) != HS_SUCCESS) {
        scanner_scratch_close(scratch);
        fault_no_memory(fault);
        return NULL;
    }
    return scratch;
}

void scanner_scratch_close(struct scanner_scratch *scratch)
{
    if (scratch == NULL)
        return;
    hs_free_scratch(scratch->scratch);
    memory_free(scratch->hits);
    memory_free(scratch);
}

static bool add_hit(struct scanner_scratch *scratch, uint32_t literal, uint32_t end)
{
    void *hits = scratch->hits;
    if (!memory_reserve(&hits, &scratch->hit_capacity, scratch->hit_count + 1,
                        sizeof *scratch->hits, scratch->fault))
        return false;
    scratch->hits = hits;
    scratch->hits[scratch->hit_count++] = (struct scanner_hit){.end = end, .literal = literal};
    return true;
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                    void *context)
{
    (void)from;
    (void)flags;
    return add_hit(context, id, (uint32_t)to) ? 0 : 1;
}

static char ascii_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

/* The offset behind `literal` when it stands at `at`, else 0. */
static size_t literal_end_at(struct span text, size_t at, struct span literal)
{
    for (size_t i = 0; i < literal.length; i++) {
        if (is_blank(literal.bytes[i])) {
            if (at >= text.length || !is_blank(text.bytes[at]))
                return 0;
            while (i + 1 < literal.length && is_blank(literal.bytes[i + 1]))
                i++;
            while (at < text.length && is_blank(text.bytes[at]))
                at++;
        } else {
            if (at >= text.length || ascii_lower(text.bytes[at]) != ascii_lower(literal.bytes[i]))
                return 0;
            at++;
        }
    }
    return at;
}

bool scanner_contains(struct span text, struct span literal)
{
    for (size_t at = 0; literal.length > 0 && at < text.length; at++)
        if (literal_end_at(text, at, literal) != 0)
            return true;
    return false;
}

static int compare_hits(const void *left, const void *right)
{
    const struct scanner_hit *a = left;
    const struct scanner_hit *b = right;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (a->literal > b->literal) - (a->literal < b->literal);
}

/* What hs_scan does, for machines that cannot run it. */
static bool scan_slowly(const struct scanner *scanner, struct scanner_scratch *scratch,
                        struct span text)
{
    for (size_t at = 0; at < text.length; at++) {
        for (size_t i = 0; i < scanner->count; i++) {
            size_t end =
                scanner->literals[i].length ? literal_end_at(text, at, scanner->literals[i]) : 0;
            if (end != 0 && !add_hit(scratch, (uint32_t)i, (uint32_t)end))
                return false;
        }
    }
    if (scratch->hit_count > 1)
        qsort(scratch->hits, scratch->hit_count, sizeof *scratch->hits, compare_hits);
    return true;
}

bool scanner_scan(const struct scanner *scanner, struct scanner_scratch *scratch, struct span text,
                  const struct scanner_hit **hits, size_t *hit_count, struct fault *fault)
{
    scratch->hit_count = 0;
    scratch->fault = fault;
    bool done = true;
    if (scanner->database != NULL && text.length > 0) {
        hs_error_t error = hs_scan(scanner->database, text.bytes, (unsigned)text.length, 0,
                                   scratch->scratch, on_match, scratch);
        done = error == HS_SUCCESS;
        if (!done && error != HS_SCAN_TERMINATED)
            fault_no_memory(fault);
    } else if (text.length > 0) {
        done = scan_slowly(scanner, scratch, text);
    }
    *hits = scratch->hits;
    *hit_count = scratch->hit_count;
    return done;
}

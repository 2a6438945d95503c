#include "grammar/search/literal_scanner.h"

#include <hs.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "grammar/search/fallback_search.h"
#include "grammar/search/phrase.h"
#include "grammar/search/phrase_anchor.h"
#include "text/loose_match.h"

/* Vectorscan 5.4.9 misses some caseless literals that end 7 to 31 bytes before the end of a text of
 * 76 bytes and more, in sets of 5 to 525 literals (2 % of the placements there; none of 200,000
 * farther from the end). So what ends in the last TAIL_BYTES is looked for in a copy of the text's
 * end with as many NULs behind it. */
enum { TAIL_BYTES = 128, SHORT_BYTES = 2048 };

/* What is looked for is the anchor of each literal: all of it, or of a message that of its wording.
 * Plain literals compile in milliseconds and are the fastest thing that Vectorscan finds; the same
 * texts as regular expressions with classes of blanks took a second to compile. */
struct literal_scanner {
    hs_database_t *database; /* NULL: the machine cannot run it, or there is nothing to find */
    const struct scanner_literal *literals;
    struct span *anchors;
    struct phrase *wordings; /* of the literals that are messages */
    size_t count;
    size_t longest_bytes;        /* of the anchors */
    struct fallback_search slow; /* for a scanner without a database */
};

struct scanner_scratch {
    hs_scratch_t *scratch;
    struct scanner_hit *hits;
    size_t hit_count;
    size_t hit_capacity;
    char *tail; /* room for the copy: SHORT_BYTES, or the longest anchor and TAIL_BYTES, and as many
                   for the NULs */
    /* Of the scan that runs. */
    size_t base;  /* of the scanned bytes within the text */
    size_t from;  /* hits that end up to here are left out, */
    size_t up_to; /* and those that end after this */
    bool is_unordered;
    struct fault *fault;
};

struct expressions {
    const char **starts;
    size_t *lengths;
    unsigned *flags;
    unsigned *ids;
    unsigned count;
};

static bool collect_expressions(struct expressions *all, const struct literal_scanner *scanner,
                                struct fault *fault)
{
    all->starts = memory_allocate(scanner->count, sizeof *all->starts, fault);
    all->lengths = memory_allocate(scanner->count, sizeof *all->lengths, fault);
    all->flags = memory_allocate(scanner->count, sizeof *all->flags, fault);
    all->ids = memory_allocate(scanner->count, sizeof *all->ids, fault);
    if (all->starts == NULL || all->lengths == NULL || all->flags == NULL || all->ids == NULL)
        return false;
    for (size_t i = 0; i < scanner->count; i++) {
        if (scanner->anchors[i].length == 0)
            continue;
        all->starts[all->count] = scanner->anchors[i].bytes;
        all->lengths[all->count] = scanner->anchors[i].length;
        all->flags[all->count] = HS_FLAG_CASELESS;
        all->ids[all->count++] = (unsigned)i;
    }
    return true;
}

/* A machine that cannot run the database is served by the slow search. */
static void compile(struct literal_scanner *scanner, const struct expressions *all)
{
    hs_compile_error_t *error = NULL;
    if (all->count > 0 && hs_valid_platform() == HS_SUCCESS &&
        hs_compile_lit_multi(all->starts, all->flags, all->ids, all->lengths, all->count,
                             HS_MODE_BLOCK, NULL, &scanner->database, &error) != HS_SUCCESS)
        hs_free_compile_error(error);
}

static bool collect_anchors(struct literal_scanner *scanner, struct fault *fault)
{
    scanner->anchors = memory_allocate(scanner->count, sizeof *scanner->anchors, fault);
    scanner->wordings = memory_allocate(scanner->count, sizeof *scanner->wordings, fault);
    if (scanner->anchors == NULL || scanner->wordings == NULL)
        return false;
    for (size_t i = 0; i < scanner->count; i++) {
        const struct scanner_literal *literal = &scanner->literals[i];
        if (literal->is_message && !phrase_prepare(&scanner->wordings[i], literal->text, fault))
            return false;
    }
    if (!phrase_anchor_choose(scanner->wordings, scanner->count, fault))
        return false;
    for (size_t i = 0; i < scanner->count; i++) {
        const struct scanner_literal *literal = &scanner->literals[i];
        scanner->anchors[i] = literal->is_message ? scanner->wordings[i].anchor : literal->text;
        if (scanner->anchors[i].length > scanner->longest_bytes)
            scanner->longest_bytes = scanner->anchors[i].length;
    }
    return true;
}

struct literal_scanner *literal_scanner_open(const struct scanner_literal *literals, size_t count,
                                             bool is_quick, struct fault *fault)
{
    struct expressions all = {0};
    struct literal_scanner *scanner = memory_allocate(1, sizeof *scanner, fault);
    if (scanner == NULL)
        return NULL;
    scanner->literals = literals;
    scanner->count = count;
    bool done = collect_anchors(scanner, fault) && collect_expressions(&all, scanner, fault);
    if (done && is_quick)
        compile(scanner, &all);
    if (done && scanner->database == NULL)
        done = fallback_search_prepare(&scanner->slow, scanner->anchors, scanner->count, fault);
    memory_free(all.starts);
    memory_free(all.lengths);
    memory_free(all.flags);
    memory_free(all.ids);
    if (done)
        return scanner;
    literal_scanner_close(scanner);
    return NULL;
}

void literal_scanner_close(struct literal_scanner *scanner)
{
    if (scanner == NULL)
        return;
    hs_free_database(scanner->database);
    for (size_t i = 0; scanner->wordings != NULL && i < scanner->count; i++)
        phrase_release(&scanner->wordings[i]);
    memory_free(scanner->wordings);
    memory_free(scanner->anchors);
    fallback_search_release(&scanner->slow);
    memory_free(scanner);
}

struct scanner_scratch *literal_scanner_scratch_open(const struct literal_scanner *scanner,
                                                     struct fault *fault)
{
    struct scanner_scratch *scratch = memory_allocate(1, sizeof *scratch, fault);
    if (scratch == NULL)
        return NULL;
    scratch->tail =
        memory_allocate(scanner->longest_bytes + SHORT_BYTES + 2 * TAIL_BYTES, 1, fault);
    if (scratch->tail != NULL &&
        (scanner->database == NULL ||
         hs_alloc_scratch(scanner->database, &scratch->scratch) == HS_SUCCESS))
        return scratch;
    literal_scanner_scratch_close(scratch);
    fault_no_memory(fault);
    return NULL;
}

void literal_scanner_scratch_close(struct scanner_scratch *scratch)
{
    if (scratch == NULL)
        return;
    hs_free_scratch(scratch->scratch);
    memory_free(scratch->tail);
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
    struct scanner_scratch *scratch = context;
    size_t end = scratch->base + (size_t)to;
    (void)from;
    (void)flags;
    if (end <= scratch->from || end > scratch->up_to)
        return 0;
    if (scratch->hit_count > 0 && scratch->hits[scratch->hit_count - 1].end > end)
        scratch->is_unordered = true;
    return add_hit(scratch, id, (uint32_t)end) ? 0 : 1;
}

bool literal_scanner_confirm(const struct literal_scanner *scanner, struct span text,
                             struct scanner_hit hit, size_t *start, size_t *end)
{
    const struct scanner_literal *literal = &scanner->literals[hit.literal];
    *start = hit.end - scanner->anchors[hit.literal].length;
    *end = hit.end;
    return (!literal->is_message ||
            phrase_matches_at(&scanner->wordings[hit.literal], text, hit.end, start, end)) &&
           (!literal->is_word || loose_match_stands_alone(text, *start, *end - *start));
}

static int compare_hits(const void *left, const void *right)
{
    const struct scanner_hit *a = left;
    const struct scanner_hit *b = right;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return (a->literal > b->literal) - (a->literal < b->literal);
}

static bool on_slow_match(void *context, uint32_t number, size_t end)
{
    return add_hit(context, number, (uint32_t)end);
}

/* What hs_scan does. */
static bool scan_slowly(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                        struct span text)
{
    if (!fallback_search_run(&scanner->slow, text, on_slow_match, scratch))
        return false;
    if (scratch->hit_count > 1)
        qsort(scratch->hits, scratch->hit_count, sizeof *scratch->hits, compare_hits);
    return true;
}

static bool scan_piece(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                       struct span piece)
{
    hs_error_t error = hs_scan(scanner->database, piece.bytes, (unsigned)piece.length, 0,
                               scratch->scratch, on_match, scratch);
    return error == HS_SUCCESS || (error != HS_SCAN_TERMINATED && fault_no_memory(scratch->fault));
}

/* Looks at a copy of the text from `start` on, with NULs behind it, for what ends after `from`. */
static bool scan_copy(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                      struct span text, size_t start, size_t from)
{
    struct span copy = {scratch->tail, text.length - start + TAIL_BYTES};
    memcpy(scratch->tail, text.bytes + start, text.length - start);
    memset(scratch->tail + (text.length - start), 0, TAIL_BYTES);
    scratch->base = start;
    scratch->from = from;
    scratch->up_to = text.length;
    return scan_piece(scanner, scratch, copy);
}

static bool scan_quickly(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                         struct span text)
{
    scratch->is_unordered = false;
    bool done;
    if (text.length <= SHORT_BYTES) {
        done = scan_copy(scanner, scratch, text, 0, 0);
    } else {
        size_t tail = text.length - TAIL_BYTES;
        scratch->base = scratch->from = 0;
        scratch->up_to = tail;
        done = scan_piece(scanner, scratch, text) &&
               scan_copy(scanner, scratch, text,
                         tail > scanner->longest_bytes ? tail - scanner->longest_bytes : 0, tail);
    }
    if (done && scratch->is_unordered) /* which Vectorscan does not rule out */
        qsort(scratch->hits, scratch->hit_count, sizeof *scratch->hits, compare_hits);
    return done;
}

bool literal_scanner_scan(const struct literal_scanner *scanner, struct scanner_scratch *scratch,
                          struct span text, struct scanner_hit **hits, size_t *hit_count,
                          struct fault *fault)
{
    scratch->hit_count = 0;
    scratch->fault = fault;
    bool done = true;
    if (text.length > 0)
        done = scanner->database != NULL ? scan_quickly(scanner, scratch, text)
                                         : scan_slowly(scanner, scratch, text);
    *hits = scratch->hits;
    *hit_count = scratch->hit_count;
    return done;
}
